import { expect, test } from "vitest";
import { move } from "./move";

const from = (key: string, ctrl = false) => move({ row: 5, column: 3 }, { key, ctrl }, 10, 6, 4);

test("arrows, Home, End and Page keys move as in any grid, and stop at its edges", () => {
  expect(from("ArrowDown")).toEqual({ row: 6, column: 3 });
  expect(from("ArrowRight", true)).toEqual({ row: 5, column: 5 });
  expect(from("Home")).toEqual({ row: 5, column: 0 });
  expect(from("End", true)).toEqual({ row: 9, column: 5 });
  expect(from("PageDown")).toEqual({ row: 9, column: 3 });
  expect(from("PageUp")).toEqual({ row: 1, column: 3 });
  expect(move({ row: 0, column: 0 }, { key: "ArrowUp", ctrl: false }, 10, 6, 4)).toEqual({ row: 0, column: 0 });
  expect(from("x")).toBeUndefined();
});
