import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { World } from "../../world";
import { danglingReferences } from "../integrity";
import { inCycles, measure } from "../measure";
import { roleId } from "../roles";
import { createWorld, worldNames } from "../worlds";
import { layOut, shares } from "./layout";
import { randomFrom } from "../random";
import { sizes } from "./sizes";

const now = new Date("2026-11-20T15:30:00Z");
const names = ["m", "l", "xl", "xl+"] as const;
const worlds = new Map<string, World>(names.map((name) => [name, createWorld({ extends: name }, { now })]));
const worldNamed = (name: string): World => {
  const made = worlds.get(name);
  if (!made) throw new Error(name);
  return made;
};
const digest = (world: World) =>
  createHash("sha256")
    .update(JSON.stringify(world, (_, value: unknown) => (value instanceof Map ? [...value] : value)))
    .digest("hex");

describe.each(names)("world %s", (name) => {
  const world = worldNamed(name);
  const size = sizes[name];

  it("has the size that the product promises, within two percent", () => {
    const found = measure(world);
    const exact = ["customers", "subscriptions", "delegations", "definitions", "groups", "nesting", "staff"] as const;
    for (const key of exact) expect(found[key], key).toBe(size[key]);
    expect(found.servicePrincipals).toBe(size.servicePrincipals);
    expect(Math.abs(found.grants / size.grants - 1)).toBeLessThan(0.02);
    expect(inCycles(world).length).toBe(size.cycle ? 2 : 0);
  });

  it("refers to nothing that is not there, but for a few deleted groups", () => {
    const dangling = danglingReferences(world);
    const orphans = new Set(
      [...world.registrationDefinitions.values()]
        .flatMap(({ properties }) => properties.authorizations)
        .filter(({ principalIdDisplayName }) => principalIdDisplayName === "sg-project")
        .map(({ principalId }) => `authorization → ${principalId}`),
    );
    expect(dangling.filter((each) => !orphans.has(each))).toEqual([]);
    expect(orphans.size).toBeGreaterThan(0);
    expect(orphans.size).toBeLessThan(size.definitions * 0.01);
  });

  it("lets the readers and those on call read every customer", () => {
    const holders = ["sg-lh-readers", "sg-lh-oncall"].map(
      (group) => [...world.groups.values()].find(({ displayName }) => displayName === group)?.id,
    );
    const [readers, oncall] = holders;
    const without = (holder: string | undefined) =>
      [...world.registrationDefinitions.values()].filter(
        ({ properties }) =>
          !properties.authorizations.some(
            ({ principalId, roleDefinitionId }) => principalId === holder && roleDefinitionId === roleId("Reader"),
          ),
      ).length;
    expect(without(readers)).toBe(0);
    // An offer with something wrong in it may have lost its last authorization.
    expect(without(oncall)).toBeLessThan(size.definitions * 0.02);
  });

  it("has a persona of each kind, two of them with less access than the rest", () => {
    expect(world.personas.map(({ name }) => name)).toEqual([
      "Mira Solberg",
      "Ines Marlow",
      "Joon Baek",
      "Ruth Adeyemi",
      "Kofi Varga",
    ]);
    const groupsOf = (index: number) =>
      [...world.groups.values()].filter(({ members }) => members.includes(world.personas[index]?.objectId ?? ""));
    expect(groupsOf(2).length).toBe(3);
    expect(groupsOf(2).every(({ displayName }) => displayName.endsWith("-core"))).toBe(true);
    expect(groupsOf(4)).toEqual([]);
  });

  it("has oddities in small numbers: moved, disabled and failed, stale and missing names, old plan versions", () => {
    const definitions = [...world.registrationDefinitions.values()];
    const ownerOf = (id: string) => world.subscriptions.get(id.split("/")[2] ?? "")?.tenantId;
    const moved = definitions.filter(({ id, properties }) => ownerOf(id) !== properties.manageeTenantId);
    const disabled = [...world.subscriptions.values()].filter(({ state }) => state === "Disabled");
    const unfinished = [...world.registrationAssignments.values()].filter(
      ({ properties }) => properties.provisioningState !== "Succeeded",
    );
    const nameless = definitions.filter(({ properties }) => properties.manageeTenantName === undefined);
    const unknown = nameless.filter(({ properties }) => !world.tenants.has(properties.manageeTenantId));
    const stale = definitions.filter(({ properties }) => properties.manageeTenantName?.endsWith(" Holding"));
    for (const odd of [moved, disabled, unfinished, nameless, unknown, stale]) {
      expect(odd.length).toBeGreaterThan(0);
      expect(odd.length).toBeLessThan(size.definitions * 0.1);
    }
    const versions = new Set(definitions.map(({ plan }) => plan?.version));
    expect([...versions].sort()).toEqual(["2.3.1", "2.4.0", "2.5.0", undefined]);
  });
});

describe("generated worlds", () => {
  it("are offered by name, beside S", () => {
    expect(worldNames).toEqual(["s", ...names]);
  });

  it("are the same for the same seed, and others for another", () => {
    const again = createWorld({ extends: "m" }, { now });
    expect(digest(again)).toBe(digest(worldNamed("m")));
    expect(digest(createWorld({ extends: "m", seed: 2 }, { now }))).not.toBe(digest(again));
  });

  it("do not change in the course of a day", () => {
    const evening = createWorld({ extends: "m" }, { now: new Date("2026-11-20T23:59:59Z") });
    expect(digest(evening)).toBe(digest(worldNamed("m")));
    const tomorrow = createWorld({ extends: "m" }, { now: new Date("2026-11-21T00:00:00Z") });
    expect(digest(tomorrow)).not.toBe(digest(evening));
  });
});

describe("the layout of an estate", () => {
  it("gives every customer a subscription, and a few of them very many", () => {
    const counts = shares(sizes.l);
    expect(counts.length).toBe(1_000);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5_000);
    expect(Math.min(...counts)).toBe(1);
    expect(counts[0]).toBeGreaterThan(50);
    expect(counts.filter((count) => count <= 4).length).toBeGreaterThan(500);
  });

  it("keeps the sums of definitions and delegations exactly", () => {
    const slots = layOut(sizes.m, randomFrom("layout")).flat();
    expect(slots.length).toBe(750);
    expect(slots.reduce((sum, { groups }) => sum + (groups < 0 ? 0 : Math.max(1, groups)), 0)).toBe(900);
  });
});
