import { expect, test } from "vitest";
import { parseFilter } from "./filter";

test.each([
  ["atScope()", [{ kind: "call", name: "atscope", argument: undefined }]],
  ["assignedTo('it''s')", [{ kind: "call", name: "assignedto", argument: "it's" }]],
  [" principalId  EQ 'x' ", [{ kind: "equals", name: "principalid", values: ["x"] }]],
  ["a in ('1','2')", [{ kind: "equals", name: "a", values: ["1", "2"] }]],
  [
    "atScope() and a eq 'b'",
    [
      { kind: "call", name: "atscope", argument: undefined },
      { kind: "equals", name: "a", values: ["b"] },
    ],
  ],
])("%s is understood", (text, conditions) => {
  expect(parseFilter(text)).toEqual(conditions);
});

test.each([
  "",
  " ",
  "a",
  "a eq",
  "a eq b",
  "a eq 'b",
  "a eq 'b' and",
  "a eq 'b' or c eq 'd'",
  "a in ()",
  "a in ('b'",
  "atScope(",
  "(a eq 'b')",
  "a ne 'b'",
  "a eq 'b' c",
  "%",
])("%j is not", (text) => {
  expect(parseFilter(text)).toBeUndefined();
});
