import { expect, test } from "vitest";
import { aRole } from "./example-role";
import { allowedOf, operationsIn, searchOf } from "./operation-search";

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
  const onResources = asked.map((operation) => ({ operation, plane: "control" as const }));
  expect(allowedOf(role, onResources)).toEqual([
    { operation: asked[0], extent: "some", pattern: "Microsoft.Compute/*/read" },
    { operation: asked[1], extent: "all", pattern: "Microsoft.Storage/storageAccounts/listKeys/action" },
  ]);
});

test("what is asked of data, only data actions allow", () => {
  const blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read";
  const asked = [{ operation: blobs, plane: "data" as const }];
  expect(allowedOf(aRole({ actions: ["*/read"], dataActions: ["Microsoft.KeyVault/*"] }), asked)).toEqual([]);
  expect(allowedOf(aRole({ dataActions: ["*/read"] }), asked)).toEqual([
    { operation: blobs, extent: "all", pattern: "*/read" },
  ]);
});

test("what is no operation is refused, unless a role writes it so", () => {
  const odd = "Microsoft.Odd/gateways/NetworkAccess";
  const { asked, refused } = searchOf(
    ["garbage", "Microsoft.Web/sites/read", odd, "value"],
    [aRole({ actions: [odd] })],
  );
  expect(asked.map(({ operation }) => operation)).toEqual(["Microsoft.Web/sites/read", odd]);
  expect(refused).toEqual(["garbage", "value"]);
});
