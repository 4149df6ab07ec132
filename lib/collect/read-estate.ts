import { subscriptionLimit } from "@/lib/azure/resource-graph";
import type { SourceName, SourceState, SubscriptionAnswer } from "@/lib/domain/coverage";
import { breathe } from "./breathe";
import { later } from "./later";
import { answerOf, endOf, problemsOf } from "./loss";
import type { Pass } from "./pass";
import { asAzureError, problemOf } from "./problem";
import { readAssignments } from "./read-assignments";
import { readUnassignedDefinitions, type UnassignedDefinitions } from "./read-definitions";
import { readListedSubscriptions, readShownSubscriptions } from "./read-subscriptions";
import type { TableRead } from "./read-table";

/** What only makes sense read together: a delegation is joined to its definition and weighed against its subscription. */
export const estate: readonly SourceName[] = ["assignments", "definitions", "subscriptions"];

export const beyondLimit = { source: "subscriptions", what: "Subscriptions beyond the first 10,000" } as const;

export type EstateReads = Readonly<{
  assignments: TableRead[];
  shown: TableRead[];
  unassigned: UnassignedDefinitions[];
  listed: TableRead;
}>;

/**
 * Delegations first, since they are what a person waits for; the other first pages go out with theirs. `endEstate` is due
 * with what it resolves to.
 */
export async function readEstate(pass: Pass): Promise<EstateReads> {
  for (const source of estate) pass.ledger.begin(source);
  const [assignments, shown, unassigned, listed] = await Promise.all([
    readAssignments(pass),
    readShownSubscriptions(pass),
    readUnassignedDefinitions(pass),
    readListedSubscriptions(pass),
  ]);
  const reads: EstateReads = { assignments: [assignments], shown: [shown], unassigned: [unassigned], listed };
  if (assignments.limitHit || shown.limitHit || isLonger(listed)) await readOthers(pass, reads);
  return reads;
}

/** Asks for the subscriptions that Resource Graph left out, and says what became of each. */
export async function endEstate(pass: Pass, reads: EstateReads): Promise<void> {
  const { draft, ledger } = pass;
  await breathe();
  const all = [...reads.assignments, ...reads.shown, reads.listed];
  const isWhole = all.every((read) => !read.isCancelled && read.losses.length === 0);
  if (isWhole && draft.answers.silent().length > 0) await readSilent(pass);
  ledger.end("assignments", endOf(reads.assignments));
  endSubscriptions(pass, reads);
  draft.settle(silenceOf(reads.shown));
  pass.changed();
}

async function readSilent(pass: Pass): Promise<void> {
  try {
    const { readSilentSubscriptions } = await later("arm", () => import("./read-silent"));
    await readSilentSubscriptions(pass);
  } catch (error) {
    const what = `${pass.draft.answers.silent().length} subscriptions`;
    pass.ledger.problem(problemOf(asAzureError(error), { source: "subscriptions", what }));
  }
}

async function readOthers(pass: Pass, reads: EstateReads): Promise<void> {
  try {
    const { readBeyondLimit } = await later("resourceGraph", () => import("./read-beyond-limit"));
    await readBeyondLimit(pass, reads);
  } catch (error) {
    pass.ledger.problem(problemOf(asAzureError(error), beyondLimit));
  }
}

function silenceOf(shown: readonly TableRead[]): SubscriptionAnswer {
  if (shown.some(({ isCancelled }) => isCancelled)) return "waiting";
  const [loss] = shown.flatMap(({ losses }) => losses);
  return loss ? answerOf(loss.error) : "refused";
}

function endSubscriptions({ draft, ledger }: Pass, { shown, listed }: EstateReads): void {
  const source = "subscriptions";
  const read = draft.subscriptions.freshCount();
  const counted = shown.reduce((sum, { expected }) => sum + (expected ?? 0), 0);
  const expected = Math.max(read, counted, listed.expected ?? 0);
  // Two lists tell of the same subscriptions: one that either knows is not missing.
  let left = Math.max(0, expected - read - draft.subscriptions.staleCount());
  const found = [...shown, listed].flatMap((one) => problemsOf(source, "subscriptions", one));
  for (const { rows, ...rest } of found) {
    const missing = Math.min(rows, left);
    left -= missing;
    ledger.problem({ ...rest, rows: missing });
  }
  ledger.count(source, read, expected);
  const state: SourceState = endOf([...shown, listed]);
  if (state === "complete") draft.subscriptions.dropStale();
  ledger.end(source, state);
}

/**
 * The header that tells of the limit may be hidden, and the rows cannot be counted against it: of a subscription that only
 * shares a resource group, Resource Graph has no row. ARM's list has no limit.
 */
const isLonger = ({ kept }: TableRead): boolean => kept > subscriptionLimit;
