import { countFacet, type Facet } from "./facet";
import { sortKey } from "./sort-key";

export type Group = Readonly<{ value: string; count: number }>;

/** What a table shows, top to bottom: a row's number, or -1 - n for the head of group n. */
export type Lines = Readonly<{ lines: Int32Array; groups: readonly Group[] }>;

export const isGroup = (line: number): boolean => line < 0;
export const groupAt = (line: number): number => -1 - line;

/**
 * Puts the arranged rows under the values of a facet: groups by name, the nameless last, rows in the order they came. A row
 * with several values stands in several groups, one with none in the nameless one; a closed group keeps only its head.
 */
export function groupRows(arranged: Int32Array, facet: Facet, closed: ReadonlySet<string>): Lines {
  const nameless = facet.values.indexOf("");
  const withNameless = nameless < 0 ? [...facet.values, ""] : facet.values;
  const none = nameless < 0 ? facet.values.length : nameless;
  const counts = new Int32Array(withNameless.length);
  counts.set(countFacet(arranged, facet));
  for (const row of arranged) if (facet.starts[row] === facet.starts[row + 1]) counts[none]! += 1;

  const keys = withNameless.map(sortKey);
  const shown = [...withNameless.keys()]
    .filter((code) => counts[code]! > 0)
    .sort(
      (a, b) => Number(a === none) - Number(b === none) || (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : 0),
    );

  const places = new Int32Array(withNameless.length).fill(-1);
  const heads: number[] = [];
  let length = 0;
  for (const code of shown) {
    heads.push(length++);
    if (closed.has(withNameless[code]!)) continue;
    places[code] = length;
    length += counts[code]!;
  }
  const lines = new Int32Array(length);
  heads.forEach((place, index) => (lines[place] = -1 - index));
  const put = (code: number, row: number) => {
    if (places[code]! >= 0) lines[places[code]!++] = row;
  };
  for (const row of arranged) {
    if (facet.starts[row] === facet.starts[row + 1]) put(none, row);
    for (let at = facet.starts[row]!; at < facet.starts[row + 1]!; at++) put(facet.codes[at]!, row);
  }
  return { lines, groups: shown.map((code) => ({ value: withNameless[code]!, count: counts[code]! })) };
}
