import type { Delegation } from "./delegation";
import type { SubscriptionId } from "./ids";
import type { Inventory } from "./inventory";
import { isSpokenFor } from "./coverage";
import type { Subscription } from "./subscription";

/**
 * Whether we are the ones it delegates to. A customer's other providers, and the providers of our own subscriptions, are
 * visible to whoever may read the scope. A delegation whose definition could not be read counts as ours.
 */
export const isOurs = ({ definition }: Delegation, { managingTenant }: Pick<Inventory, "managingTenant">): boolean =>
  definition === undefined || definition.managingTenant === managingTenant;

/** Subscriptions that we see although no delegation to us explains it. */
export type Projections = Readonly<{
  /** Our own tenant's. */
  own: readonly Subscription[];
  /** A customer's, reached through something other than Lighthouse: a managed application, a partner service, a role. */
  other: readonly Subscription[];
  /** A customer's that could not be read: a delegation may or may not be there. */
  unread: readonly Subscription[];
}>;

export function projections(inventory: Inventory): Projections {
  const delegated = new Set<SubscriptionId>();
  for (const delegation of inventory.delegations.values())
    if (isOurs(delegation, inventory)) delegated.add(delegation.scope.subscription);

  const own: Subscription[] = [];
  const other: Subscription[] = [];
  const unread: Subscription[] = [];
  for (const subscription of inventory.subscriptions.values()) {
    if (delegated.has(subscription.id)) continue;
    if (subscription.tenant === inventory.managingTenant) own.push(subscription);
    else if (isSpokenFor(inventory.coverage.subscriptions.get(subscription.id))) other.push(subscription);
    else unread.push(subscription);
  }
  return { own, other, unread };
}
