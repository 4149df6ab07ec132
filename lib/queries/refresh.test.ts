import { expect, test } from "vitest";
import type { SourceState } from "@/lib/domain/coverage";
import { aCoverage } from "@/lib/domain/example-inventory";
import { freshFor } from "./freshness";
import { nextReading } from "./refresh";

const minute = 60_000;
const coverage = (state: SourceState, finishedAt: number | undefined = 0) => {
  const whole = aCoverage({});
  const sources = { ...whole.sources, assignments: { ...whole.sources.assignments, state } };
  return { ...whole, sources, finishedAt };
};

test("what was read is read again when it no longer counts as current", () => {
  for (const state of ["complete", "partial", "refused", "cancelled"] as const)
    expect(nextReading(coverage(state), 0), state).toBe(freshFor);
});

test("what failed is tried again soon, then ever later, and at last no more often than what went well", () => {
  const tries = [1, 2, 3, 4, 5, 6, 50].map((failures) => nextReading(coverage("failed"), failures));
  expect(tries.map((at) => (at ?? NaN) / minute)).toEqual([1, 2, 4, 8, 15, 15, 15]);
});

test("while it is read, no other reading is due", () => {
  expect(nextReading({ ...coverage("failed"), finishedAt: undefined }, 3)).toBeUndefined();
});
