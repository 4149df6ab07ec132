import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Role } from "../role";
import { effectiveOperations, knownOperations, operationNames } from "./effective-operations";
import { aRole } from "./example-role";
import { rolesAllowing } from "./roles-allowing";
import { smallestRoles } from "./smallest-roles";

const named = (name: string, ...actions: string[]): Role => ({ ...aRole({ actions }), name });
const namesOf = (roles: readonly Role[]) => roles.map(({ name }) => name);

const known = knownOperations(
  [
    "Microsoft.Compute/virtualMachines/read",
    "Microsoft.Compute/virtualMachines/start/action",
    "Microsoft.Compute/virtualMachines/runCommand/action",
    "Microsoft.Network/networkInterfaces/read",
    "Microsoft.Network/networkInterfaces/write",
    "Microsoft.Network/networkInterfaces/join/action",
    "Microsoft.Network/networkInterfaces/delete",
    "Microsoft.Storage/storageAccounts/listKeys/action",
    "Microsoft.Storage/storageAccounts/read",
    "Microsoft.Storage/storageAccounts/write",
  ].map((name) => ({ name, isDataAction: false })),
);
const reader = named("Reader", "*/read");
const starter = named("Starter", "Microsoft.Compute/virtualMachines/start/action");
const machines = named("Machines", "Microsoft.Compute/*");
const network = named("Network", "Microsoft.Network/*");
const all = named("All", "*");
const custom: Role = { ...starter, name: "Ours", kind: "custom" };
const roles = [all, machines, network, custom, reader, starter];
const [start, readNic] = ["Microsoft.Compute/virtualMachines/start/action", "Microsoft.Network/networkInterfaces/read"];

describe("roles that allow", () => {
  test("an operation, with their pattern", () => {
    expect(rolesAllowing(roles, ` ${start.toUpperCase()} `).map(({ role, pattern }) => [role.name, pattern])).toEqual([
      ["All", "*"],
      ["Machines", "Microsoft.Compute/*"],
      ["Ours", start],
      ["Starter", start],
    ]);
  });

  test("a data action are those that have it as one, and no wildcard among actions", () => {
    const getSecret = "Microsoft.KeyVault/vaults/secrets/getSecret/action";
    const secrets = { ...aRole({ dataActions: ["Microsoft.KeyVault/vaults/secrets/*"] }), name: "Secrets" };
    expect(rolesAllowing([all, secrets], getSecret).map(({ role }) => role.name)).toEqual(["Secrets"]);
  });

  test("all of a pattern stand before those that allow some of it", () => {
    const found = rolesAllowing([reader, starter, network, machines], "Microsoft.Compute/*");
    expect(found.map(({ role, extent }) => [role.name, extent])).toEqual([
      ["Machines", "all"],
      ["Reader", "some"],
      ["Starter", "some"],
    ]);
  });
});

