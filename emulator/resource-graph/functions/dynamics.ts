import { compare, DateTime, isArray, isBag, keyOf, text, TimeSpan, type Value } from "../values";
import { plain, type Functions, type ScalarFunction } from "./signature";

const pack: ScalarFunction = plain((...values) => {
  const bag: Record<string, Value> = {};
  for (let index = 0; index + 1 < values.length; index += 2)
    Object.defineProperty(bag, text(values[index] ?? ""), {
      value: values[index + 1] ?? null,
      enumerable: true,
      configurable: true,
    });
  return bag;
});

/** Applies a set operation to arrays from left to right; what is no array makes the result null. */
const ofSets = (combine: (left: Map<string, Value>, right: Map<string, Value>) => Map<string, Value>) =>
  plain((...values) => {
    const arrays = values.filter(isArray);
    if (arrays.length < values.length) return null;
    const [first = new Map<string, Value>(), ...rest] = arrays.map(
      (array) => new Map(array.map((value) => [keyOf(value), value])),
    );
    return [...rest.reduce(combine, first).values()];
  });

const sort = (direction: 1 | -1) =>
  plain((values) => (isArray(values) ? values.toSorted((a, b) => (compare(a, b) ?? 0) * direction) : null));

const kindOf = (value: Value): string => {
  if (value === null) return "null";
  if (isArray(value)) return "array";
  if (value instanceof DateTime) return "datetime";
  if (value instanceof TimeSpan) return "timespan";
  if (typeof value === "number") return Number.isInteger(value) ? "long" : "double";
  return isBag(value) ? "dictionary" : typeof value === "boolean" ? "bool" : "string";
};

export const dynamics: Functions = {
  array_length: plain((values) => (isArray(values) ? values.length : null)),
  array_concat: plain((...values) => (values.every(isArray) ? values.filter(isArray).flat() : null)),
  array_index_of: plain((values, wanted) =>
    isArray(values) ? values.findIndex((value) => keyOf(value) === keyOf(wanted ?? null)) : null,
  ),
  array_slice: plain((values, from, to) =>
    isArray(values) && typeof from === "number" && typeof to === "number"
      ? values.slice(from, to === -1 ? undefined : to + 1)
      : null,
  ),
  array_reverse: plain((values) => (isArray(values) ? values.toReversed() : null)),
  array_sort_asc: sort(1),
  array_sort_desc: sort(-1),
  bag_keys: plain((bag) => (isBag(bag) ? Object.keys(bag) : null)),
  bag_has_key: plain((bag, key) => (isBag(bag) ? Object.hasOwn(bag, text(key ?? "")) : null)),
  bag_merge: plain((...bags) => Object.assign({}, ...bags.filter(isBag).toReversed()) as Value),
  pack,
  bag_pack: pack,
  pack_array: plain((...values) => values),
  set_union: ofSets((left, right) => new Map([...left, ...right])),
  set_intersect: ofSets((left, right) => new Map([...left].filter(([key]) => right.has(key)))),
  set_difference: ofSets((left, right) => new Map([...left].filter(([key]) => !right.has(key)))),
  set_has_element: plain((values, wanted) =>
    isArray(values) ? values.some((value) => keyOf(value) === keyOf(wanted ?? null)) : null,
  ),
  gettype: plain(kindOf),
};
