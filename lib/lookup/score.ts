import type { EntryKind } from "./entry";

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
  offer: 4,
  delegation: 2,
};

const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;

/** Where the fragment begins a word of the text, or else where it is at all; -1 where it is not. */
function placeOf(text: string, fragment: string): { at: number; isWord: boolean } {
  const first = text.indexOf(fragment);
  for (let at = first; at >= 0; at = text.indexOf(fragment, at + 1))
    if (at === 0 || !isLetter(text.charCodeAt(at - 1))) return { at, isWord: true };
  return { at: first, isWord: false };
}

/**
 * How well an entry answers, the higher the better; undefined where a fragment is missing. A whole name is best, then its
 * beginning, the beginning of one of its words, its middle, and last what stands in the detail or an id.
 */
export function scoreOf(kind: EntryKind, name: string, text: string, fragments: readonly string[]): number | undefined {
  let score = wanted[kind] - Math.min(name.length, 60) / 20;
  for (const fragment of fragments) {
    const inName = placeOf(name, fragment);
    if (inName.at >= 0) {
      if (inName.at === 0 && name.length === fragment.length) score += 100;
      else if (inName.at === 0) score += 60;
      else score += inName.isWord ? 45 : 20;
      continue;
    }
    const elsewhere = placeOf(text, fragment);
    if (elsewhere.at < 0) return undefined;
    score += elsewhere.isWord ? 15 : 6;
  }
  return score;
}
