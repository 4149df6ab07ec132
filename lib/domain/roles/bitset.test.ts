import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addAll,
  emptySet,
  firstMember,
  hasBit,
  intersection,
  isSubset,
  members,
  setBit,
  setRange,
  sizeOf,
  union,
  without,
} from "./bitset";

const size = 100;
const numbers = fc.uniqueArray(fc.nat({ max: size - 1 }), { maxLength: 40 });
const setOf = (given: readonly number[]) => {
  const set = emptySet(size);
  for (const number of given) setBit(set, number);
  return set;
};
const sorted = (given: Iterable<number>) => [...given].sort((one, other) => one - other);

test("a set holds what was put in, and no more", () => {
  fc.assert(
    fc.property(numbers, (given) => {
      const set = setOf(given);
      expect(members(set)).toEqual(sorted(given));
      expect(sizeOf(set)).toBe(given.length);
      expect(firstMember(set)).toBe(sorted(given)[0]);
      for (let bit = 0; bit < size; bit++) expect(hasBit(set, bit)).toBe(given.includes(bit));
      for (const number of given) setBit(set, number, false);
      expect(sizeOf(set)).toBe(0);
    }),
  );
});

test("a range is set and cleared from its first number up to its end", () => {
  fc.assert(
    fc.property(numbers, fc.nat({ max: size }), fc.nat({ max: size }), fc.boolean(), (given, one, other, value) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      const set = setOf(given);
      setRange(set, from, to, value);
      const range = Array.from({ length: to - from }, (_, at) => from + at);
      const expected = value ? new Set([...given, ...range]) : given.filter((number) => number < from || number >= to);
      expect(members(set)).toEqual(sorted(expected));
    }),
  );
});

test("sets are joined and compared as sets are", () => {
  fc.assert(
    fc.property(numbers, numbers, (one, other) => {
      const [first, second] = [setOf(one), setOf(other)];
      expect(members(union(first, second))).toEqual(sorted(new Set([...one, ...other])));
      expect(members(intersection(first, second))).toEqual(sorted(one.filter((number) => other.includes(number))));
      expect(members(without(first, second))).toEqual(sorted(one.filter((number) => !other.includes(number))));
      expect(isSubset(first, second)).toBe(one.every((number) => other.includes(number)));
      expect(members(first)).toEqual(sorted(one));
      addAll(first, second);
      expect(members(first)).toEqual(sorted(new Set([...one, ...other])));
    }),
  );
});
