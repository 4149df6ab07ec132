import type { Facet } from "./facet";
import { sortKey } from "./sort-key";

/** `first`: the row that comes first in it. */
export type Group = Readonly<{ value: string; count: number; first: number }>;

/**
 * Groups stand by name; as their first rows do; or by what the rows in them weigh together, the heaviest first, given the
 * weight of each row.
 */
export type GroupOrder = "name" | "rows" | Float64Array;

/** What a table shows, top to bottom: a row's number, or -1 - n for the head of group n. */
export type Lines = Readonly<{ lines: Int32Array; groups: readonly Group[] }>;

export const isGroup = (line: number): boolean => line < 0;
export const groupAt = (line: number): number => -1 - line;

/**
 * Puts the arranged rows under the values of a facet: groups by name, the nameless last, rows in the order they came. A row
 * with several values stands in several groups, one with none in the nameless one; a closed group keeps only its head.
 */
export function groupRows(
  arranged: Int32Array,
  facet: Facet,
  closed: ReadonlySet<string>,
  order: GroupOrder = "name",
): Lines {
  const nameless = facet.values.indexOf("");
  const withNameless = nameless < 0 ? [...facet.values, ""] : facet.values;
  const none = nameless < 0 ? facet.values.length : nameless;
  const { starts, codes } = facet;
  const counts = new Int32Array(withNameless.length);
  const firsts = new Int32Array(withNameless.length).fill(-1);
  const seen: number[] = [];
  const sumsOf = (rows: Int32Array, weights: Float64Array) => {
    const sums = new Float64Array(withNameless.length);
    for (const row of rows) {
      if (starts[row] === starts[row + 1]) sums[none]! += weights[row]!;
      for (let at = starts[row]!; at < starts[row + 1]!; at++) sums[codes[at]!]! += weights[row]!;
    }
    return sums;
  };
  const see = (code: number, row: number) => {
    if (counts[code]!++ > 0) return;
    firsts[code] = row;
    seen.push(code);
  };
  for (const row of arranged) {
    if (starts[row] === starts[row + 1]) see(none, row);
    for (let at = starts[row]!; at < starts[row + 1]!; at++) see(codes[at]!, row);
  }
  const shown =
    order === "name"
      ? byName(seen, withNameless, none)
      : order === "rows"
        ? seen
        : byWeight(seen, sumsOf(arranged, order));

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
  const isSomeOpen = length > heads.length;
  const put = (code: number, row: number) => {
    if (places[code]! >= 0) lines[places[code]!++] = row;
  };
  if (isSomeOpen)
    for (const row of arranged) {
      if (starts[row] === starts[row + 1]) put(none, row);
      for (let at = starts[row]!; at < starts[row + 1]!; at++) put(codes[at]!, row);
    }
  return {
    lines,
    groups: shown.map((code) => ({ value: withNameless[code]!, count: counts[code]!, first: firsts[code]! })),
  };
}

/** The nameless one last. */
function byName(codes: readonly number[], values: readonly string[], none: number): number[] {
  const keys = values.map(sortKey);
  return [...codes].sort(
    (a, b) => Number(a === none) - Number(b === none) || (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : 0),
  );
}

/** Those that weigh the same stand as their first rows do. */
const byWeight = (codes: readonly number[], sums: Float64Array): number[] =>
  [...codes].sort((a, b) => sums[b]! - sums[a]!);
