import { expect, test } from "vitest";
import { aRole } from "./example-role";
import { allowedOf, operationsIn } from "./operation-search";

test("operations are written one a line or with commas, and each counts once", () => {
  expect(operationsIn(" A/read,\n a/READ\tB/*;C/write ,")).toEqual(["A/read", "B/*", "C/write"]);
  expect(operationsIn(" \n")).toEqual([]);
});

test("a role tells which of them it allows, how far, and by which of its patterns", () => {
  const role = aRole({ actions: ["Microsoft.Compute/*/read", "Microsoft.Storage/storageAccounts/listKeys/action"] });
  const asked = [
    "Microsoft.Compute/*",
    "microsoft.storage/storageaccounts/listkeys/action",
    "Microsoft.Web/sites/read",
  ];
  expect(allowedOf(role, asked)).toEqual([
    { operation: asked[0], extent: "some", pattern: "Microsoft.Compute/*/read" },
    { operation: asked[1], extent: "all", pattern: "Microsoft.Storage/storageAccounts/listKeys/action" },
  ]);
});
