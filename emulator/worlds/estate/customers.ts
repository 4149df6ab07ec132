import type { RegistrationDefinition, Subscription } from "../../world";
import { assign, define, type Offer } from "../delegation-rows";
import { resource, resourceGroup, roleAssignment, subscription, tenant } from "../estate-rows";
import type { Ground } from "../ground";
import type { Random } from "../random";
import { type Directory, short } from "./directory";
import { assignments, layOut, type Layout, shares } from "./layout";
import { type Catalogue } from "./offers";
import { oddities } from "./oddities";
import type { Size } from "./sizes";
import { companyName, countries, locations } from "./words";

type Site = { ground: Ground; size: Size; random: Random; directory: Directory; catalogue: Catalogue };
type Settled = Site & { spoil: (offer: Offer) => Offer };
type Customer = { index: number; name: string; short: string; tenantId: string; signedAs: string | undefined };

/** Every customer with its subscriptions and delegations, biggest first, so that the last ones even out the sums. */
export function onboard(estate: Site): void {
  const { ground, size, random, directory } = estate;
  const site = { ...estate, spoil: oddities(random, directory) };
  const layouts = layOut(size, random);
  let delegationsLeft = size.delegations;
  let grantsLeft = size.grants;
  let first = 0;
  let neighbour: Customer | undefined;
  shares(size).forEach((count, index) => {
    const customer = win(ground, index);
    const own = layouts.slice(first, first + count);
    first += count;
    const usual = delegationsLeft > 0 ? grantsLeft / delegationsLeft : site.catalogue.smallest;
    const { offer, team } = choose(site, customer, usual);
    own.forEach((layout, at) => {
      // Once in a while a subscription has moved to another customer since.
      const owner = neighbour && at > 0 && random.chance(0.008) ? neighbour : customer;
      grantsLeft -= settle(site, customer, owner, layout, at, offer, team);
      delegationsLeft -= assignments(layout);
    });
    neighbour = customer;
  });
}

/** Three in a hundred names went stale, three were never written down, and one is known nowhere at all. */
function win(ground: Ground, index: number): Customer {
  const name = companyName(index);
  const domain = `${short(name)}.example`;
  const { tenantId } = tenant(ground, name, domain, countries[index % countries.length] ?? "US");
  const place = index % 100;
  const isUnknown = place === 77;
  if (isUnknown) ground.world.tenants.delete(tenantId);
  const isUnsaid = isUnknown || (place >= 41 && place < 44);
  const isStale = place >= 61 && place < 64;
  const signedAs = isUnsaid ? undefined : isStale ? `${name} Holding` : name;
  return { index, name, short: short(name), tenantId, signedAs };
}

type Choice = { offer: Offer; team: boolean };

/** A dedicated team, a Marketplace plan (one in five of them outdated) or a template of the size that is due. */
function choose({ size, random, directory, catalogue }: Site, { index, name }: Customer, usual: number): Choice {
  const region = index % size.regions;
  const group = directory.dedicated[index];
  const wanted = Math.round(usual + (random.next() - 0.5) * 6);
  const entries = Math.min(catalogue.largest, Math.max(catalogue.smallest, wanted));
  if (group) return { offer: catalogue.template(region, Math.max(5, entries), { name, group }), team: true };
  if (random.chance(0.35)) {
    const age = random.chance(0.8) ? 0 : random.chance(0.7) ? 1 : 2;
    return { offer: catalogue.marketplace(region, age), team: false };
  }
  return { offer: catalogue.template(region, entries), team: false };
}

const environments = ["prod", "test", "dev", "data", "shared", "dr"];
const workloads = ["app", "web", "data", "network", "backup", "identity", "batch", "edge"];

