/** A list of numbers for each key, all in one array: those of `key` lie from start[key] up to start[key + 1]. */
export type Lists = Readonly<{ start: Int32Array; items: Int32Array }>;

/** Gives each of `count` keys the items at whose place it stands, in the order in which they come. */
export function listsOf(count: number, keys: ArrayLike<number>, items?: ArrayLike<number>): Lists {
  const start = new Int32Array(count + 1);
  for (let at = 0; at < keys.length; at++) start[keys[at]! + 1]!++;
  for (let key = 0; key < count; key++) start[key + 1]! += start[key]!;
  const next = start.slice(0, count);
  const sorted = new Int32Array(keys.length);
  for (let at = 0; at < keys.length; at++) sorted[next[keys[at]!]!++] = items ? items[at]! : at;
  return { start, items: sorted };
}

export const listAt = ({ start, items }: Lists, key: number): Int32Array => items.subarray(start[key], start[key + 1]);
