import { describe, expect, test } from "vitest";
import { patternWords } from "./pattern-words";

describe("a pattern in words", () => {
  test.each([
    ["*", "everything"],
    ["*/read", "read everything"],
    ["*/action", "run every action"],
    ["*/write", "create or change everything"],
    ["Microsoft.Compute/*", "everything in Compute"],
    ["Oracle.Database/*", "everything in Oracle.Database"],
    ["Microsoft.Authorization/*/read", "read everything in Authorization"],
    ["Microsoft.Compute/virtualMachines/*", "everything on virtual machines"],
    ["Microsoft.Compute/virtualMachines/*/read", "read everything below virtual machines"],
    ["Microsoft.Compute/virtualMachines/start/action", "start virtual machines"],
    ["Microsoft.Compute/virtualMachines/powerOff/action", "power off virtual machines"],
    ["Microsoft.Compute/virtualMachines/runCommand/action", "run command on virtual machines"],
    ["Microsoft.Compute/availabilitySets/write", "create or change availability sets"],
    ["Microsoft.Storage/storageAccounts/listkeys/action", "list keys of storage accounts"],
    ["Microsoft.Storage/storageAccounts/ListAccountSas/action", "list account SAS of storage accounts"],
    ["Microsoft.Network/virtualNetworks/subnets/join/action", "join subnets of virtual networks"],
    ["Microsoft.Network/*/action", "run every action on everything in Network"],
    ["Microsoft.Compute/register/action", "register in Compute"],
    ["Microsoft.Network/privateDnsZones/delete", "delete private DNS zones"],
  ])("%s: %s", (pattern, words) => expect(patternWords(pattern)).toBe(words));

  test("says whose it is where the type alone could be anybody's", () => {
    expect(patternWords("Microsoft.CognitiveServices/accounts/listKeys/action")).toBe(
      "list keys of accounts in CognitiveServices",
    );
    expect(patternWords("Microsoft.Sql/servers/*")).toBe("everything on servers in Sql");
  });

  test("leaves alone what it cannot tell apart", () => {
    expect(patternWords("microsoft.storage/storageaccounts/read")).toBe("read storageaccounts in storage");
  });

  test.each([
    "",
    "Microsoft.EventHub/*/eventhubs/read",
    "Microsoft.*/read",
    "a/b/networkapiaccess",
    "//read",
    "*a*b*/write",
  ])("is the pattern itself where it has no known form: %s", (pattern) =>
    expect(patternWords(pattern)).toBe(`what matches ${pattern}`),
  );
});
