import { customerNames } from "./customer-name";
import type { Plan, ProvisioningState } from "./definition";
import { isTransferred, type Delegation } from "./delegation";
import { lastChangeOf, laterOf, moment } from "./history";
import type { ArmId, SubscriptionId, TenantId } from "./ids";
import type { Inventory } from "./inventory";
import { sourceOf, type OfferSource } from "./offer";
import { isOurs } from "./projection";

/** A delegation with the names that its ids stand for. undefined reads as "cannot see", never as "none". */
export type DelegationRow = Readonly<{
  id: ArmId;
  /** The GUID at the end of the id. */
  name: string;
  customer: TenantId;
  customerName: string | undefined;
  kind: "subscription" | "resourceGroup";
  /** What a person calls the scope: the subscription's name (its id where nobody tells) or the resource group's. */
  scopeName: string;
  subscription: SubscriptionId;
  subscriptionName: string | undefined;
  resourceGroup: string | undefined;
  offer: string | undefined;
  source: OfferSource | undefined;
  plan: Plan | undefined;
  standing: number | undefined;
  eligible: number | undefined;
  state: ProvisioningState;
  isTransferred: boolean;
  isDefinitionUnread: boolean;
  /** Milliseconds since the epoch of the last write to the delegation or its definition. */
  lastChange: number | undefined;
}>;

/** The resource group's name as it was given: ids are kept in lower case, since ARM compares them so. */
export function resourceGroupOf({ scope, raw, givenResourceGroup }: Delegation): string | undefined {
  if (scope.kind !== "resourceGroup") return undefined;
  if (givenResourceGroup !== undefined) return givenResourceGroup;
  const id = typeof raw === "object" && raw !== null && "id" in raw && typeof raw.id === "string" ? raw.id : "";
  const given = id.split("/")[4];
  return given?.toLowerCase() === scope.resourceGroup.toLowerCase() ? given : scope.resourceGroup;
}

type NameOf = ReturnType<typeof customerNames>;

// While an inventory is read it is shown again and again, and most of its delegations are those that it had before.
const known = new WeakMap<Delegation, DelegationRow>();

function rowOf(delegation: Delegation, inventory: Inventory, nameOf: NameOf): DelegationRow {
  const customerName = nameOf(delegation.customer).name;
  const subscriptionName = inventory.subscriptions.get(delegation.scope.subscription)?.name;
  let row = known.get(delegation);
  if (row?.customerName !== customerName || row?.subscriptionName !== subscriptionName) row = undefined;
  if (!row) known.set(delegation, (row = newRow(delegation, customerName, subscriptionName)));
  return row;
}

function newRow(
  delegation: Delegation,
  customerName: string | undefined,
  subscriptionName: string | undefined,
): DelegationRow {
  const { id, name, customer, scope, definition, state, history } = delegation;
  const resourceGroup = resourceGroupOf(delegation);
  return {
    id,
    name,
    customer,
    customerName,
    kind: scope.kind,
    scopeName: resourceGroup ?? subscriptionName ?? scope.subscription,
    subscription: scope.subscription,
    subscriptionName,
    resourceGroup,
    offer: definition?.offer,
    source: definition && sourceOf(definition),
    plan: definition?.plan,
    standing: definition?.authorizations.length,
    eligible: definition?.eligibleAuthorizations.length,
    state,
    isTransferred: isTransferred(delegation),
    isDefinitionUnread: definition === undefined,
    lastChange: moment(laterOf(lastChangeOf(history), definition && lastChangeOf(definition.history))),
  };
}

/** One row per delegation to us, in the order in which they were read. */
export function delegationRows(inventory: Inventory): DelegationRow[] {
  const nameOf = customerNames(inventory);
  const rows: DelegationRow[] = [];
  for (const delegation of inventory.delegations.values())
    if (isOurs(delegation, inventory)) rows.push(rowOf(delegation, inventory, nameOf));
  return rows;
}

/** The row of one delegation, without building the others. */
export const delegationRow = (delegation: Delegation, inventory: Inventory): DelegationRow =>
  rowOf(delegation, inventory, customerNames(inventory));
