import type { Authorization, EligibleAuthorization, Subscription, World } from "../../world";
import { assign, define, type Offer } from "../delegation-rows";
import { mailName } from "../directory-rows";
import { resourceGroup, subscription, subscriptionPath, tenant } from "../estate-rows";
import type { Ground } from "../ground";
import type { Place } from "./apply-directory";
import type { CustomerFile } from "./customer-schema";
import { stated } from "./merge";
import { principalCalled, roleIdCalled, tenantIdCalled, UnknownName } from "./names";
import type { Path } from "./read-json";
import type { WorldFile } from "./schema";

type SubscriptionFile = CustomerFile["subscriptions"][number];
type DelegationFile = NonNullable<SubscriptionFile["delegations"]>[number];

/** Customers in short form. All tenants first, since a subscription may have moved to a customer named later. */
export function applyCustomers(ground: Ground, file: WorldFile, place: Place): void {
  const tenants = file.customers?.map((customer) => tenantFor(ground, customer));
  file.customers?.forEach((customer, index) => {
    const owner = tenants?.[index];
    if (!owner) return;
    customer.subscriptions.forEach((row, at) => {
      const path = ["customers", index, "subscriptions", at];
      place(path, () => addSubscription(ground, { customer, ...owner }, row, path, place));
    });
  });
}

type Owner = { customer: CustomerFile; tenantId: string; domain: string };

function tenantFor(ground: Ground, { name, tenantId, domain, country }: CustomerFile): Omit<Owner, "customer"> {
  const { tenants } = ground.world;
  const known = [...tenants.values()].find((each) =>
    tenantId ? each.tenantId.toLowerCase() === tenantId.toLowerCase() : each.displayName === name,
  );
  if (known) return { tenantId: known.tenantId, domain: known.defaultDomain };
  const usual = `${mailName(name).replaceAll(".", "").slice(0, 40) || "customer"}.example`;
  const made = tenant(ground, name, domain ?? usual, country ?? "US");
  if (tenantId) {
    tenants.delete(made.tenantId);
    tenants.set(tenantId.toLowerCase(), { ...made, tenantId });
  }
  return { tenantId: tenantId ?? made.tenantId, domain: made.defaultDomain };
}

function addSubscription(ground: Ground, owner: Owner, row: SubscriptionFile, path: Path, place: Place): void {
  const { world } = ground;
  const { name, state, tags } = row;
  const subscriptionId = row.subscriptionId ?? ground.guid("subscription", owner.tenantId, name);
  if (world.subscriptions.has(subscriptionId.toLowerCase()))
    throw new UnknownName(`the subscription ${JSON.stringify(name)} exists already: change it under "subscriptions"`);
  const holder = row.movedTo === undefined ? owner.tenantId : tenantIdCalled(world, row.movedTo);
  const made = subscription(ground, name, holder, { subscriptionId, ...stated({ state, tags }) });
  const location = row.location ?? "westeurope";
  for (const group of row.resourceGroups ?? []) resourceGroup(ground, made, group, location);
  row.delegations?.forEach((each, index) => {
    const at = [...path, "delegations", index];
    place(at, () => addDelegation(ground, owner, made, { ...each, index, location, at }, place));
  });
}

type Placed = DelegationFile & { index: number; location: string; at: Path };

function addDelegation(ground: Ground, owner: Owner, at: Subscription, row: Placed, place: Place): void {
  const { customer, tenantId, domain } = owner;
  const { scope, state = "Succeeded", daysAgo = 100, location } = row;
  const signedAs = customer.nameInOffers === null ? undefined : (customer.nameInOffers ?? customer.name);
  const definition = define(ground, at, offerOf(ground.world, row, place), {
    customer: { tenantId, name: signedAs },
    signedBy: `admin@${domain}`,
    daysAgo,
    key: row.index === 0 ? "" : String(row.index),
  });
  const groups = (typeof scope === "string" ? [scope] : (scope ?? [])).map((name) => {
    const id = `${subscriptionPath(at)}/resourceGroups/${name}`.toLowerCase();
    return ground.world.resourceGroups.get(id) ?? resourceGroup(ground, at, name, location);
  });
  if (state === "Unassigned") return;
  for (const each of groups.length > 0 ? groups : [at])
    assign(ground, definition, each, { daysAgo, provisioningState: state });
}

function offerOf(world: World, row: Placed, place: Place): Offer {
  const authorizations: Authorization[] = [];
  row.authorizations?.forEach(({ principal, role, label, assignableRoles }, index) =>
    place([...row.at, "authorizations", index], () => {
      const { id, displayName } = principalCalled(world, principal);
      authorizations.push({
        principalId: id,
        principalIdDisplayName: label ?? displayName,
        roleDefinitionId: roleIdCalled(world, role),
        ...(assignableRoles && {
          delegatedRoleDefinitionIds: assignableRoles.map((each) => roleIdCalled(world, each)),
        }),
      });
    }),
  );
  const eligibleAuthorizations: EligibleAuthorization[] = [];
  row.eligible?.forEach(({ principal, role, label, mfa, longest, approvers }, index) =>
    place([...row.at, "eligible", index], () => {
      const { id, displayName } = principalCalled(world, principal);
      const managedByTenantApprovers = approvers?.map((name) => {
        const approver = principalCalled(world, name);
        return { principalId: approver.id, principalIdDisplayName: approver.displayName };
      });
      eligibleAuthorizations.push({
        principalId: id,
        principalIdDisplayName: label ?? displayName,
        roleDefinitionId: roleIdCalled(world, role),
        justInTimeAccessPolicy: stated({
          multiFactorAuthProvider: mfa === undefined ? undefined : mfa ? ("Azure" as const) : ("None" as const),
          maximumActivationDuration: longest,
          managedByTenantApprovers,
        }),
      });
    }),
  );
  const { offer, description, plan } = row;
  return {
    name: offer,
    authorizations,
    ...stated({ description, plan }),
    ...(row.eligible && { eligibleAuthorizations }),
  };
}
