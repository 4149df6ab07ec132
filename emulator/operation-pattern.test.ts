import { expect, test } from "vitest";
import { matchesOperation } from "./operation-pattern";

test.each([
  ["*", "microsoft.compute/virtualmachines/read", true],
  ["*/read", "microsoft.compute/virtualmachines/read", true],
  ["*/read", "microsoft.compute/virtualmachines/readx", false],
  ["microsoft.compute/*/read", "microsoft.compute/a/b/c/read", true],
  ["microsoft.compute/*", "microsoft.computes/a", false],
  ["a*b*c", "a-b-b-c", true],
  ["a*b*c", "a-b-b", false],
  ["", "", true],
  ["**", "", true],
  ["a.c", "abc", false],
  ["microsoft.web/sites/read", "microsoft.web/sites/read", true],
  ["microsoft.web/sites/read", "microsoft.web/sites/rea", false],
])("%s covers %s: %s", (pattern, operation, covered) => {
  expect(matchesOperation(pattern, operation)).toBe(covered);
});

test("a pattern of many stars is answered, where backtracking would not end", () => {
  expect(matchesOperation(`${"*a".repeat(30)}*b`, "a".repeat(2000))).toBe(false);
});
