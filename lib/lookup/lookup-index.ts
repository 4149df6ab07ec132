import { lettersOf } from "@/lib/table/letters";
import type { Entry } from "./entry";
import { fold, wordsOf } from "./fold";

/** Entries with what a search looks at, at the same place in every list. */
export type LookupIndex = Readonly<{
  entries: readonly Entry[];
  /** Folded. */
  names: readonly string[];
  /** Name, detail, ids and the initials of the name, folded, in lines. */
  texts: readonly string[];
  /** The letters and digits of the texts: most entries are told from them alone. */
  letters: Int32Array;
  /** The letters with which words of the name begin. */
  initials: Int32Array;
}>;

const step = 64;

/** To be run in slices. */
export function* indexEntries(entries: readonly Entry[]): Generator<void, LookupIndex> {
  const names: string[] = [];
  const texts: string[] = [];
  const letters = new Int32Array(entries.length);
  const initials = new Int32Array(entries.length);
  for (const [at, { name, detail, ids }] of entries.entries()) {
    if (at % step === 0) yield;
    const folded = fold(name);
    const first = wordsOf(folded)
      .map((word) => word[0])
      .join("");
    names.push(folded);
    texts.push(`${folded}\n${fold(detail)}\n${fold(ids)}\n${first}`);
    letters[at] = lettersOf(texts[at]!);
    initials[at] = lettersOf(first);
  }
  return { entries, names, texts, letters, initials };
}
