import { expect, test } from "vitest";
import { keepRows } from "./keep-rows";

const row = (name: string, offers: string[] = []) => ({ name, offers: offers.map((offer) => ({ offer })) });

test("rows that say the same stay the same objects", () => {
  const before = [row("a", ["gold"]), row("b")];
  const kept = keepRows(before, [row("a", ["gold"]), row("B"), row("c")]);
  expect(kept[0]).toBe(before[0]);
  expect(kept[1]).toEqual(row("B"));
  expect(kept).toHaveLength(3);
});

test("nothing changed, nothing new", () => {
  const before = [row("a", ["gold"]), row("b")];
  expect(keepRows(before, [row("a", ["gold"]), row("b")])).toBe(before);
  expect(keepRows(before, [row("a", ["silver"]), row("b")])).not.toBe(before);
  expect(keepRows(before, [row("a", ["gold"])])).not.toBe(before);
  expect(keepRows(before, [row("b"), row("a", ["gold"])])[0]).toEqual(row("b"));
});
