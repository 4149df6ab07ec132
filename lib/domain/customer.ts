import { isReading, isSpokenFor } from "./coverage";
import { customerNames, type CustomerName } from "./customer-name";
import type { ProvisioningState } from "./definition";
import { isTransferred, type Delegation } from "./delegation";
import { lastChangeOf, laterOf, moment } from "./history";
import type { SubscriptionId, TenantId } from "./ids";
import type { Inventory } from "./inventory";
import { compareOffers, offerKey, offerOf, type Offer } from "./offer";
import { isOurs, projections } from "./projection";
import { worseState } from "./provisioning";

/**
 * A tenant that owns something delegated to us, or owns subscriptions that Azure lists for us and that could not be read:
 * of those nothing else is known, and counts and state are undefined.
 */
export type CustomerRow = Readonly<{
  tenant: TenantId;
  name: string | undefined;
  nameFrom: CustomerName["from"];
  domain: string | undefined;
  /** Subscriptions delegated as a whole. */
  subscriptions: number | undefined;
  /** Resource groups delegated, whether or not their subscription is too. */
  resourceGroups: number | undefined;
  delegations: number | undefined;
  /** Without repetition, by name. Empty where no definition could be read. */
  offers: readonly Offer[];
  /** Milliseconds since the epoch; undefined where Azure does not tell. */
  lastChange: number | undefined;
  /** The worst of its delegations; undefined where nothing of the customer could be read. */
  state: ProvisioningState | undefined;
  /** Delegations whose scope came from another tenant, and those whose definition could not be read. */
  transferred: number;
  definitionsUnread: number;
  /** Of the customer's subscriptions that we know of, those that the inventory speaks for. */
  coverage: Readonly<{ spokenFor: number; known: number }>;
}>;

type Sum = {
  whole: Set<SubscriptionId>;
  groups: Set<string>;
  offers: Map<string, Offer>;
  delegations: number;
  lastChange: string | undefined;
  state: ProvisioningState;
  transferred: number;
  definitionsUnread: number;
};

const nothing = (state: ProvisioningState): Sum => ({
  whole: new Set(),
  groups: new Set(),
  offers: new Map(),
  delegations: 0,
  lastChange: undefined,
  state,
  transferred: 0,
  definitionsUnread: 0,
});

/** What a delegation adds to its customer's sums. */
type Share = Readonly<{ group: string; offer: string | undefined; lastChange: string | undefined }>;

// While an inventory is read it is summed up again and again, and most of its delegations are those that it had before.
const shares = new WeakMap<Delegation, Share>();

function shareOf({ scope, definition, history }: Delegation): Share {
  return {
    group: scope.kind === "subscription" ? "" : `${scope.subscription}/${scope.resourceGroup.toLowerCase()}`,
    offer: definition && offerKey(definition),
    lastChange: laterOf(lastChangeOf(history), definition && lastChangeOf(definition.history)),
  };
}

function add(sum: Sum, delegation: Delegation): void {
  const { scope, definition, state } = delegation;
  let share = shares.get(delegation);
  if (!share) shares.set(delegation, (share = shareOf(delegation)));
  sum.delegations++;
  if (scope.kind === "subscription") sum.whole.add(scope.subscription);
  else sum.groups.add(share.group);
  sum.state = worseState(sum.state, state);
  sum.lastChange = laterOf(sum.lastChange, share.lastChange);
  if (!definition || share.offer === undefined) sum.definitionsUnread++;
  else {
    if (isTransferred(delegation)) sum.transferred++;
    if (!sum.offers.has(share.offer)) sum.offers.set(share.offer, offerOf(definition));
  }
}

type Reach = { spokenFor: number; known: number };

/** Counts each tenant's subscriptions, those included that only a delegation names. */
function reachByTenant({ coverage, subscriptions, delegations }: Inventory): Map<TenantId, Reach> {
  const owners = new Map<SubscriptionId, TenantId>();
  for (const { scope, customer } of delegations.values())
    if (!subscriptions.has(scope.subscription)) owners.set(scope.subscription, customer);

  const reach = new Map<TenantId, Reach>();
  const count = (id: SubscriptionId, tenant: TenantId) => {
    let counted = reach.get(tenant);
    if (!counted) reach.set(tenant, (counted = { spokenFor: 0, known: 0 }));
    counted.known++;
    if (isSpokenFor(coverage.subscriptions.get(id))) counted.spokenFor++;
  };
  for (const { id, tenant } of subscriptions.values()) count(id, tenant);
  for (const [id, tenant] of owners) count(id, tenant);
  return reach;
}

/** Tenants of which not one delegation is known, and that may have delegated all the same. */
export function unreadCustomers(inventory: Inventory): Set<TenantId> {
  const { coverage, delegations } = inventory;
  const tenants = new Set<TenantId>();
  for (const { id, tenant } of projections(inventory).unread)
    // While rows may still come, silence means nothing.
    if (!isReading(coverage) || coverage.subscriptions.get(id) !== "waiting") tenants.add(tenant);
  if (tenants.size > 0)
    for (const delegation of delegations.values())
      if (isOurs(delegation, inventory)) tenants.delete(delegation.customer);
  return tenants;
}

/**
 * One row per customer, in the order in which their first delegations were read; those of which nothing could be read come
 * last.
 */
export function customerRows(inventory: Inventory): CustomerRow[] {
  const sums = new Map<TenantId, Sum>();
  for (const delegation of inventory.delegations.values()) {
    if (!isOurs(delegation, inventory)) continue;
    let sum = sums.get(delegation.customer);
    if (!sum) sums.set(delegation.customer, (sum = nothing(delegation.state)));
    add(sum, delegation);
  }

  const nameOf = customerNames(inventory);
  const reach = reachByTenant(inventory);
  const known = (tenant: TenantId) => {
    const { name, from, domain } = nameOf(tenant);
    return { tenant, name, nameFrom: from, domain, coverage: reach.get(tenant) ?? { spokenFor: 0, known: 0 } };
  };
  const rows = Array.from(sums, ([tenant, sum]): CustomerRow => {
    return {
      ...known(tenant),
      subscriptions: sum.whole.size,
      resourceGroups: sum.groups.size,
      delegations: sum.delegations,
      offers: [...sum.offers.values()].sort(compareOffers),
      lastChange: moment(sum.lastChange),
      state: sum.state,
      transferred: sum.transferred,
      definitionsUnread: sum.definitionsUnread,
    };
  });
  for (const tenant of unreadCustomers(inventory)) rows.push({ ...known(tenant), ...nothingRead });
  return rows;
}

const nothingRead = {
  subscriptions: undefined,
  resourceGroups: undefined,
  delegations: undefined,
  offers: [],
  lastChange: undefined,
  state: undefined,
  transferred: 0,
  definitionsUnread: 0,
};
