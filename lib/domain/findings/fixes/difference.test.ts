import { expect, test } from "vitest";
import { around, differenceOf } from "./difference";

const signs = { same: " ", added: "+", removed: "-" };
const shown = (before: string, after: string) =>
  differenceOf([...before], [...after]).map(({ kind, text }) => signs[kind] + text);

test("what is taken away stands before what takes its place", () => {
  expect(shown("abcd", "axcd")).toEqual([" a", "-b", "+x", " c", " d"]);
  expect(shown("", "ab")).toEqual(["+a", "+b"]);
  expect(shown("ab", "")).toEqual(["-a", "-b"]);
  expect(shown("abc", "abc")).toEqual([" a", " b", " c"]);
});

test("both texts can be had back from the lines, and each line has its number", () => {
  const [before, after] = [[..."the quick brown fox"], [..."a quick red fox ran"]];
  const lines = differenceOf(before, after);
  expect(lines.filter(({ kind }) => kind !== "added").map(({ text }) => text)).toEqual(before);
  expect(lines.filter(({ kind }) => kind !== "removed").map(({ text }) => text)).toEqual(after);
  for (const { kind, text, number } of lines) expect((kind === "removed" ? before : after)[number - 1]).toBe(text);
});

test("far from any change lines are left out, and it shows where", () => {
  const lines = around(differenceOf([..."abcdefgh"], [..."abcdXfgh"]), 1);
  expect(lines.map((line) => line && signs[line.kind] + line.text)).toEqual([
    undefined,
    " d",
    "-e",
    "+X",
    " f",
    undefined,
  ]);
  expect(around(differenceOf(["a"], ["a"]), 1)).toEqual([undefined]);
});
