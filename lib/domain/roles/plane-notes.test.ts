import { expect, test } from "vitest";
import { planeNotes } from "./plane-notes";
import type { PlacedOperation } from "./plane-of-operation";

const placed = (operation: string, plane: PlacedOperation["plane"], doubt?: PlacedOperation["doubt"]) => ({
  operation,
  plane,
  doubt,
  isKnown: true,
});

test("what is surely an operation on resources needs no note", () => {
  expect(planeNotes([placed("a", "control")])).toEqual([]);
});

test("data actions and doubts are told apart, each kind in one sentence", () => {
  const notes = planeNotes([
    placed("a", "data"),
    placed("b", "control", "unknown"),
    placed("c", "data"),
    placed("d", "data", "perhapsBoth"),
    placed("e", "control", "both"),
  ]);
  expect(notes.map(({ words, operations }) => [words.split(" ").slice(0, 3).join(" "), operations])).toEqual([
    ["Data actions, and", ["a", "c"]],
    ["Known for data", ["d"]],
    ["Stands for data", ["e"]],
    ["Whether it is", ["b"]],
  ]);
});
