import { describe, expect, test } from "vitest";
import { aRole } from "./example-role";
import { cataloguedAs, givenAway } from "./given-away";
import { delegatedPrivilegeOf, levelOfOperation, privilegeOf } from "./privilege";
import { secretOperations } from "./secret-operations";

const levelOf = (...actions: string[]) => privilegeOf(aRole({ actions })).level;

describe("a role's privilege is", () => {
  test("1 where it reads, even what gives a key to a reader", () => {
    expect(levelOf("*/read")).toBe(1);
    expect(levelOf("Microsoft.OperationalInsights/workspaces/sharedKeys/read")).toBe(1);
    expect(privilegeOf(aRole())).toEqual({ level: 1, because: undefined });
  });

  test("2 where it only runs things, support tickets among them", () => {
    expect(levelOf("*/read", "Microsoft.Compute/virtualMachines/restart/action")).toBe(2);
    expect(levelOf("*/read", "Microsoft.Support/*")).toBe(2);
    expect(levelOf("Microsoft.Support/supportTickets/write")).toBe(2);
  });

  test("3 where it writes or deletes anything else", () => {
    expect(levelOf("Microsoft.Support/*", "Microsoft.Insights/alertRules/*")).toBe(3);
    expect(levelOf("Microsoft.Compute/availabilitySets/delete")).toBe(3);
    expect(levelOf("Microsoft.Su*")).toBe(3);
  });

  test("4 where it hands out a key or runs code, with its pattern and the operation as the reason", () => {
    expect(privilegeOf(aRole({ actions: ["*/read", "Microsoft.Storage/storageAccounts/LISTKEYS/action"] }))).toEqual({
      level: 4,
      because: {
        plane: "control",
        pattern: "Microsoft.Storage/storageAccounts/LISTKEYS/action",
        operation: "Microsoft.Storage/storageAccounts/listKeys/action",
        gives: "storageKey",
      },
    });
    expect(levelOf("Microsoft.Compute/virtualMachines/extensions/*")).toBe(4);
    expect(levelOf("*/action")).toBe(5);
  });

  test("5 where it writes everything, assigns roles, writes policies or takes an identity", () => {
    expect(levelOf("*")).toBe(5);
    expect(levelOf("*/write")).toBe(5);
    expect(levelOf("Microsoft.Authorization/roleAssignments/write")).toBe(5);
    expect(levelOf("Microsoft.Authorization/policyAssignments/*")).toBe(5);
    expect(levelOf("Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action")).toBe(5);
    expect(levelOf("Microsoft.ManagedIdentity/userAssignedIdentities/assign/action")).toBe(5);
    expect(
      privilegeOf(aRole({ actions: ["*"], notActions: ["Microsoft.Authorization/*/Write"] })).because,
    ).toMatchObject({
      pattern: "*",
      operation: "*/write",
    });
  });

  test("lower by what the same entry takes away, not by what another does", () => {
    const level = (...notActions: string[]) => privilegeOf(aRole({ actions: ["*"], notActions })).level;
    expect(level("*/write", "*/delete", "*/action")).toBe(1);
    expect(level("*/write", "*/action")).toBe(3);
    const machines = {
      actions: ["Microsoft.Compute/virtualMachines/*"],
      notActions: ["*/write", "*/delete", "*/action"],
    };
    expect(privilegeOf(aRole(machines)).level).toBe(1);
    expect(privilegeOf(aRole(machines, { actions: ["Microsoft.Compute/virtualMachines/write"] })).level).toBe(3);
  });
});

test("data actions count for the role, and not for a delegation", () => {
  const role = aRole({ actions: ["*/read"], dataActions: ["Microsoft.KeyVault/vaults/secrets/*"] });
  expect(privilegeOf(role)).toMatchObject({ level: 4, because: { plane: "data", gives: "secret" } });
  expect(delegatedPrivilegeOf(role)).toEqual({ level: 1, because: undefined });
  expect(privilegeOf(aRole({ dataActions: ["Microsoft.X/blobs/write"] })).level).toBe(3);
});

test("one operation has a level of its own", () => {
  const levels = [
    "*/read",
    "Microsoft.Support/x/write",
    "Microsoft.X/y/write",
    "Microsoft.Maps/accounts/listKeys/ACTION",
  ];
  expect(levels.map((operation) => levelOfOperation(operation))).toEqual([1, 2, 3, 4]);
  expect(levelOfOperation("Microsoft.Authorization/roleAssignments/write")).toBe(5);
});

describe("the catalogue", () => {
  test("names each operation once and whole", () => {
    for (const operations of Object.values(secretOperations)) {
      const names = operations.map(({ operation }) => operation.toLowerCase());
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[a-z.]+(\/([a-z0-9]+|\*))+\/(read|write|action)$/);
    }
  });

  test.each([
    "Microsoft.Compute/virtualMachines/runCommand/action",
    "Microsoft.Compute/virtualMachineScaleSets/extensions/write",
    "Microsoft.HybridCompute/machines/runcommands/write",
    "Microsoft.ContainerService/managedClusters/runcommand/action",
    "Microsoft.SerialConsole/serialPorts/connect/action",
    "Microsoft.Web/sites/write",
    "Microsoft.Web/sites/publish/Action",
    "Microsoft.Web/sites/hostruntime/vfs/write",
    "Microsoft.App/jobs/start/action",
    "Microsoft.ContainerInstance/containerGroups/containers/exec/action",
    "Microsoft.ContainerRegistry/registries/scheduleRun/action",
    "Microsoft.DataFactory/factories/pipelines/createrun/action",
    "Microsoft.MachineLearningServices/workspaces/computes/write",
    "Microsoft.VirtualMachineImages/imageTemplates/run/action",
    "Microsoft.Resources/deploymentScripts/write",
  ])("knows that %s runs code", (operation) => expect(cataloguedAs(operation)?.gives).toBe("code"));

  test.each([
    ["Microsoft.Automation/automationAccounts/runbooks/draft/write", "automation"],
    ["Microsoft.Logic/workflows/write", "automation"],
    ["Microsoft.DesktopVirtualization/applicationGroups/applications/write", "desktop"],
    ["Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write", "federation"],
  ])("knows that %s gives %s", (operation, gives) => expect(cataloguedAs(operation)?.gives).toBe(gives));

  test("says what an operation gives, and which pattern of a role gives it away", () => {
    expect(cataloguedAs("MICROSOFT.WEB/sites/slots/config/list/Action")?.gives).toBe("appSettings");
    expect(cataloguedAs("Microsoft.Compute/virtualMachines/start/action")).toBeUndefined();
    const role = aRole({ actions: ["Microsoft.Search/*"], dataActions: ["Microsoft.KeyVault/*"] });
    expect(givenAway(role).map(({ operation, pattern, plane }) => [operation, pattern, plane])).toEqual([
      ["Microsoft.Search/searchServices/listAdminKeys/action", "Microsoft.Search/*", "control"],
      ["Microsoft.Search/searchServices/listQueryKeys/action", "Microsoft.Search/*", "control"],
      ["Microsoft.KeyVault/vaults/keys/release/action", "Microsoft.KeyVault/*", "data"],
      ["Microsoft.KeyVault/vaults/secrets/getSecret/action", "Microsoft.KeyVault/*", "data"],
    ]);
  });
});
