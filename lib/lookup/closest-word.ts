import { lettersOf } from "@/lib/table/letters";
import { wordsOf } from "./fold";
import type { LookupIndex } from "./lookup-index";

type Word = Readonly<{ text: string; letters: number; count: number }>;

const vocabularies = new WeakMap<LookupIndex, readonly Word[]>();

/** The words of all names, made when somebody first mistypes. Numbers have no nearest. */
function vocabularyOf(index: LookupIndex): readonly Word[] {
  const known = vocabularies.get(index);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const name of index.names)
    for (const word of wordsOf(name))
      if (word.length > 2 && /^\p{L}/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = Array.from(counts, ([text, count]) => ({ text, letters: lettersOf(text), count }));
  vocabularies.set(index, words);
  return words;
}

/**
 * The word of a name that was most likely meant: one slip away, two for long words. A slip is a letter left out, added,
 * wrong, or swapped with its neighbour. What begins a known word is no slip. Undefined where nothing is near.
 */
export function closestWord(index: LookupIndex, typed: string): string | undefined {
  if (typed.length < 4) return undefined;
  const letters = lettersOf(typed);
  const allowed = typed.length < 8 ? 1 : 2;
  let found: Word | undefined;
  let least = allowed + 1;
  for (const word of vocabularyOf(index)) {
    if (bits(word.letters ^ letters) > 2 * allowed) {
      // A beginning lacks the letters of the rest.
      if (word.text.length <= typed.length + allowed || bits(letters & ~word.letters) > allowed) continue;
    }
    const isBetter = (slips: number) => slips < least || (slips === least && word.count > (found?.count ?? 0));
    const whole = slipsBetween(typed, word.text, allowed);
    const beginning =
      word.text.length > typed.length ? slipsBetween(typed, word.text.slice(0, typed.length), allowed) : whole;
    const slips = Math.min(whole, beginning);
    if (slips > allowed || !isBetter(slips)) continue;
    found = word;
    least = slips;
  }
  return found && least > 0 ? found.text : undefined;
}

function bits(mask: number): number {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count++;
  return count;
}

/** Damerau and Levenshtein's distance with neighbours swapped once (optimal string alignment); above `most` it is not exact. */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const line = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      let least = Math.min(last[column]! + 1, line[column - 1]! + 1, last[column - 1]! + (isSame ? 0 : 1));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        least = Math.min(least, before[column - 2]! + 1);
      line.push(least);
    }
    if (Math.min(...line) > most) return most + 1;
    [before, last] = [last, line];
  }
  return last[other.length]!;
}
