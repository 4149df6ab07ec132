import { severityRank } from "@/lib/domain/findings/severity";
import { families, familyOf, type Entry, type EntryKind } from "./entry";
import { createTextTable, type TextTable } from "./text-table";
import { vocabularyOf, type Word } from "./vocabulary";

/** Entries with what a search looks at, at the same place in every list. */
export type LookupIndex = Readonly<{
  entries: readonly Entry[];
  texts: TextTable;
  /** The number of each entry's name among the texts, and those of what stands beside it and of further words. */
  names: Int32Array;
  others: Numbers;
  /** In lower case, each once; and which of them each entry has. */
  ids: readonly string[];
  idsOf: Numbers;
  /** Places among the families. */
  families: Uint8Array;
  /** What an entry is worth before anybody typed. */
  worth: Float32Array;
  /** The words of all names but those of operations, from which slips are mended. */
  vocabulary: readonly Word[];
}>;

/** A list of numbers for each entry: those of entry n stand from start[n] to start[n + 1]. */
export type Numbers = Readonly<{ start: Int32Array; items: readonly number[] }>;

/** How often on-call staff mean one of these, in points. */
const wanted: Readonly<Record<EntryKind, number>> = {
  customer: 14,
  subscription: 12,
  user: 12,
  group: 9,
  servicePrincipal: 7,
  resourceGroup: 7,
  role: 6,
  place: 6,
  command: 6,
  rule: 5,
  finding: 1,
  offer: 4,
  operation: 3,
  // Its scope, which has the same name, comes first.
  delegation: -15,
};

function worthOf({ target, name }: Entry): number {
  if (target.kind === "finding") return wanted.finding + severityRank(target.severity);
  return wanted[target.kind] - Math.min(name.length, 60) / 20;
}

/** To be run in slices. */
export function* indexEntries(entries: readonly Entry[]): Generator<void, LookupIndex> {
  const { numberOf, ...texts } = createTextTable();
  const idNumbers = new Map<string, number>();
  const numberOfId = (id: string) => {
    const key = id.toLowerCase();
    let number = idNumbers.get(key);
    if (number === undefined) idNumbers.set(key, (number = idNumbers.size));
    return number;
  };
  const names = new Int32Array(entries.length);
  const others = draftNumbers(entries.length);
  const idsOf = draftNumbers(entries.length);
  const familyPlaces = new Uint8Array(entries.length);
  const worth = new Float32Array(entries.length);
  for (let at = 0; at < entries.length; at++) {
    yield;
    const entry = entries[at]!;
    names[at] = numberOf(entry.name);
    for (const text of entry.beside) others.items.push(numberOf(text));
    for (const text of entry.also) others.items.push(numberOf(text));
    others.start[at + 1] = others.items.length;
    for (const id of entry.ids) idsOf.items.push(numberOfId(id));
    idsOf.start[at + 1] = idsOf.items.length;
    familyPlaces[at] = families.indexOf(familyOf[entry.target.kind]);
    worth[at] = worthOf(entry);
  }
  // Words of operations are near to everything that somebody may have meant.
  const vocabulary = yield* vocabularyOf(
    names.filter((_, at) => entries[at]!.target.kind !== "operation"),
    texts,
  );
  return {
    entries,
    texts,
    names,
    others,
    ids: [...idNumbers.keys()],
    idsOf,
    families: familyPlaces,
    worth,
    vocabulary,
  };
}

const draftNumbers = (count: number) => ({ start: new Int32Array(count + 1), items: [] as number[] });
