import { expect, test } from "vitest";
import { aRoleAllowing, judgedBy, linesFound, offering, standing } from "@/lib/domain/findings/example-findings";
import { userAccessAdministrator } from "@/lib/domain/roles/delegability";
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

test("User Access Administrator, of whose rights a delegation carries none but assigning the listed roles", () => {
  const role = { ...aRoleAllowing("*/read", "Microsoft.Authorization/*"), id: userAccessAdministrator };
  const given = { delegations: [offering(1, { authorizations: [standing(role)] })], roles: [role] };
  expect(judgedBy(standingPolicy, given).count).toBe(0);
});
