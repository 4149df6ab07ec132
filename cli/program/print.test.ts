import { expect, test } from "vitest";
import { tableText, toJsonText } from "./print";

const hostile = "Bad\u001b[31m\u202egro.evil\r\nname\u009b2J";

test("a table has one line a row, whatever a cell holds", () => {
  const text = tableText(
    ["NAME", "N"],
    [
      [hostile, "1"],
      ["東京", "2"],
    ],
  );
  expect(text.split("\n")).toHaveLength(4);
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  expect(text).toContain("Bad\\u001b[31m\\u202egro.evil\\u000d\\u000aname\\u009b2J");
  const [head, , last] = text.split("\n");
  expect(head?.indexOf("N", 4)).toBe((last?.indexOf("2") ?? 0) + 2);
});

test("JSON moves no cursor and reads back as it was", () => {
  const text = toJsonText({ name: hostile });
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  expect(JSON.parse(text)).toEqual({ name: hostile });
});
