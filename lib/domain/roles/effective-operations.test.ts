import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Permission } from "../role";
import { allows } from "./allows";
import { effectiveOperations, knownOperations, operationNames, type KnownOperations } from "./effective-operations";
import { aRole } from "./example-role";
import { createOperationIndex } from "./operation-index";

const known = knownOperations(
  [
    "Microsoft.Compute/virtualMachines/read",
    "Microsoft.Compute/virtualMachines/start/action",
    "Microsoft.Compute/virtualMachines/write",
    "Microsoft.ComputeSchedule/autoActions/read",
    "Microsoft.Storage/storageAccounts/read",
    "Microsoft.Storage/storageAccounts/listKeys/action",
  ]
    .map((name) => ({ name, isDataAction: false }))
    .concat({ name: "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read", isDataAction: true }),
);

const controlOf = (...permissions: Partial<Permission>[]) =>
  operationNames(effectiveOperations(aRole(...permissions), known).control, known.control);

describe("what a role comes to", () => {
  test("is written as Azure writes it, whatever case the role uses", () => {
    expect(controlOf({ actions: ["MICROSOFT.STORAGE/storageaccounts/listkeys/Action"] })).toEqual([
      "Microsoft.Storage/storageAccounts/listKeys/action",
    ]);
  });

  test("is each entry less its own notActions, united", () => {
    const reading = { actions: ["*/read"], notActions: ["Microsoft.Compute/*"] };
    expect(controlOf(reading)).toEqual([
      "Microsoft.ComputeSchedule/autoActions/read",
      "Microsoft.Storage/storageAccounts/read",
    ]);
    expect(
      controlOf(reading, { actions: ["Microsoft.Compute/virtualMachines/read"], notActions: ["*/write"] }),
    ).toContain("Microsoft.Compute/virtualMachines/read");
  });

  test("takes nothing from one entry that another's notActions name, in either order", () => {
    const starting = { actions: ["*/start/action"] };
    const all = { actions: ["*"], notActions: ["*/action"] };
    expect(controlOf(starting, all)).toContain("Microsoft.Compute/virtualMachines/start/action");
    expect(controlOf(all, starting)).toContain("Microsoft.Compute/virtualMachines/start/action");
    expect(controlOf(all)).not.toContain("Microsoft.Compute/virtualMachines/start/action");
  });

  test("keeps the planes apart", () => {
    const role = aRole({ actions: ["*"] }, { dataActions: ["*/write"] });
    expect(operationNames(effectiveOperations(role, known).data, known.data)).toEqual([]);
    const data = aRole({ dataActions: ["*"] });
    expect(effectiveOperations(data, known).control.every((word) => word === 0)).toBe(true);
    expect(operationNames(effectiveOperations(data, known).data, known.data)).toHaveLength(1);
  });

  test("is nothing for a name that is in no list", () => {
    expect(controlOf({ actions: ["Microsoft.New/things/read"] })).toEqual([]);
  });
});

test("an index holds each operation once, under the name it was first given", () => {
  const index = createOperationIndex(["B/write", "a/read", "b/WRITE"]);
  expect(index.names).toEqual(["a/read", "b/write"]);
  expect(index.written).toEqual(["a/read", "B/write"]);
  expect(index.numberOf("b/Write")).toBe(1);
  expect(index.numberOf("c")).toBeUndefined();
});

const letters = (set: string, maxLength: number) =>
  fc.array(fc.constantFrom(...set), { maxLength }).map((parts) => parts.join(""));
const patterns = fc.array(letters("aAb/*", 5), { maxLength: 4 });
const entries = fc.array(fc.record({ actions: patterns, notActions: patterns }), { minLength: 1, maxLength: 3 });

function slowlyAllows(permissions: readonly Partial<Permission>[], name: string): boolean {
  const isOne = (pattern: string) => new RegExp(`^${pattern.replaceAll("*", "[^]*")}$`, "i").test(name);
  return permissions.some(({ actions = [], notActions = [] }) => actions.some(isOne) && !notActions.some(isOne));
}

test("the index, the patterns alone and a slow evaluation agree on every role and name", () => {
  fc.assert(
    fc.property(entries, fc.uniqueArray(letters("aAb/", 6), { maxLength: 25 }), (given, names) => {
      const index = createOperationIndex(names);
      const some: KnownOperations = { control: index, data: createOperationIndex([]) };
      const role = aRole(...given);
      const found = operationNames(effectiveOperations(role, some).control, index);
      expect(found).toEqual(index.written.filter((name) => slowlyAllows(given, name)));
      for (const name of names) expect(allows(role, name)?.extent === "all").toBe(slowlyAllows(given, name));
    }),
    { numRuns: 1000 },
  );
});