/** One subscription with its definitions and delegations; returns the grants that they make. */
function settle(
  { ground, random, directory, spoil }: Settled,
  customer: Customer,
  owner: Customer,
  layout: Layout,
  at: number,
  offer: Offer,
  team: boolean,
): number {
  const { index, name, tenantId, signedAs } = customer;
  const environment = environments[at % environments.length] ?? "";
  const number = String(Math.floor(at / environments.length) + 1).padStart(2, "0");
  const row = subscription(ground, `sub-${customer.short}-${environment}-${number}`, owner.tenantId, {
    ...(random.chance(0.01) && { state: "Disabled" as const }),
    tags: { environment, customer: name },
  });
  const location = locations[index % locations.length] ?? "";
  const identity = furnish(ground, row, location, environment, random);
  if (identity) trust(ground, directory, row, offer, identity);

  let grants = 0;
  layout.forEach(({ groups }, order) => {
    const asked = !team && !offer.plan && random.chance(0.03) ? spoil(offer) : offer;
    const daysAgo = 20 + ((index * 37 + at * 11 + order * 5) % 1300) + random.next();
    const definition = define(ground, row, asked, {
      customer: { tenantId, name: signedAs },
      signedBy: `admin@${customer.short}.example`,
      daysAgo,
      key: order === 0 ? "" : String(order),
    });
    const made = delegate(ground, definition, row, { groups, order, location, daysAgo, random, layout });
    grants += made * (asked.authorizations.length + (asked.eligibleAuthorizations?.length ?? 0));
  });
  return grants;
}

type Where = { groups: number; order: number; location: string; daysAgo: number; random: Random; layout: Layout };

function delegate(ground: Ground, definition: RegistrationDefinition, at: Subscription, where: Where): number {
  const { groups, order, location, daysAgo, random, layout } = where;
  if (groups < 0) return 0;
  // Only beside a delegation of the whole subscription can a provider see one that did not succeed.
  const mayFail = order > 0 && layout[0]?.groups === 0;
  const state = () => (mayFail && random.chance(0.04) ? random.pick(["Failed", "Running"]) : "Succeeded");
  if (groups === 0) assign(ground, definition, at, { daysAgo, provisioningState: state() });
  for (let number = 0; number < groups; number++) {
    const group = resourceGroup(ground, at, `rg-${workloads[number] ?? "more"}-${order}`, location);
    assign(ground, definition, group, { daysAgo, provisioningState: state() });
  }
  return Math.max(1, groups);
}

/** A machine in every subscription; one in eight has an identity, which is returned with it. */
function furnish(ground: Ground, at: Subscription, location: string, environment: string, random: Random) {
  const group = resourceGroup(ground, at, `rg-core-${environment}`, location);
  const identity = { type: "SystemAssigned", principalId: ground.guid("identity", at.subscriptionId) };
  const hasIdentity = random.chance(0.125);
  const machine = resource(ground, group, "Microsoft.Compute/virtualMachines", `vm-${environment}-01`, {
    tags: { environment },
    ...(hasIdentity && { identity: { ...identity, tenantId: at.tenantId } }),
  });
  return hasIdentity ? { machineId: machine.id, principalId: identity.principalId } : undefined;
}

/** Whoever may assign roles to managed identities did so for this one: what a provider is shown of assignments. */
function trust(
  ground: Ground,
  { servicePrincipals }: Directory,
  at: Subscription,
  { authorizations }: Offer,
  { machineId, principalId }: { machineId: string; principalId: string },
): void {
  const robots = new Set(servicePrincipals.map(({ id }) => id));
  const assigner = authorizations.find(
    ({ principalId: holder, delegatedRoleDefinitionIds }) => delegatedRoleDefinitionIds && robots.has(holder),
  );
  const [role] = assigner?.delegatedRoleDefinitionIds ?? [];
  if (!assigner || role === undefined) return;
  roleAssignment(ground, `/subscriptions/${at.subscriptionId}`, {
    roleId: role,
    principalId,
    principalType: "ServicePrincipal",
    principalTenantId: at.tenantId,
    by: assigner.principalId,
    identity: machineId,
  });
}
