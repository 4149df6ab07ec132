import { expect, test } from "vitest";
import { durationWords, minutesOf } from "./duration";

test.each([
  ["PT8H", 480, "8 h"],
  ["PT30M", 30, "30 min"],
  ["PT1H30M", 90, "1 h 30 min"],
  ["P1D", 1440, "24 h"],
  ["P1DT2H", 1560, "26 h"],
  ["PT3600S", 60, "1 h"],
  ["pt4h", 240, "4 h"],
  ["PT0S", 0, "0 min"],
])("%s is %d minutes", (text, minutes, words) => {
  expect(minutesOf(text)).toBe(minutes);
  expect(durationWords(text)).toBe(words);
});

test.each(["", "P", "PT", "8 hours", "P1M", "PT-1H", "P1Y"])("%j is no duration and is shown as it came", (text) => {
  expect(minutesOf(text)).toBeUndefined();
  expect(durationWords(text)).toBe(text);
});
