import { id, record, text } from "@/lib/azure/wire";
import { subscriptionId, type SubscriptionId } from "@/lib/domain/ids";
import type { Pass } from "./pass";
import { groupsQuery } from "./queries";
import { readTable } from "./read-table";

const row = record({ subscriptionId: id(subscriptionId), managedBy: text });
const application = /\/providers\/microsoft\.solutions\/applications\//i;

/**
 * Those of the subscriptions in which nothing shows but resource groups that belong to managed applications: a publisher sees
 * these groups, and by them the subscription, without any delegation.
 */
export async function readApplications(
  pass: Pass,
  subscriptions: readonly SubscriptionId[],
): Promise<ReadonlySet<SubscriptionId>> {
  const onlyApplications = new Map<SubscriptionId, boolean>();
  if (subscriptions.length === 0) return new Set();
  const { losses, unreadable } = await readTable(pass, {
    query: groupsQuery,
    row,
    add: ({ subscriptionId: at, managedBy }) =>
      onlyApplications.set(at, (onlyApplications.get(at) ?? true) && application.test(managedBy ?? "")),
    subscriptions,
  });
  // What was lost may be a group that somebody delegated.
  if (losses.length > 0 || unreadable > 0) return new Set();
  return new Set(subscriptions.filter((one) => onlyApplications.get(one)));
}
