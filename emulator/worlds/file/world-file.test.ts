import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { danglingReferences } from "../integrity";
import { measure } from "../measure";
import { roleId } from "../roles";
import { createWorld, parseWorldFile } from "../worlds";

const now = new Date("2026-11-20T15:30:00Z");
const fileNamed = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");

describe("a world file", () => {
  it("may be written from nothing: the example of the documentation", () => {
    const world = createWorld(parseWorldFile(fileNamed("example.json"), "example.json"), { now });
    expect(measure(world)).toEqual({
      customers: 2,
      subscriptions: 2,
      delegations: 3,
      definitions: 2,
      grants: 5,
      groups: 2,
      nesting: 2,
      staff: 3,
      servicePrincipals: 1,
    });
    expect(danglingReferences(world)).toEqual([]);
    expect(world.name).toBe("two-bakeries");
    expect(world.settings).toMatchObject({ latencyMs: 80, accessTokenSeconds: 600, armPageSize: 1000 });
    expect(world.personas.map(({ name }) => name)).toEqual(["Ada Quill", "Bo Finch"]);
    const shops = [...world.subscriptions.values()].find(({ displayName }) => displayName === "crumb-shops");
    expect(world.faults[0]?.match).toEqual({
      subscription: shops?.subscriptionId,
      persona: world.personas[1]?.objectId,
    });
    const [care] = [...world.registrationDefinitions.values()];
    const engineers = [...world.groups.values()].find(({ displayName }) => displayName === "Engineers");
    expect(care?.properties.eligibleAuthorizations).toEqual([
      {
        principalId: engineers?.id,
        principalIdDisplayName: "Engineers",
        roleDefinitionId: roleId("Contributor"),
        justInTimeAccessPolicy: {
          multiFactorAuthProvider: "Azure",
          maximumActivationDuration: "PT4H",
          managedByTenantApprovers: [{ principalId: world.personas[1]?.objectId, principalIdDisplayName: "Bo Finch" }],
        },
      },
    ]);
  });

  it("is quoted in the documentation as it is", () => {
    const documentation = readFileSync(new URL("../../../docs/world-files.md", import.meta.url), "utf8");
    expect(documentation).toContain(fileNamed("example.json").trim());
  });

  it("may be hostile: markup, formulas, direction marks, lone surrogates and ten thousand characters", () => {
    const world = createWorld(parseWorldFile(fileNamed("hostile.json"), "hostile.json"), { now });
    const names = [...world.subscriptions.values()].map(({ displayName }) => displayName);
    expect(names.some((name) => name.length === 10_000)).toBe(true);
    expect(names.some((name) => name.includes("<script>"))).toBe(true);
    const offers = [...world.registrationDefinitions.values()].map(
      ({ properties }) => properties.registrationDefinitionName,
    );
    expect(offers.some((name) => name.startsWith("=cmd|"))).toBe(true);
    expect([...names, ...offers].some((name) => /[\ud800-\udfff]/u.test(name))).toBe(true);
    expect([...world.tenants.values()].some(({ displayName }) => displayName.includes("\u202e"))).toBe(true);
    expect(world.personas.length).toBeGreaterThan(0);
    expect(danglingReferences(world)).toEqual([]);
  });

  it("keeps every id when only the managing tenant changes", () => {
    const tenantId = "11111111-2222-4333-8444-555555555555";
    const one = createWorld({ extends: "s" }, { now });
    const other = createWorld({ extends: "s", tenantId }, { now });
    expect(other.id).toBe(tenantId);
    const text = (world: object) =>
      JSON.stringify(world, (_, value: unknown) => (value instanceof Map ? [...value] : value));
    expect(text(other)).toBe(text(one).replaceAll(one.id, tenantId));
  });

  it("changes rows that exist, by id or by name, and leaves the rest of them alone", () => {
    const world = createWorld(
      {
        extends: "s",
        users: [{ userPrincipalName: "r.adeyemi@relecloud.example", accountEnabled: false }],
        groups: [{ displayName: "sg-lh-leads", members: ["Ruth Adeyemi", "sg-lh-platform"] }],
        tenants: [{ displayName: "Contoso", countryCode: "FI" }],
        subscriptions: [{ displayName: "sub-contoso-prod", state: "Warned" }],
      },
      { now },
    );
    const ruth = [...world.users.values()].find(({ displayName }) => displayName === "Ruth Adeyemi");
    expect(ruth).toMatchObject({ accountEnabled: false, jobTitle: "Service manager" });
    const leads = [...world.groups.values()].find(({ displayName }) => displayName === "sg-lh-leads");
    expect(leads).toMatchObject({ isAssignableToRole: true });
    expect(leads?.members[0]).toBe(ruth?.id);
    expect(leads?.members.length).toBe(2);
    expect(measure(world)).toMatchObject({ staff: 25, groups: 8, subscriptions: 30 });
    const contoso = [...world.subscriptions.values()].find(({ displayName }) => displayName === "sub-contoso-prod");
    expect(contoso?.state).toBe("Warned");
  });

  it("adds and changes ARM rows by their path", () => {
    const base = createWorld({ extends: "s" }, { now });
    const [definition] = base.registrationDefinitions.values();
    const subscriptionId = definition?.id.split("/")[2] ?? "";
    const id = `/subscriptions/${subscriptionId}/resourceGroups/rg-added`;
    const assignment = `${id}/providers/Microsoft.ManagedServices/registrationAssignments/one`;
    const machine = `${id}/providers/Microsoft.Compute/virtualMachines/vm-added`;
    const grant = `${id}/providers/Microsoft.Authorization/roleAssignments/two`;
    const world = createWorld(
      {
        extends: "s",
        resourceGroups: [{ id, location: "polandcentral" }],
        resources: [{ id: machine, properties: { size: "large" } }],
        registrationDefinitions: [{ id: definition?.id ?? "", properties: { description: "changed" } }],
        registrationAssignments: [{ id: assignment, properties: { registrationDefinitionId: definition?.id ?? "" } }],
        roleAssignments: [
          {
            id: grant,
            properties: {
              roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${roleId("Reader")}`,
              principalId: base.personas[0]?.objectId ?? "",
              principalType: "User",
            },
          },
        ],
        roleDefinitions: [{ name: roleId("Reader"), properties: { description: "changed" } }],
      },
      { now },
    );
    expect(world.resourceGroups.get(id.toLowerCase())).toMatchObject({ name: "rg-added", location: "polandcentral" });
    expect(world.resources.get(machine.toLowerCase())).toMatchObject({
      type: "Microsoft.Compute/virtualMachines",
      name: "vm-added",
      resourceGroup: "rg-added",
    });
    const changed = world.registrationDefinitions.get(definition?.id.toLowerCase() ?? "");
    expect(changed?.properties).toEqual({ ...definition?.properties, description: "changed" });
    expect(world.registrationAssignments.get(assignment.toLowerCase())?.properties.provisioningState).toBe("Succeeded");
    expect(world.roleAssignments.get(grant.toLowerCase())?.properties.scope).toBe(id);
    expect(world.roleDefinitions.get(roleId("Reader"))?.properties).toMatchObject({
      roleName: "Reader",
      description: "changed",
      permissions: [{ actions: ["*/read"] }],
    });
    // The built-in roles are shared by all worlds of a process: a change in one must not show in another.
    expect(base.roleDefinitions.get(roleId("Reader"))?.properties.description).not.toBe("changed");
  });

  it("takes Azure's own rows as they are", () => {
    const base = createWorld({ extends: "s" }, { now });
    const first = <T>(rows: Map<string, T>): T[] => [...rows.values()].slice(0, 1);
    const pasted = JSON.stringify({
      extends: "s",
      subscriptions: first(base.subscriptions).map((row) => ({ id: `/subscriptions/${row.subscriptionId}`, ...row })),
      resourceGroups: first(base.resourceGroups).map(({ subscriptionId: _, ...row }) => row),
      registrationDefinitions: first(base.registrationDefinitions),
      registrationAssignments: first(base.registrationAssignments),
      marketplaceRegistrationDefinitions: first(base.marketplaceRegistrationDefinitions),
      roleDefinitions: first(base.roleDefinitions),
      roleAssignments: first(base.roleAssignments),
      tenants: first(base.tenants),
      users: first(base.users),
      groups: first(base.groups),
    });
    expect(createWorld(parseWorldFile(pasted, "pasted.json"), { now })).toEqual(base);
  });

  it("removes a subscription with all that is in it, and a user but not the user's name in delegations", () => {
    const world = createWorld({ extends: "s", remove: ["sub-litware-sentinel", "Tomas Ekdahl"] }, { now });
    expect(measure(world)).toMatchObject({ customers: 11, subscriptions: 29, definitions: 34, staff: 24 });
    expect(danglingReferences(world).some((each) => each.startsWith("sg-lh-operators → "))).toBe(true);
  });

  it("puts its own faults before those it inherits, or instead of them", () => {
    const faults = [{ service: "graph" as const, effect: { kind: "hang" as const } }];
    const services = (more: object) =>
      createWorld({ extends: "s", faults, ...more }, { now }).faults.map(({ service }) => service);
    expect(services({})).toEqual(["graph", "arm", "resourceGraph", "arm", "resourceGraph"]);
    expect(services({ inheritFaults: false })).toEqual(["graph"]);
  });
});
