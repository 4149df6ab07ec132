import { expect, test } from "vitest";
import { allows, patternsAllowing } from "./allows";
import { aRole } from "./example-role";

test("names the role's own pattern that allows the operation", () => {
  const role = aRole({ actions: ["*/read", "Microsoft.Compute/virtualMachines/*"] });
  expect(allows(role, "microsoft.compute/VIRTUALMACHINES/start/action")).toEqual({
    extent: "all",
    pattern: "Microsoft.Compute/virtualMachines/*",
  });
  expect(allows(role, "Microsoft.Storage/storageAccounts/write")).toBeUndefined();
});

test("tells all of a pattern from some of it", () => {
  const role = aRole({ actions: ["Microsoft.Compute/virtualMachines/*"] });
  expect(allows(role, "Microsoft.Compute/virtualMachines/extensions/*")?.extent).toBe("all");
  expect(allows(role, "Microsoft.Compute/*")?.extent).toBe("some");
  expect(allows(role, "*/write")?.extent).toBe("some");
  expect(allows(role, "Microsoft.Web/*")).toBeUndefined();
});

test("a notAction within a pattern leaves some of it, one around it leaves nothing", () => {
  const contributor = aRole({ actions: ["*"], notActions: ["Microsoft.Authorization/*/Write"] });
  expect(allows(contributor, "*/write")).toEqual({ extent: "some", pattern: "*" });
  expect(allows(contributor, "Microsoft.Authorization/roleAssignments/write")).toBeUndefined();
  expect(allows(contributor, "Microsoft.Authorization/*/write")).toBeUndefined();
  expect(allows(contributor, "Microsoft.Authorization/*")?.extent).toBe("some");
});

test("an identity's place may be a star on both sides", () => {
  const operator = aRole({ actions: ["Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action"] });
  expect(allows(operator, "*/assign/action")?.extent).toBe("some");
  expect(allows(operator, "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action")?.extent).toBe("all");
});

test("each plane answers for itself", () => {
  const role = aRole({ actions: ["*/read"], dataActions: ["Microsoft.KeyVault/vaults/secrets/*"] });
  const getSecret = "Microsoft.KeyVault/vaults/secrets/getSecret/action";
  expect(allows(role, getSecret)).toBeUndefined();
  expect(allows(role, getSecret, "data")?.extent).toBe("all");
  expect(allows(role, "*/read", "data")?.extent).toBe("some");
});

test("all patterns that match are named, but for those whose entry takes it away again", () => {
  const role = aRole(
    { actions: ["*", "Microsoft.Compute/*/action"], notActions: ["*/start/action"] },
    { actions: ["Microsoft.Compute/virtualMachines/start/action", "*/read", "*"], notActions: ["*/read"] },
  );
  expect(patternsAllowing(role, "Microsoft.Compute/VirtualMachines/start/action")).toEqual([
    "Microsoft.Compute/virtualMachines/start/action",
    "*",
  ]);
  expect(patternsAllowing(role, "*/stop/action")).toEqual(["*", "Microsoft.Compute/*/action"]);
  expect(patternsAllowing(aRole({ actions: ["*/read"] }), "*/write")).toEqual([]);
});
