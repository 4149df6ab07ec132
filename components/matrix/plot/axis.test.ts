import fc from "fast-check";
import { expect, test } from "vitest";
import { axisOf, itemAt, runsBetween, startOf } from "./axis";

test("a gap stands before each section but the first", () => {
  const axis = axisOf(5, 10, [0, 2, 3], 4);
  expect([0, 1, 2, 3, 4].map((item) => startOf(axis, item))).toEqual([0, 10, 24, 38, 48]);
  expect(axis.length).toBe(58);
  expect([-1, 0, 9, 19, 20, 23, 24, 57, 58, 99].map((at) => itemAt(axis, at))).toEqual([
    -1, 0, 0, 1, -1, -1, 2, 4, -1, -1,
  ]);
  expect([...runsBetween(axis, 12, 40)]).toEqual([
    { from: 1, to: 2, start: 10 },
    { from: 2, to: 3, start: 24 },
    { from: 3, to: 4, start: 38 },
  ]);
});

test("nothing stands on an empty axis", () => {
  const axis = axisOf(0, 10, [], 4);
  expect(itemAt(axis, 0)).toBe(-1);
  expect([...runsBetween(axis, 0, 100)]).toEqual([]);
});

test("every item is found where it stands, and is in every window over it", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      fc.double({ min: 0.5, max: 25, noNaN: true }),
      fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 12 }),
      fc.integer({ min: 0, max: 20 }),
      fc.nat(),
      (count, size, starts, gap, pick) => {
        const axis = axisOf(
          count,
          size,
          starts.sort((one, other) => one - other),
          gap,
          gap,
        );
        const item = pick % count;
        const middle = startOf(axis, item) + size / 2;
        expect(itemAt(axis, middle)).toBe(item);
        expect([...runsBetween(axis, middle - 1, middle + 1)].some(({ from, to }) => from <= item && item < to)).toBe(
          true,
        );
      },
    ),
  );
});
