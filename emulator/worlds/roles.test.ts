import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { builtInRoles, roleId } from "./roles";

const published = "../shared/data/azure-builtin-roles.json";
type PublishedRole = { id: string; roleName: string; permissions: Record<string, unknown>[] };

describe("built-in roles", () => {
  it("are some sixty, each with its own id and name", () => {
    expect(builtInRoles.length).toBeGreaterThanOrEqual(45);
    expect(new Set(builtInRoles.map(({ name }) => name)).size).toBe(builtInRoles.length);
    expect(new Set(builtInRoles.map(({ properties }) => properties.roleName)).size).toBe(builtInRoles.length);
  });

  it("write operations out in full", () => {
    const reader = builtInRoles.find(({ name }) => name === roleId("Reader"));
    expect(reader?.properties.permissions).toEqual([
      { actions: ["*/read"], notActions: [], dataActions: [], notDataActions: [] },
    ]);
    const machines = builtInRoles.find(({ name }) => name === roleId("Virtual Machine Contributor"));
    expect(machines?.properties.permissions[0]?.actions).toContain("Microsoft.Storage/storageAccounts/listKeys/action");
  });

  it("hold roles with several entries, one of them conditional", () => {
    const several = builtInRoles.filter(({ properties }) => properties.permissions.length > 1);
    expect(several.map(({ properties }) => properties.roleName)).toContain("Azure Sphere Owner");
    expect(several.every(({ properties }) => properties.permissions.some(({ condition }) => condition))).toBe(true);
  });

  it("refuse a name that Azure does not have", () => {
    expect(() => roleId("Grand Vizier")).toThrow("Grand Vizier");
  });

  it.skipIf(!existsSync(published))("agree with Azure's published list (skipped where ../shared is absent)", () => {
    const list = JSON.parse(readFileSync(published, "utf8")) as PublishedRole[];
    const byId = new Map(list.map((role) => [role.id, role]));
    const sorted = (permissions: readonly object[]) =>
      permissions.map((entry) =>
        Object.fromEntries(
          Object.entries(entry).map(([key, value]: [string, unknown]) => [
            key,
            Array.isArray(value) ? value.map(String).sort() : value,
          ]),
        ),
      );
    for (const { name, properties } of builtInRoles) {
      const real = byId.get(name);
      expect(real?.roleName).toBe(properties.roleName);
      expect(sorted(properties.permissions), properties.roleName).toEqual(sorted(real?.permissions ?? []));
    }
  });
});
