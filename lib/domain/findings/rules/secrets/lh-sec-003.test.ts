import { expect, test } from "vitest";
import { linesFound } from "@/lib/domain/findings/example-findings";
import { standingStorageKeys } from "./lh-sec-003";

test("keys of storage accounts, by a wildcard in any spelling", () => {
  expect(linesFound(standingStorageKeys, ["microsoft.storage/STORAGEACCOUNTS/list*/action"])).toBe(1);
  expect(linesFound(standingStorageKeys, ["Microsoft.Storage/storageAccounts/listAccountSas/action"])).toBe(1);
});

test("the keys of another service are not these, nor are storage accounts without their keys", () => {
  expect(linesFound(standingStorageKeys, ["Microsoft.Search/searchServices/*"])).toBe(0);
  expect(linesFound(standingStorageKeys, ["Microsoft.Storage/storageAccounts/*"], ["*/action"])).toBe(0);
  expect(linesFound(standingStorageKeys, ["Microsoft.Storage/storageAccounts/listKeys/action"], [], "eligible")).toBe(
    0,
  );
});
