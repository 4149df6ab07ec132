import type { SubscriptionId } from "@/lib/domain/ids";
import type { Pass } from "./pass";
import { problem } from "./problem";
import { readAssignments } from "./read-assignments";
import { readUnassignedDefinitions } from "./read-definitions";
import { beyondLimit, type EstateReads } from "./read-estate";
import { readShownSubscriptions } from "./read-subscriptions";
import { written } from "./written";

const batch = 1000;

/** Resource Graph stops at 10,000 subscriptions unless it is asked by name, which takes ARM's list of them. */
export async function readBeyondLimit(pass: Pass, reads: EstateReads): Promise<void> {
  const beyond = pass.draft.answers.silent();
  if (reads.listed.losses.length > 0) pass.ledger.problem(othersUnknown);
  for (let at = 0; at < beyond.length && !pass.signal.aborted; at += batch) {
    const some: readonly SubscriptionId[] = beyond.slice(at, at + batch);
    const [assignments, shown, unassigned] = await Promise.all([
      readAssignments(pass, some),
      readShownSubscriptions(pass, some),
      readUnassignedDefinitions(pass, some),
    ]);
    reads.assignments.push(assignments);
    reads.shown.push(shown);
    reads.unassigned.push(unassigned);
  }
  if (beyond.length > 0 && !pass.signal.aborted) pass.ledger.note(askedByName(beyond.length));
}

const askedByName = (count: number) => ({
  ...beyondLimit,
  why: `Azure Resource Graph answers for 10,000 subscriptions at once. ${
    count === 1 ? "The other one was" : `The other ${written(count)} were`
  } asked for by name.`,
});

const othersUnknown = problem({
  ...beyondLimit,
  kind: "limit",
  why: "Azure Resource Graph answers for 10,000 subscriptions at once, and Azure's list of the others could not be read.",
  fix: "Read the subscriptions again.",
});
