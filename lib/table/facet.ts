import { gathered } from "./scratch";

/** The distinct values of a facet, and for every row which of them it has: `codes` from `starts[row]` up to `starts[row + 1]`. */
export type Facet = Readonly<{ values: readonly string[]; starts: Int32Array; codes: Int32Array }>;

export function facetOf<Row>(rows: readonly Row[], facet: (row: Row) => string | readonly string[]): Facet {
  const codeOf = new Map<string, number>();
  const values: string[] = [];
  const starts = new Int32Array(rows.length + 1);
  const codes: number[] = [];
  const add = (value: string) => {
    let code = codeOf.get(value);
    if (code === undefined) {
      code = values.push(value) - 1;
      codeOf.set(value, code);
    }
    codes.push(code);
  };
  rows.forEach((row, index) => {
    const found = facet(row);
    if (typeof found === "string") add(found);
    else new Set(found).forEach(add);
    starts[index + 1] = codes.length;
  });
  return { values, starts, codes: Int32Array.from(codes) };
}

/** The hits that have at least one of the chosen values. */
export function withFacet(hits: Int32Array, { values, starts, codes }: Facet, chosen: ReadonlySet<string>): Int32Array {
  const isChosen = Uint8Array.from(values, (value) => (chosen.has(value) ? 1 : 0));
  const hasChosen = (row: number) => {
    for (let at = starts[row]!; at < starts[row + 1]!; at++) if (isChosen[codes[at]!]) return true;
    return false;
  };
  return gathered(hits.length, (into) => {
    let found = 0;
    for (const row of hits) if (hasChosen(row)) into[found++] = row;
    return found;
  });
}

/** How many of the hits have each value, in the order of `values`. */
export function countFacet(hits: Int32Array, { values, starts, codes }: Facet): Int32Array {
  const counts = new Int32Array(values.length);
  for (const row of hits) for (let at = starts[row]!; at < starts[row + 1]!; at++) counts[codes[at]!]! += 1;
  return counts;
}
