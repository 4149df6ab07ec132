import type { Delegation } from "../delegation";
import type { ArmId, SubscriptionId, TenantId } from "../ids";
import type { Scope } from "../scope";
import type { AccessIndex } from "./access-index";
import { listAt } from "./lists";

/** What can be reached: a scope, a customer by any of its scopes, or one delegation by what its own definition gives. */
export type Target = Readonly<
  { kind: "scope"; scope: Scope } | { kind: "customer"; customer: TenantId } | { kind: "delegation"; delegation: ArmId }
>;

/** A grant that leads to a target, and what it is worth there: through one delegation that may be less than by all. */
export type Leading = Readonly<{ grant: number; worth: number }>;

/** All that bears on a target. */
export type Aim = Readonly<{
  leading: readonly Leading[];
  /** The number of the delegation that was asked about, or -1. */
  through: number;
  unreadDefinitions: readonly Delegation[];
  unreadSubscriptions: readonly SubscriptionId[];
}>;

export const aimAt = (index: AccessIndex, target: Target): Aim =>
  target.kind === "delegation"
    ? aimAtDelegation(index, target.delegation)
    : aimAtScopes(
        index,
        target.kind === "scope" ? scopesOver(index, target.scope) : scopesOf(index, target.customer),
        target,
      );

/** What is granted on a subscription holds in its resource groups too; never the other way round. */
function scopesOver({ scopeTable }: AccessIndex, scope: Scope): number[] {
  const whole = scopeTable.find({ kind: "subscription", subscription: scope.subscription });
  const own = scope.kind === "subscription" ? -1 : scopeTable.find(scope);
  return [whole, own].filter((number) => number >= 0);
}

function scopesOf({ scopeTable: { customers, firstOf } }: AccessIndex, tenant: TenantId): number[] {
  const customer = customers.find(tenant);
  if (customer < 0) return [];
  const first = firstOf[customer]!;
  return Array.from({ length: firstOf[customer + 1]! - first }, (_, at) => first + at);
}

function aimAtScopes(
  index: AccessIndex,
  scopes: readonly number[],
  target: Exclude<Target, { kind: "delegation" }>,
): Aim {
  const { grants, delegations } = index;
  const leading: Leading[] = [];
  const unreadDefinitions: Delegation[] = [];
  for (const scope of scopes) {
    for (let grant = grants.firstOf[scope]!; grant < grants.firstOf[scope + 1]!; grant++)
      leading.push({ grant, worth: grants.ranks[grant]! });
    for (const number of listAt(grants.delegationsOf, scope)) {
      const delegation = delegations[number]!;
      if (!delegation.definition) unreadDefinitions.push(delegation);
    }
  }
  const unreadSubscriptions = index.unreadSubscriptions.filter((id) => concerns(index, id, target));
  return { leading, through: -1, unreadDefinitions, unreadSubscriptions };
}

function aimAtDelegation({ inventory, scopeTable, grants, delegations, delegationRanks }: AccessIndex, id: ArmId): Aim {
  const delegation = inventory.delegations.get(id);
  const scope = delegation ? scopeTable.find(delegation.scope) : -1;
  const through =
    scope < 0 ? -1 : (listAt(grants.delegationsOf, scope).find((one) => delegations[one] === delegation) ?? -1);
  const leading: Leading[] = [];
  if (through >= 0)
    for (let grant = grants.firstOf[scope]!; grant < grants.firstOf[scope + 1]!; grant++)
      if (listAt(grants.sourcesOf, grant).some((source) => grants.sourceDelegations[source] === through))
        leading.push({ grant, worth: delegationRanks[through]! });
  const isUnread = delegation !== undefined && through >= 0 && !delegation.definition;
  return { leading, through, unreadDefinitions: isUnread ? [delegation] : [], unreadSubscriptions: [] };
}

/** A subscription whose owner nobody tells may be any customer's. */
function concerns({ inventory, scopeTable }: AccessIndex, id: SubscriptionId, target: Target): boolean {
  if (target.kind === "scope") return target.scope.subscription === id;
  if (target.kind !== "customer") return false;
  const owner = inventory.subscriptions.get(id)?.tenant ?? scopeTable.ownerOf(id);
  return owner === undefined || owner === target.customer;
}
