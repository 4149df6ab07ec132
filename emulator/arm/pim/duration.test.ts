import { expect, test } from "vitest";
import { secondsOf } from "./duration";

test.each([
  ["PT2H", 7200],
  ["PT30M", 1800],
  ["PT1H30M", 5400],
  ["PT90M", 5400],
  ["P1D", 86_400],
  ["P1DT1H", 90_000],
  ["PT0.5S", 0.5],
  ["", undefined],
  ["P", undefined],
  ["PT", undefined],
  ["P1DT", undefined],
  ["2H", undefined],
  ["PT2H ", undefined],
  ["-PT2H", undefined],
])("%j is %s seconds", (duration, seconds) => {
  expect(secondsOf(duration)).toBe(seconds);
});
