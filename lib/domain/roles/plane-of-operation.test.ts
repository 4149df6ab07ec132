import { describe, expect, test } from "vitest";
import { knownOperations } from "./effective-operations";
import { aRole } from "./example-role";
import { placedOperation } from "./plane-of-operation";

const blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs";
const getSecret = "Microsoft.KeyVault/vaults/secrets/getSecret/action";
const reader = aRole({ actions: ["*/read"] });
const blobReader = aRole({ actions: ["Microsoft.Storage/storageAccounts/read"], dataActions: [`${blobs}/read`] });
const known = knownOperations([
  { name: `${blobs}/read`, isDataAction: true },
  { name: "Microsoft.KeyVault/vaults/secrets/read", isDataAction: false },
  { name: getSecret, isDataAction: true },
]);

const placed = (...given: Parameters<typeof placedOperation>) => {
  const { plane, doubt } = placedOperation(...given);
  return [plane, doubt];
};

describe("an operation is judged on data", () => {
  test("where Azure's list says that it is a data action, whatever roles write", () => {
    const wrong = aRole({ actions: [`${blobs}/read`] });
    expect(placed(`${blobs}/READ`, [wrong], known)).toEqual(["data", undefined]);
  });

  test("where the catalogue of secrets knows it as one", () => {
    expect(placed(getSecret, [reader])).toEqual(["data", undefined]);
    expect(placed("Microsoft.Storage/storageAccounts/listKeys/action", [])).toEqual(["control", undefined]);
  });

  test("where a role writes it as a data action, and none as an action", () => {
    expect(placed(`${blobs}/read`, [reader, blobReader])).toEqual(["data", undefined]);
    expect(placed(`${blobs}/read`, [blobReader, aRole({ notActions: [`${blobs}/read`] })])).toEqual([
      "control",
      "unknown",
    ]);
  });

  test("and in no other case: a wildcard that would match tells nothing", () => {
    expect(placed(`${blobs}/read`, [reader])).toEqual(["control", "unknown"]);
    expect(placed(`${blobs}/write`, [reader, blobReader], known)).toEqual(["control", "unknown"]);
    expect(placed("Microsoft.Storage/storageAccounts/read", [blobReader])).toEqual(["control", undefined]);
  });
});

describe("a pattern", () => {
  test("is one of data where Azure lists nothing else of it", () => {
    expect(placed(`${blobs}/*`, [reader], known)).toEqual(["data", undefined]);
  });

  test("is judged on resources where some of it is there, and the rest is said", () => {
    expect(placed("Microsoft.KeyVault/vaults/secrets/*", [], known)).toEqual(["control", "both"]);
    expect(placed("Microsoft.Storage/*", [blobReader])).toEqual(["control", "both"]);
  });

  test("may stand for more than the roles write", () => {
    expect(placed(`${blobs}/*`, [reader, blobReader])).toEqual(["data", "perhapsBoth"]);
    expect(placed("Microsoft.Nobody/*", [reader, blobReader], known)).toEqual(["control", "unknown"]);
  });
});
