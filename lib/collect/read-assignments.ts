import { delegationParser } from "@/lib/azure/managed-services/to-domain";
import { scopeOf } from "@/lib/domain/scope";
import type { ArmId, SubscriptionId } from "@/lib/domain/ids";
import type { Range } from "./answers";
import { answerOf, problemsOf } from "./loss";
import type { Pass } from "./pass";
import { assignmentsQuery } from "./queries";
import { readTable, type Loss, type TableRead } from "./read-table";

/** Delegations of everything that the person may read, or of the given subscriptions. */
export async function readAssignments(pass: Pass, subscriptions?: readonly SubscriptionId[]): Promise<TableRead> {
  const { draft, ledger, changed } = pass;
  const ids: ArmId[] = [];
  const read = await readTable(pass, {
    query: assignmentsQuery,
    row: delegationParser(),
    add(delegation) {
      ids.push(delegation.id);
      draft.addDelegation(delegation);
    },
    tally(kept, expected) {
      const isFirst = kept > 0 && ledger.account("assignments").read === 0;
      ledger.grow("assignments", kept, expected);
      if (isFirst) changed(true);
    },
    ...(subscriptions && { subscriptions }),
  });

  // A record that cannot be understood may be any of those that an earlier reading understood.
  const isAll = !read.isCancelled && read.losses.length === 0 && read.unreadable === 0 && !read.limitHit;
  if (isAll && !subscriptions) draft.delegations.dropStale();
  ledger.problem(...problemsOf("assignments", "delegations", read, draft.delegations.staleCount()));
  if (read.isCancelled) draft.answers.gap({ from: undefined, to: undefined, answer: "waiting" });
  for (const [loss, range] of rangesOf(read, ids)) {
    const answer = answerOf(loss.error);
    if (subscriptions) for (const id of subscriptions) draft.answers.say(id, answer);
    else draft.answers.gap({ ...range, answer });
  }
  draft.touch();
  return read;
}

/** Between which subscriptions rows were lost: the rows are in the order of their ids, which begin with the subscription. */
function rangesOf({ losses, unreadable }: TableRead, ids: readonly ArmId[]): (readonly [Loss, Range])[] {
  const sorted = losses.length > 0 ? [...ids].sort() : [];
  const subscriptionAt = (index: number): SubscriptionId | undefined => {
    const id = sorted[index];
    return id && scopeOf(id)?.subscription;
  };
  let lost = 0;
  return [...losses]
    .sort((left, right) => (left.from ?? 0) - (right.from ?? 0))
    .map((loss) => {
      const isPlaced = loss.from !== undefined && loss.error.kind !== "malformed";
      if (!isPlaced) return [loss, { from: undefined, to: undefined }] as const;
      const place = (loss.from ?? 0) - lost;
      lost += loss.rows ?? 0;
      return [loss, { from: subscriptionAt(place - 1 - unreadable), to: subscriptionAt(place + unreadable) }] as const;
    });
}
