import { expect, test } from "vitest";
import { linesFound } from "@/lib/domain/findings/example-findings";
import { standingPolicy } from "./lh-esc-006";

test("writing definitions or assignments", () => {
  expect(linesFound(standingPolicy, ["Microsoft.Authorization/policyAssignments/*"])).toBe(1);
  expect(linesFound(standingPolicy, ["microsoft.authorization/policydefinitions/WRITE"])).toBe(1);
});

test("Contributor, whose wildcard is taken back for all of Authorization", () => {
  expect(
    linesFound(standingPolicy, ["*"], ["Microsoft.Authorization/*/Write", "Microsoft.Authorization/*/Delete"]),
  ).toBe(0);
  expect(
    linesFound(standingPolicy, ["Microsoft.Authorization/policyAssignments/read", "Microsoft.PolicyInsights/*"]),
  ).toBe(0);
});
