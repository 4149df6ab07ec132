import { isOneLetter, lettersOf } from "@/lib/table/letters";
import { otherwise } from "./abbreviations";
import { fold, wordsOf } from "./fold";

/** Folded texts, each once, however many entries hold it: a search looks at each of them once. */
export type TextTable = Readonly<{
  folded: readonly string[];
  /** The first letters of the words: "wb" for Woodgrove Bank. */
  initials: readonly string[];
  /** How else their words are written, each after a space. */
  otherwise: readonly string[];
  /** The letters and digits of the texts and of how else they are written: most are told from them alone. */
  letters: readonly number[];
  /** The letters with which words begin. */
  beginnings: readonly number[];
}>;

export type TextTableDraft = TextTable & Readonly<{ numberOf: (text: string) => number }>;

export function createTextTable(): TextTableDraft {
  const numbers = new Map<string, number>();
  const folded: string[] = [];
  const initials: string[] = [];
  const others: string[] = [];
  const letters: number[] = [];
  const beginnings: number[] = [];
  return {
    folded,
    initials,
    otherwise: others,
    letters,
    beginnings,
    numberOf(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      const number = folded.length;
      numbers.set(text, number);
      const lower = fold(text);
      const first = wordsOf(lower)
        .map((word) => word[0])
        .join("");
      folded.push(lower);
      initials.push(first);
      const other = otherwise(lower);
      others.push(other);
      letters.push(lettersOf(lower + other));
      beginnings.push(lettersOf(first));
      return number;
    },
  };
}

/** How a fragment stands in a text; the higher, the better it answers. */
export const place = { nowhere: 0, initials: 1, middle: 2, word: 3, beginning: 4, whole: 5 } as const;

/** Where the fragment stands in each of the texts. `among`: it stands in none that has nowhere there. */
export function placesIn(table: TextTable, fragment: string, among: Uint8Array | undefined): Uint8Array {
  const { folded, initials, otherwise, letters, beginnings } = table;
  const places = new Uint8Array(folded.length);
  const wanted = lettersOf(fragment);
  const isLetter = isOneLetter(fragment);
  const asWord = ` ${fragment}`;
  for (let at = 0; at < places.length; at++) {
    if ((letters[at]! & wanted) !== wanted || among?.[at] === place.nowhere) continue;
    const text = folded[at]!;
    if (!isLetter) {
      places[at] = placeIn(text, fragment, initials[at]!);
      if (places[at]! < place.middle && otherwise[at]!.includes(asWord)) places[at] = place.middle;
    }
    // Whoever has its letter has it: nobody has to look where.
    else if (text.charCodeAt(0) === fragment.charCodeAt(0))
      places[at] = text.length === 1 ? place.whole : place.beginning;
    else places[at] = (beginnings[at]! & wanted) === wanted ? place.word : place.middle;
  }
  return places;
}

const isLetterOrDigit = (code: number) => (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;

function placeIn(text: string, fragment: string, initials: string): number {
  const first = text.indexOf(fragment);
  if (first === 0) return text.length === fragment.length ? place.whole : place.beginning;
  for (let at = first; at > 0; at = text.indexOf(fragment, at + 1))
    if (!isLetterOrDigit(text.charCodeAt(at - 1))) return place.word;
  if (first > 0) return place.middle;
  return initials.includes(fragment) ? place.initials : place.nowhere;
}
