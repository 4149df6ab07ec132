import type { AccessIndex } from "@/lib/domain/access/access-index";
import { grantedWith } from "@/lib/domain/access/role-rows";
import { customerNames } from "@/lib/domain/customer-name";
import type { TenantId } from "@/lib/domain/ids";
import type { Inventory } from "@/lib/domain/inventory";
import type { Principal } from "@/lib/domain/principal";
import { isOurs } from "@/lib/domain/projection";
import { scopePath } from "@/lib/domain/scope";
import type { Entry } from "./entry";

const none: readonly string[] = [];
// People type these beside a name to say which of two things they mean.
const subscriptionWords = ["sub"];
const groupWords = ["rg"];

/** Everything in an inventory that has a page or a panel, to be run in slices. */
export function* entriesOf(
  inventory: Inventory,
  principals: ReadonlyMap<string, Principal>,
  access: AccessIndex | undefined,
): Generator<void, readonly Entry[]> {
  const nameOf = customerNames(inventory);
  const labelOf = (tenant: TenantId) => nameOf(tenant).name ?? nameOf(tenant).domain ?? tenant;
  const entries: Entry[] = [];
  const seen = new Set<string>();

  const addOnce = (key: string, make: () => Entry) => {
    if (seen.has(key)) return;
    seen.add(key);
    entries.push(make());
  };
  const addCustomer = (tenant: TenantId) =>
    addOnce(tenant, () => ({
      target: { kind: "customer", tenant },
      name: labelOf(tenant),
      beside: shown(nameOf(tenant).domain),
      also: none,
      ids: [tenant],
      copies: tenant,
    }));
  const addOffer = (name: string) =>
    addOnce(`offer ${name}`, () => ({
      target: { kind: "offer", name },
      name,
      beside: none,
      also: none,
      ids: none,
      copies: name,
    }));

  for (const delegation of inventory.delegations.values()) {
    yield;
    if (!isOurs(delegation, inventory)) continue;
    const { scope, customer, definition } = delegation;
    const { subscription } = scope;
    const subscriptionName = inventory.subscriptions.get(subscription)?.name ?? subscription;
    addCustomer(customer);
    addOnce(subscription, () => ({
      target: { kind: "subscription", subscription, customer },
      name: subscriptionName,
      beside: [labelOf(customer)],
      also: subscriptionWords,
      ids: [subscription],
      copies: subscription,
    }));
    if (scope.kind === "resourceGroup")
      addOnce(scopePath(scope).toLowerCase(), () => ({
        target: { kind: "resourceGroup", subscription, resourceGroup: scope.resourceGroup, customer },
        name: scope.resourceGroup,
        beside: [subscriptionName, labelOf(customer)],
        also: groupWords,
        ids: [subscription],
        copies: scopePath(scope),
      }));
    entries.push({
      target: { kind: "delegation", delegation: delegation.id, subscription, customer },
      name: scope.kind === "resourceGroup" ? scope.resourceGroup : subscriptionName,
      beside: [definition?.offer ?? "offer not read", labelOf(customer)],
      also: none,
      ids: [delegation.name, subscription],
      copies: delegation.id,
    });
    if (definition) addOffer(definition.offer);
  }
  for (const principal of principals.values()) {
    yield;
    if (principal.state !== "found") continue;
    const { id, kind, name, detail } = principal;
    entries.push({ target: { kind, principal: id }, name, beside: shown(detail), also: none, ids: [id], copies: id });
  }
  for (const { id, name } of inventory.roles.values()) {
    yield;
    const customers = access && grantedWith(access, id).customers;
    entries.push({
      target: { kind: "role", role: id, customers },
      name,
      beside: none,
      also: none,
      ids: [id],
      copies: id,
    });
  }
  return entries;
}

const shown = (text: string | undefined): readonly string[] => (text ? [text] : none);
