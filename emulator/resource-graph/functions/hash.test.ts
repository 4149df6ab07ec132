import { expect, test } from "vitest";
import { hashModulo, xxHash64 } from "./hash";

test("the hash is xxHash64, as its published test values and Kusto's documentation have it", () => {
  expect(xxHash64("").toString(16)).toBe("ef46db3751d8e999");
  expect(xxHash64("Nobody inspects the spammish repetition").toString(16)).toBe("fbcea83c8a378bf1");
  expect(xxHash64("World")).toBe(1846988464401551951n);
});

test("a remainder is never negative and spreads ids over all parts", () => {
  const parts = Array.from({ length: 1000 }, (_, index) => hashModulo(`/subscriptions/${index}`, 8));
  expect(new Set(parts)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7]));
});
