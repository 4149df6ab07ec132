import { customerNames } from "@/lib/domain/customer-name";
import type { TenantId } from "@/lib/domain/ids";
import type { Inventory } from "@/lib/domain/inventory";
import type { Principal } from "@/lib/domain/principal";
import { isOurs } from "@/lib/domain/projection";
import { scopePath } from "@/lib/domain/scope";
import type { Entry } from "./entry";

/** Everything in an inventory that has a page or a panel, to be run in slices. */
export function* entriesOf(
  inventory: Inventory,
  principals: ReadonlyMap<string, Principal>,
): Generator<void, readonly Entry[]> {
  const nameOf = customerNames(inventory);
  const labelOf = (tenant: TenantId) => nameOf(tenant).name ?? nameOf(tenant).domain ?? tenant;
  const entries: Entry[] = [];
  const seen = new Set<string>();
  let steps = 0;

  const addOnce = (key: string, make: () => Entry) => {
    if (seen.has(key)) return;
    seen.add(key);
    entries.push(make());
  };
  const addCustomer = (tenant: TenantId) =>
    addOnce(tenant, () => ({
      target: { kind: "customer", tenant },
      name: labelOf(tenant),
      detail: nameOf(tenant).domain ?? "",
      ids: tenant,
      copies: tenant,
    }));
  const addOffer = (name: string) =>
    addOnce(`offer ${name}`, () => ({ target: { kind: "offer", name }, name, detail: "", ids: "", copies: name }));

  for (const delegation of inventory.delegations.values()) {
    if (steps++ % 64 === 0) yield;
    if (!isOurs(delegation, inventory)) continue;
    const { scope, customer, definition } = delegation;
    const { subscription } = scope;
    const subscriptionName = inventory.subscriptions.get(subscription)?.name ?? subscription;
    addCustomer(customer);
    addOnce(subscription, () => ({
      target: { kind: "subscription", subscription, customer },
      name: subscriptionName,
      detail: labelOf(customer),
      ids: `${subscription} sub`,
      copies: subscription,
    }));
    if (scope.kind === "resourceGroup")
      addOnce(scopePath(scope).toLowerCase(), () => ({
        target: { kind: "resourceGroup", subscription, resourceGroup: scope.resourceGroup, customer },
        name: scope.resourceGroup,
        detail: `${subscriptionName} · ${labelOf(customer)}`,
        ids: `${subscription} rg`,
        copies: scopePath(scope),
      }));
    entries.push({
      target: { kind: "delegation", delegation: delegation.id, subscription, customer },
      name: scope.kind === "resourceGroup" ? scope.resourceGroup : subscriptionName,
      detail: `${definition?.offer ?? "offer not read"} · ${labelOf(customer)}`,
      ids: delegation.id,
      copies: delegation.id,
    });
    if (definition) addOffer(definition.offer);
  }
  for (const principal of principals.values()) {
    if (steps++ % 64 === 0) yield;
    if (principal.state !== "found") continue;
    const { id, kind, name, detail = "" } = principal;
    entries.push({ target: { kind, principal: id }, name, detail, ids: id, copies: id });
  }
  for (const { id, name } of inventory.roles.values()) {
    if (steps++ % 64 === 0) yield;
    entries.push({ target: { kind: "role", role: id }, name, detail: "", ids: id, copies: id });
  }
  return entries;
}
