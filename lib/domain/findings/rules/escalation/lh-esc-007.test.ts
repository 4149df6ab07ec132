import { expect, test } from "vitest";
import { linesFound } from "@/lib/domain/findings/example-findings";
import { standingVaultAccess } from "./lh-esc-007";

test("writing access policies, or the vault itself", () => {
  expect(linesFound(standingVaultAccess, ["Microsoft.KeyVault/vaults/accessPolicies/write"])).toBe(1);
  expect(linesFound(standingVaultAccess, ["Microsoft.KeyVault/*"])).toBe(1);
});

test("reading vaults, or writing keys into one", () => {
  expect(linesFound(standingVaultAccess, ["Microsoft.KeyVault/*/read", "Microsoft.KeyVault/vaults/keys/write"])).toBe(
    0,
  );
});
