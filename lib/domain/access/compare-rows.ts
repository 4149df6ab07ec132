import type { AccessIndex } from "./access-index";
import type { Comparison } from "./compare";
import { grantRows, type GrantRow } from "./grant-rows";
import type { Held } from "./reach";

/** A role on a scope that one of two principals holds, or both: `one` and `other` are undefined where it does not. */
export type CompareRow = Readonly<{ grant: GrantRow; one: Held | undefined; other: Held | undefined }>;

/** In the order of customers and scopes. */
export function compareRows(index: AccessIndex, { onlyA, onlyB, both }: Comparison): CompareRow[] {
  const pairs = [
    ...onlyA.map((one) => ({ one, other: undefined })),
    ...onlyB.map((other) => ({ one: undefined, other })),
    ...both.map(({ a, b }) => ({ one: a, other: b })),
  ].map((pair) => ({ ...pair, first: (pair.one ?? pair.other)!.grants[0]! }));
  pairs.sort((one, other) => one.first - other.first);
  const grants = grantRows(
    index,
    pairs.map(({ first }) => first),
  );
  return pairs.map(({ one, other }, at) => ({ grant: grants[at]!, one, other }));
}
