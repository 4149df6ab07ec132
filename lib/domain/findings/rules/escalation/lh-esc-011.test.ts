import { expect, test } from "vitest";
import { linesFound } from "@/lib/domain/findings/example-findings";
import { standingDelegating } from "./lh-esc-011";

test("writing registrations by a wildcard", () => {
  expect(linesFound(standingDelegating, ["*"], ["Microsoft.Authorization/*/Write"])).toBe(1);
  expect(linesFound(standingDelegating, ["Microsoft.ManagedServices/*"])).toBe(1);
});

test("the Delete role reads and deletes them", () => {
  expect(
    linesFound(standingDelegating, [
      "Microsoft.ManagedServices/registrationAssignments/read",
      "Microsoft.ManagedServices/registrationAssignments/delete",
    ]),
  ).toBe(0);
});
