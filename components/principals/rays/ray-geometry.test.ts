import { expect, test } from "vitest";
import { leaves, lensesOf, roomFor } from "./ray-geometry";

const path = (id: string, customers: number) => ({ id, customers, isDirect: false });

test.each([300, 560, 900])("lenses and their words stand below each other within %i pixels", (height) => {
  const paths = [900, 40, 12, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1].map((count, at) => path(`${at}`, count));
  const lenses = lensesOf(paths.slice(0, roomFor(height)), height);
  let below = 0;
  for (const { top, height: tall } of lenses) {
    expect(top - 40).toBeGreaterThanOrEqual(below);
    below = top + tall;
  }
  expect(below).toBeLessThanOrEqual(height);
});

test("a lens is as tall as its reach where there is room, and rays leave from within it", () => {
  const [wide, narrow] = lensesOf([path("wide", 20), path("narrow", 1)], 700);
  expect(wide!.height).toBeCloseTo(108);
  expect(narrow!.height).toBe(14);
  const places = [0, 1, 2].map((at) => leaves(wide!, at, 3));
  expect(places).toEqual([wide!.top + 4, wide!.top + 54, wide!.top + 104]);
  expect(leaves(narrow!, 0, 1)).toBe(narrow!.top + 7);
});
