import { lettersOf } from "@/lib/table/letters";
import { wordsOf } from "./fold";
import type { TextTable } from "./text-table";

/** A word of a name; `count`: in how many names it stands. */
export type Word = Readonly<{ text: string; letters: number; count: number }>;

const isWord = /^\p{L}{3,}$/u;

/** The words of all names and how else they are written, to be made in slices. Numbers, and words with numbers in them, have no nearest. */
export function* vocabularyOf(names: Int32Array, { folded, otherwise }: TextTable): Generator<void, readonly Word[]> {
  const counts = new Map<string, number>();
  for (const name of new Set(names)) {
    yield;
    for (const word of wordsOf(folded[name]! + otherwise[name]!))
      if (isWord.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return Array.from(counts, ([text, count]) => ({ text, letters: lettersOf(text), count }));
}
