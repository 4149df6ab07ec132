import { expect, test } from "vitest";
import { linesFound } from "@/lib/domain/findings/example-findings";
import { standingFederation } from "./lh-esc-002";

test("writing federated credentials, by name or by a wildcard", () => {
  expect(
    linesFound(standingFederation, [
      "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write",
    ]),
  ).toBe(1);
  expect(linesFound(standingFederation, ["*"], ["Microsoft.Authorization/*/Write"])).toBe(1);
});

test("assigning an identity, or reading its credentials", () => {
  expect(
    linesFound(standingFederation, [
      "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action",
      "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/read",
    ]),
  ).toBe(0);
  expect(
    linesFound(
      standingFederation,
      ["Microsoft.ManagedIdentity/userAssignedIdentities/*"],
      ["*/federatedIdentityCredentials/*"],
    ),
  ).toBe(0);
  expect(linesFound(standingFederation, ["*"], [], "eligible")).toBe(0);
});
