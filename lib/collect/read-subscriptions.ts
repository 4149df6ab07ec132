import { listSubscriptions, subscriptionRow } from "@/lib/azure/subscriptions";
import type { SubscriptionId } from "@/lib/domain/ids";
import type { Pass } from "./pass";
import { subscriptionsQuery } from "./queries";
import { readTable, type TableRead } from "./read-table";
import { readWhole } from "./read-whole";

/** Subscriptions that Resource Graph shows: all that the person may read, or some of the given ones. */
export function readShownSubscriptions(pass: Pass, subscriptions?: readonly SubscriptionId[]): Promise<TableRead> {
  const { draft, ledger } = pass;
  let expected = 0;
  return readTable(pass, {
    query: subscriptionsQuery,
    row: subscriptionRow,
    add: (subscription) => draft.addSubscription(subscription, "resourceGraph"),
    tally(_, more) {
      expected += more;
      const read = draft.subscriptions.freshCount();
      ledger.count("subscriptions", read, Math.max(read, expected));
    },
    rowsAreSubscriptions: !subscriptions,
    ...(subscriptions && { subscriptions }),
  });
}

/** Subscriptions that ARM lists: those that the rest is measured against. */
export function readListedSubscriptions(pass: Pass): Promise<TableRead> {
  const { azure, draft, signal } = pass;
  return readWhole(pass, async (take) => {
    for await (const { items, malformed } of listSubscriptions(azure, signal)) {
      for (const subscription of items) draft.addSubscription(subscription, "arm");
      take(items.length, malformed);
    }
  });
}
