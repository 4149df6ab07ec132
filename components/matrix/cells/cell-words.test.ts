import { expect, test } from "vitest";
import { cannotSee, yes } from "@/lib/domain/access/answer";
import { eligible, standing } from "@/lib/domain/access/grant-table";
import { membersBlindness, unreadBlindness } from "@/lib/domain/access/matrix-blind";
import { cellWith, united } from "@/lib/domain/access/matrix-cell";
import { looks } from "./cell-look";
import { cellWords, countWords, roleWords } from "./cell-words";

const keys = cellWith(4, standing, yes);
const control = cellWith(5, eligible, yes);
const doubt = cellWith(3, standing, cannotSee);
const unrated = cellWith(undefined, standing, yes);

test("a cell says its privileges, and how each is held", () => {
  expect(cellWords(keys, 0)).toBe("privilege 4 of 5 Keys, standing");
  expect(cellWords(united(keys, control), 0)).toBe(
    "privilege 4 of 5 Keys, standing; privilege 5 of 5 Control, eligible",
  );
  expect(roleWords(["Reader"])).toBe("Reader");
  expect(roleWords(["Storage Account Contributor", "Reader"])).toBe("Storage Account Contributor and 1 more");
});

test("what cannot be told is neither nothing nor held, in words and in looks", () => {
  expect(cellWords(doubt, 0)).toBe("privilege 3 of 5 Write, cannot see whether it is held");
  expect(cellWords(unrated, 0)).toBe("a role of unknown privilege");
  expect(cellWords(0, 0)).toBe("no access");
  expect(cellWords(0, unreadBlindness)).toMatch(/^cannot see/);
  expect(cellWords(0, membersBlindness)).toMatch(/^cannot see/);
  for (const cell of [doubt, unrated]) expect(looks[cell]).toEqual({ fill: 0, outline: 0, isDoubt: true, figure: "?" });
});

test("standing access fills, eligible access outlines where it reaches further, and the upper two show their figure", () => {
  expect(looks[keys]).toEqual({ fill: 4, outline: 0, isDoubt: false, figure: "4" });
  expect(looks[control]).toEqual({ fill: 0, outline: 5, isDoubt: false, figure: "5" });
  expect(looks[united(keys, control)]).toEqual({ fill: 4, outline: 5, isDoubt: false, figure: "5" });
  expect(looks[united(cellWith(5, standing, yes), control)]).toMatchObject({ fill: 5, outline: 0 });
  expect(looks[united(keys, doubt)]).toMatchObject({ fill: 4, isDoubt: false });
});

test("a count says what it leaves open", () => {
  expect([countWords(6, 0, false), countWords(6, 1, false), countWords(6, 0, true)]).toEqual(["6", "6 + 1 ?", "6 + ?"]);
  expect([countWords(0, 0, false), countWords(0, 0, true), countWords(0, 2, true)]).toEqual(["0", "?", "2 ?"]);
});
