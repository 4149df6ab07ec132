import fc from "fast-check";
import { expect, test } from "vitest";
import { advanced, filledIn, firstInViewOf, inOrder, slotsFor, type RowSlot } from "./row-slots";

const linesOf = (slots: readonly RowSlot[]) => slots.map(({ line }) => line);

test("rows that leave hand their elements to those that enter", () => {
  const slots = slotsFor(10, 14);
  const next = advanced(slots, 12, 16, -1);
  expect(linesOf(next)).toEqual([14, 15, 12, 13]);
  expect(next.map(({ slot }) => slot)).toEqual([0, 1, 2, 3]);
  expect(next[2]).toBe(slots[2]);
  expect(linesOf(inOrder(next))).toEqual([12, 13, 14, 15]);
  expect(advanced(next, 12, 16, -1)).toBe(next);
});

test("the current row keeps its elements however far it is scrolled away", () => {
  let slots: readonly RowSlot[] = slotsFor(0, 4);
  const mine = slots[1];
  for (const from of [3, 50, 900, 2]) slots = advanced(slots, from, from + 4, 1);
  expect(slots).toContain(mine);
  expect(linesOf(inOrder(slots))).toEqual([1, 2, 3, 4, 5]);
});

test("whatever is scrolled, all lines in view are there once, in slots of their own", () => {
  const move = fc.record({
    from: fc.nat(200),
    height: fc.nat(20),
    keep: fc.integer({ min: -1, max: 220 }),
    sorts: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 20 }), (moves) => {
      let slots: readonly RowSlot[] = slotsFor(0, 10);
      for (const { from, height, keep, sorts } of moves) {
        const had = slots.find(({ line }) => line === keep);
        slots = advanced(slots, from, from + height, keep);
        if (sorts) slots = inOrder(slots);
        const lines = linesOf(slots);
        expect(new Set(lines).size).toBe(lines.length);
        expect(new Set(slots.map(({ slot }) => slot)).size).toBe(slots.length);
        for (let line = from; line < from + height; line++) expect(lines).toContain(line);
        if (had) expect(slots).toContain(had);
        expect(lines.length).toBeLessThanOrEqual(height + 1);
      }
    }),
  );
});

test("rows that rush past are brief until the list rests, and then drawn in full a few at a time", () => {
  const rushed = advanced(slotsFor(0, 4), 10, 14, -1, true);
  expect(rushed.every(({ isBrief }) => isBrief)).toBe(true);
  const some = filledIn(rushed, 3);
  expect(some.map(({ isBrief }) => isBrief ?? false)).toEqual([false, false, false, true]);
  const all = filledIn(some, 3);
  expect(linesOf(all)).toEqual(linesOf(rushed));
  expect(filledIn(all, 3)).toBe(all);
  expect(advanced(rushed, 12, 16, -1).filter(({ isBrief }) => isBrief)).toHaveLength(2);
});

test("the first lines in view are told from the others, wherever the line is that is kept", () => {
  const first = (slots: readonly RowSlot[], kept: number) => linesOf(slots).filter(firstInViewOf(slots, kept));
  const from = (line: number) => Array.from({ length: 12 }, (_, index) => line + index);
  expect(first(slotsFor(100, 140), 3)).toEqual(from(106));
  expect(first([...slotsFor(100, 140), { slot: 40, line: 3 }], 3)).toEqual(from(106));
  expect(first(slotsFor(0, 31), 0)).toEqual(from(0));
  expect(first(slotsFor(0, 31), 500)).toEqual(from(0));
});
