import type { Inventory } from "@/lib/domain/inventory";
import type { Operation } from "@/lib/domain/operation";
import type { Principal } from "@/lib/domain/principal";
import { entriesOf } from "@/lib/lookup/entries";
import type { Entry } from "@/lib/lookup/entry";
import { findingEntries, ruleEntries } from "@/lib/lookup/finding-entries";
import { indexEntries, type LookupIndex } from "@/lib/lookup/lookup-index";
import { namedOperations, operationEntries } from "@/lib/lookup/operation-entries";
import { runSliced } from "@/lib/table/slices";
import type { Findings } from "./findings";

/** What is looked up; undefined is what was not read, or not judged as a whole. */
export type LookupSources = Readonly<{
  inventory: Inventory;
  principals: ReadonlyMap<string, Principal>;
  findings: Findings | undefined;
  operations: readonly Operation[] | undefined;
  others: readonly Entry[];
}>;

let last: Readonly<{ of: LookupSources; index: LookupIndex }> | undefined;

const isSame = (one: LookupSources, other: LookupSources) =>
  one.inventory === other.inventory &&
  one.principals === other.principals &&
  one.findings === other.findings &&
  one.operations === other.operations &&
  one.others === other.others;

/** What can be looked up in this snapshot, if it was worked out before. */
export const lookupKnown = (of: LookupSources): LookupIndex | undefined =>
  last && isSame(last.of, of) ? last.index : undefined;

/** The same, worked out in slices between which the page stays usable. Rejects when the signal is aborted. */
export async function lookupIn(of: LookupSources, signal: AbortSignal): Promise<LookupIndex> {
  const index = await runSliced(indexSources(of), { signal, urgent: true });
  last = { of, index };
  return index;
}

/** To be run in slices. */
export function* indexSources(of: LookupSources): Generator<void, LookupIndex> {
  const { inventory, principals, findings, operations, others } = of;
  const entries = [...(yield* entriesOf(inventory, principals, findings?.assessment.access))];
  yield;
  if (findings) {
    for (const entry of yield* findingEntries(findings.rows)) entries.push(entry);
    entries.push(...ruleEntries(findings.assessment.rules.map(({ rule }) => rule)));
  }
  yield;
  const known = operations ?? namedOperations(inventory.roles.values());
  for (const entry of yield* operationEntries(known)) entries.push(entry);
  entries.push(...others);
  yield;
  return yield* indexEntries(entries);
}
