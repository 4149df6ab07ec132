import { expect, it } from "vitest";
import { guidFrom, randomFrom } from "./random";

it("makes ids in the shape of version 4, the same for the same words and no two alike", () => {
  const ids = new Set(Array.from({ length: 200_000 }, (_, index) => guidFrom("subscription", index)));
  expect(ids.size).toBe(200_000);
  for (const id of [...ids].slice(0, 1_000))
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(guidFrom("a", "bc")).not.toBe(guidFrom("ab", "c"));
  expect(guidFrom("subscription", 1)).toBe(guidFrom("subscription", 1));
});

it("spreads ids evenly over their first digit", () => {
  const counts = new Map<string, number>();
  for (let index = 0; index < 16_000; index++) {
    const digit = guidFrom("x", index).slice(0, 1);
    counts.set(digit, (counts.get(digit) ?? 0) + 1);
  }
  expect(counts.size).toBe(16);
  for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
});

it("draws the same numbers for the same seed, evenly", () => {
  const draw = (seed: number) => Array.from({ length: 10_000 }, randomFrom("test", seed).next);
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  const mean = draw(1).reduce((sum, value) => sum + value, 0) / 10_000;
  expect(mean).toBeGreaterThan(0.48);
  expect(mean).toBeLessThan(0.52);
});
