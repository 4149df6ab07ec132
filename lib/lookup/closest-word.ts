import { lettersOf } from "@/lib/table/letters";
import type { Word } from "./vocabulary";

/**
 * The word of a name that was most likely meant: one slip away, two for long words. A slip is a letter left out, added,
 * wrong, or swapped with its neighbour. What begins a known word is no slip. Undefined where nothing is near.
 */
export function closestWord(vocabulary: readonly Word[], typed: string): string | undefined {
  if (typed.length < 4) return undefined;
  const letters = lettersOf(typed);
  const allowed = typed.length < 8 ? 1 : 2;
  let found: Word | undefined;
  let least = allowed + 1;
  for (const word of vocabulary) {
    if (bits(word.letters ^ letters) > 2 * allowed) {
      // A beginning lacks the letters of the rest.
      if (word.text.length <= typed.length + allowed || bits(letters & ~word.letters) > allowed) continue;
    }
    const isBetter = (slips: number) => slips < least || (slips === least && word.count > (found?.count ?? 0));
    const slips = slipsToBeginning(typed, word.text, allowed);
    if (slips > allowed || !isBetter(slips)) continue;
    found = word;
    least = slips;
  }
  return found && least > 0 ? found.text : undefined;
}

/** How many bits are set, without a loop: it is asked of every word there is. */
function bits(mask: number): number {
  let sum = mask - ((mask >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Damerau and Levenshtein's distance with neighbours swapped once (optimal string alignment); above `most` it is not exact. */
export const slipsBetween = (one: string, other: string, most: number): number =>
  Math.abs(one.length - other.length) > most ? most + 1 : (slips(one, other, most)?.[other.length] ?? most + 1);

/** The least to a word or to what it begins with, which may have letters that were left out. */
function slipsToBeginning(typed: string, word: string, most: number): number {
  const beginning = word.slice(0, typed.length + most);
  const all = slips(typed, beginning, most);
  let least = most + 1;
  for (let length = Math.min(typed.length, beginning.length); all && length <= beginning.length; length++)
    least = Math.min(least, all[length]!);
  return least;
}

/** From one text to each beginning of the other, by its length; undefined where all are above `most`. */
function slips(one: string, other: string, most: number): readonly number[] | undefined {
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
    if (Math.min(...line) > most) return undefined;
    [before, last] = [last, line];
  }
  return last;
}
