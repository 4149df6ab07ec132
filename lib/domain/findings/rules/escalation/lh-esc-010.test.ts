import { expect, test } from "vitest";
import { linesFound } from "@/lib/domain/findings/example-findings";
import { standingNoRecovery } from "./lh-esc-010";

test("deleting vaults and what they protect, weakening policies, deleting snapshots", () => {
  expect(
    linesFound(standingNoRecovery, [
      "Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/delete",
    ]),
  ).toBe(1);
  expect(linesFound(standingNoRecovery, ["Microsoft.RecoveryServices/Vaults/backupPolicies/write"])).toBe(1);
  expect(linesFound(standingNoRecovery, ["Microsoft.DataProtection/backupVaults/*"])).toBe(1);
  expect(linesFound(standingNoRecovery, ["Microsoft.Compute/snapshots/delete"])).toBe(1);
});

test("backing up and restoring", () => {
  expect(
    linesFound(standingNoRecovery, [
      "Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/backup/action",
      "Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints/restore/action",
    ]),
  ).toBe(0);
});