describe("the smallest roles", () => {
  test("for one operation are ranked by what they give away, then by how much more they allow", () => {
    expect(smallestRoles([start], roles, known)).toEqual({
      covers: [
        { roles: [starter], extra: 0, extraSecrets: [] },
        { roles: [machines], extra: 2, extraSecrets: ["Microsoft.Compute/virtualMachines/runCommand/action"] },
        {
          roles: [all],
          extra: 9,
          extraSecrets: [
            "Microsoft.Compute/virtualMachines/runCommand/action",
            "Microsoft.Storage/storageAccounts/listKeys/action",
          ],
        },
      ],
      impossible: [],
      unknown: [],
      isExhaustive: true,
    });
  });

  test("for several are combined where that allows less, and no role is in one for nothing", () => {
    const { covers } = smallestRoles([start, readNic], roles, known);
    expect(covers.map((cover) => namesOf(cover.roles).sort())).toEqual([
      ["Reader", "Starter"],
      ["Network", "Starter"],
      ["All"],
    ]);
  });

  test("count a secret for more than any number of other operations", () => {
    const noisy = named("Noisy", start, "Microsoft.Network/*", "Microsoft.Storage/storageAccounts/write", "*/read");
    const leaky = named("Leaky", start, "Microsoft.Storage/storageAccounts/listKeys/action");
    expect(smallestRoles([start], [leaky, noisy], known).covers.map((cover) => namesOf(cover.roles))).toEqual([
      ["Noisy"],
      ["Leaky"],
    ]);
  });

  test("say what nobody can delegate, and answer for the rest", () => {
    const answer = smallestRoles([start, "Microsoft.Storage/storageAccounts/write"], [starter, network, custom], known);
    expect(answer.impossible).toEqual(["Microsoft.Storage/storageAccounts/write"]);
    expect(answer.covers.map((cover) => namesOf(cover.roles))).toEqual([["Starter"]]);
    expect(smallestRoles(["Microsoft.New/x/read"], [starter], known)).toMatchObject({
      covers: [],
      impossible: ["Microsoft.New/x/read"],
    });
  });

  test("judge what is in no list by patterns, and name it", () => {
    const answer = smallestRoles(["Microsoft.Compute/newThings/read", readNic], roles, known);
    expect(answer.unknown).toEqual(["Microsoft.Compute/newThings/read"]);
    expect(namesOf(answer.covers[0]?.roles ?? [])).toEqual(["Reader"]);
  });

  test("never allow a data action: it is impossible, and the covers are for the rest", () => {
    const read = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read";
    const both = knownOperations([
      { name: start, isDataAction: false },
      { name: readNic, isDataAction: false },
      { name: read, isDataAction: true },
    ]);
    const blobs: Role = { ...aRole({ actions: ["*/read"], dataActions: [read] }), name: "Blobs" };
    const answer = smallestRoles([read, start], [reader, all, starter, blobs], both);
    expect(answer).toMatchObject({ impossible: [read], unknown: [] });
    expect(answer.covers.map((cover) => namesOf(cover.roles))).toEqual([["Starter"], ["All"]]);
    expect(smallestRoles([read], [reader, all, blobs], both)).toMatchObject({ covers: [], impossible: [read] });
  });

  test("for a pattern allow every known operation of it", () => {
    const { covers } = smallestRoles(["Microsoft.Network/*/action", "Microsoft.Network/*/write"], roles, known);
    expect(namesOf(covers[0]?.roles ?? [])).toEqual(["Network"]);
  });
});

const operations = ["a/read", "b/read", "c/read", "d/read", "e/read"];
const few = knownOperations(operations.map((name) => ({ name, isDataAction: false })));
const someRoles = fc.array(fc.subarray(operations, { minLength: 1 }), { maxLength: 6 });

test("no combination of up to three is cheaper than the first found", () => {
  fc.assert(
    fc.property(someRoles, fc.subarray(operations, { minLength: 1 }), (given, asked) => {
      const some = given.map((actions, at) => named(`${at}`, ...actions));
      const { covers, impossible, isExhaustive } = smallestRoles(asked, some, few);
      expect(isExhaustive).toBe(true);
      const allowed = (chosen: readonly Role[]) =>
        new Set(chosen.flatMap((role) => operationNames(effectiveOperations(role, few).control, few.control)));
      const possible = asked.filter((operation) => allowed(some).has(operation));
      expect(impossible).toEqual(asked.filter((operation) => !possible.includes(operation)));

      const sets = some.flatMap((one) => some.flatMap((two) => some.map((three) => allowed([one, two, three]))));
      const extras = sets
        .filter((set) => possible.length > 0 && possible.every((operation) => set.has(operation)))
        .map((set) => set.size - possible.length);
      expect(covers[0]?.extra).toBe(extras.length === 0 ? undefined : Math.min(...extras));
      for (const { roles: chosen, extra } of covers) {
        expect(possible.every((operation) => allowed(chosen).has(operation))).toBe(true);
        expect(extra).toBe(allowed(chosen).size - possible.length);
        for (const role of chosen) {
          const others = allowed(chosen.filter((other) => other !== role));
          expect(possible.every((operation) => others.has(operation))).toBe(false);
        }
      }
    }),
  );
});
