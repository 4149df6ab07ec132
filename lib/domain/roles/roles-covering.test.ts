import { expect, test } from "vitest";
import type { Role } from "../role";
import { aRole } from "./example-role";
import { rolesCovering } from "./roles-covering";

const named = (name: string, ...actions: string[]): Role => ({ ...aRole({ actions }), name });
const start = "Microsoft.Compute/virtualMachines/start/action";
const everything = named("Everything", "*");
const compute = named("Compute", "Microsoft.Compute/*");
const machines = named("Machines", "Microsoft.Compute/virtualMachines/*");
const starter = named("Starter", start);
const starterAndKeys = named("Starter and keys", start, "Microsoft.Storage/storageAccounts/listKeys/action");
const starterAndMore = named("Starter and more", start, "Microsoft.Web/a/read", "Microsoft.Web/b/read");
const reader = named("Reader", "*/read");
const namesOf = (roles: readonly Role[]) => roles.map(({ name }) => name);

test("a role that allows more never stands before one that allows less, and secrets weigh most", () => {
  const all = [everything, reader, compute, starterAndKeys, machines, starterAndMore, starter];
  expect(namesOf(rolesCovering(all, [start.toUpperCase()]).alone)).toEqual([
    "Starter",
    "Starter and more",
    "Starter and keys",
    "Machines",
    "Compute",
    "Everything",
  ]);
});

test("a pattern is covered by what allows all of it, of operations that nobody named too", () => {
  const { alone } = rolesCovering([compute, machines, starter], ["Microsoft.Compute/virtualMachines/*"]);
  expect(namesOf(alone)).toEqual(["Machines", "Compute"]);
  expect(rolesCovering([starter], ["Microsoft.Compute/*"])).toMatchObject({ alone: [] });
});

test("where none does alone, the smallest that do together are named, or what none allows", () => {
  const { alone, together } = rolesCovering([reader, starter, machines], [start, "Microsoft.Web/a/read"]);
  expect(alone).toEqual([]);
  expect(together?.covers.map(({ roles }) => namesOf(roles))).toContainEqual(["Starter", "Reader"]);
  const none = rolesCovering([reader, starter], [start, "Microsoft.Web/a/write"]);
  expect([none.alone, none.together?.impossible]).toEqual([[], ["Microsoft.Web/a/write"]]);
});

test("data actions are covered by data actions, and what a role allows on resources is not beyond them", () => {
  const getSecret = "Microsoft.KeyVault/vaults/secrets/getSecret/action";
  const withData = (name: string, actions: string[], ...dataActions: string[]): Role => ({
    ...aRole({ actions, dataActions }),
    name,
  });
  const one = withData("One secret", ["*/read"], getSecret);
  const vaults = withData("Vaults", [start], "Microsoft.KeyVault/vaults/*");
  expect(namesOf(rolesCovering([everything, vaults, one, reader], [getSecret]).alone)).toEqual([
    "One secret",
    "Vaults",
  ]);
  expect(namesOf(rolesCovering([everything, vaults, one, reader], [getSecret, start]).alone)).toEqual(["Vaults"]);
  const { together } = rolesCovering([one, starter], [getSecret, start]);
  expect(together?.covers.map(({ roles }) => namesOf(roles).sort())).toEqual([["One secret", "Starter"]]);
});
