import type { Inventory } from "@/lib/domain/inventory";
import type { Principal } from "@/lib/domain/principal";
import { entriesOf } from "@/lib/lookup/entries";
import type { Entry } from "@/lib/lookup/entry";
import { indexEntries, type LookupIndex } from "@/lib/lookup/lookup-index";
import { runSliced } from "@/lib/table/slices";

type Principals = ReadonlyMap<string, Principal>;
type Sources = Readonly<{ inventory: Inventory; principals: Principals; others: readonly Entry[] }>;

let last: Readonly<{ of: Sources; index: LookupIndex }> | undefined;

const isSame = (one: Sources, other: Sources) =>
  one.inventory === other.inventory && one.principals === other.principals && one.others === other.others;

/** What can be looked up in this snapshot, if it was worked out before. */
export const lookupKnown = (of: Sources): LookupIndex | undefined =>
  last && isSame(last.of, of) ? last.index : undefined;

/** The same, worked out in slices between which the page stays usable. Rejects when the signal is aborted. */
export async function lookupIn(of: Sources, signal: AbortSignal): Promise<LookupIndex> {
  const entries = await runSliced(entriesOf(of.inventory, of.principals), { signal, urgent: true });
  const index = await runSliced(indexEntries([...entries, ...of.others]), { signal, urgent: true });
  last = { of, index };
  return index;
}
