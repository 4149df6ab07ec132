import { describe, expect, it } from "vitest";
import { danglingReferences } from "../integrity";
import { inCycles, measure } from "../measure";
import { roleId } from "../roles";
import { createWorld } from "../worlds";

const now = new Date("2026-11-20T15:30:00Z");
const world = createWorld({ extends: "s" }, { now });
const rows = <T>(map: Map<string, T>) => [...map.values()];
const userNamed = (name: string) => rows(world.users).find(({ displayName }) => displayName === name);
const groupNamed = (name: string) => rows(world.groups).find(({ displayName }) => displayName === name);
const tenantNamed = (name: string) =>
  rows(world.tenants).find(({ displayName }) => displayName === name)?.tenantId ?? "";
const definitionsOf = (customer: string) =>
  rows(world.registrationDefinitions).filter(({ properties }) => properties.manageeTenantId === tenantNamed(customer));

describe("world S", () => {
  it("has the size that the product promises", () => {
    const { grants, ...sizes } = measure(world);
    expect(sizes).toEqual({
      customers: 12,
      subscriptions: 30,
      delegations: 45,
      definitions: 35,
      groups: 8,
      nesting: 2,
      staff: 25,
      servicePrincipals: 4,
    });
    expect(Math.abs(grants - 250)).toBeLessThanOrEqual(5);
  });

  it("refers to nothing that is not there, but for two principals on purpose", () => {
    const deploy = rows(world.servicePrincipals).find(({ displayName }) => displayName === "sp-deploy-pipeline");
    const orphan = definitionsOf("Coho Vineyard")
      .flatMap(({ properties }) => properties.authorizations)
      .find(({ principalIdDisplayName }) => principalIdDisplayName === "sg-coho-project");
    expect(danglingReferences(world).sort()).toEqual(
      [`authorization → ${deploy?.appId}`, `authorization → ${orphan?.principalId}`].sort(),
    );
  });

  it("offers the five kinds of persona, with access that follows from their groups", () => {
    expect(world.personas.map(({ name }) => name)).toEqual([
      "Mira Solberg",
      "Ines Marlow",
      "Joon Baek",
      "Ruth Adeyemi",
      "Kofi Varga",
    ]);
    const kofi = userNamed("Kofi Varga")?.id ?? "";
    expect(rows(world.groups).some(({ members }) => members.includes(kofi))).toBe(false);
    expect(JSON.stringify(rows(world.registrationDefinitions))).not.toContain(kofi);
    const mira = userNamed("Mira Solberg")?.id;
    const atRoot = rows(world.roleAssignments).filter(({ properties }) => properties.scope === "/");
    expect(atRoot.map(({ properties }) => properties.principalId)).toEqual([mira]);
  });

  it("gives Reader to the readers wherever Relecloud was let in, so that somebody sees everything", () => {
    const readers = groupNamed("sg-lh-readers")?.id;
    const unread = rows(world.subscriptions).filter(({ subscriptionId, managedByTenants }) => {
      if (!managedByTenants.some(({ tenantId }) => tenantId === world.id)) return false;
      return !rows(world.registrationDefinitions).some(
        ({ id, properties }) =>
          id.includes(subscriptionId) &&
          properties.authorizations.some(
            ({ principalId, roleDefinitionId }) => principalId === readers && roleDefinitionId === roleId("Reader"),
          ),
      );
    });
    expect(unread.map(({ displayName }) => displayName)).toEqual(["sub-treyresearch-apps"]);
  });

  it("lets a script sign in and read, without becoming a finding", () => {
    const [script, ...others] = rows(world.servicePrincipals).filter(({ secret }) => secret !== undefined);
    expect(others).toEqual([]);
    expect(groupNamed("sg-lh-readers")?.members).toContain(script?.id);
    expect(script?.passwordCredentials).toEqual([]);
  });
});

describe("the story of world S", () => {
  it("lets whoever is on call activate at once, with approval, and where she alone could approve", () => {
    const ines = userNamed("Ines Marlow")?.id ?? "";
    const platform = groupNamed("sg-lh-platform");
    expect(platform?.members).toContain(ines);
    const approversAt = (name: string) =>
      rows(world.registrationDefinitions)
        .filter(({ id }) => world.subscriptions.get(id.split("/")[2] ?? "")?.displayName === name)
        .flatMap(({ properties }) => properties.eligibleAuthorizations ?? [])
        .filter(({ principalId }) => principalId === platform?.id)
        .map(({ justInTimeAccessPolicy: policy }) => policy?.managedByTenantApprovers?.map((each) => each.principalId));
    expect(approversAt("sub-fabrikam-sandbox")).toEqual([undefined]);
    expect(approversAt("sub-contoso-prod")).toEqual([[groupNamed("sg-lh-leads")?.id]]);
    expect(approversAt("sub-fabrikam-erp")).toEqual([[ines]]);
  });

  it("shows a provider the assignments that were made for managed identities", () => {
    const shown = rows(world.roleAssignments).filter(({ properties }) => properties.delegatedManagedIdentityResourceId);
    const at = shown.map(
      ({ properties }) => world.subscriptions.get(properties.scope.split("/")[2] ?? "")?.displayName,
    );
    expect(at.sort()).toEqual([
      "sub-contoso-data",
      "sub-contoso-prod",
      "sub-northwindtraders-prod",
      "sub-woodgrovebank-core",
    ]);
    const identities = new Set([...world.resources.keys()]);
    for (const { properties } of shown)
      expect(identities).toContain(properties.delegatedManagedIdentityResourceId?.toLowerCase());
  });

  it("has a leaver who is still in groups and named in an offer", () => {
    const tomas = userNamed("Tomas Ekdahl");
    expect(tomas?.accountEnabled).toBe(false);
    expect(rows(world.groups).filter(({ members }) => members.includes(tomas?.id ?? "")).length).toBe(2);
    expect(JSON.stringify(definitionsOf("Woodgrove Bank"))).toContain(tomas?.id);
  });

  it("has a guest, a Microsoft 365 group in an offer, and a cycle of two groups", () => {
    expect(rows(world.users).filter(({ userType }) => userType === "Guest").length).toBe(1);
    const desk = groupNamed("Service Desk");
    expect(desk?.groupTypes).toEqual(["Unified"]);
    expect(JSON.stringify(definitionsOf("Wingtip Toys"))).toContain(desk?.id);
    expect(
      inCycles(world)
        .map((id) => world.groups.get(id)?.displayName)
        .sort(),
    ).toEqual(["sg-lh-security", "sg-lh-soc-shift"]);
  });

  it("has one subscription that moved to another tenant", () => {
    const moved = rows(world.registrationDefinitions).filter(({ id, properties }) => {
      const owner = world.subscriptions.get(id.split("/")[2] ?? "")?.tenantId;
      return owner !== properties.manageeTenantId;
    });
    expect(moved.length).toBe(1);
    expect(moved[0]?.properties.manageeTenantId).toBe(tenantNamed("Contoso"));
    expect(world.subscriptions.get(moved[0]?.id.split("/")[2] ?? "")?.tenantId).toBe(tenantNamed("Fourth Coffee"));
  });

  it("has one customer on an old plan version, and others on the current one", () => {
    const versions = (customer: string) => [...new Set(definitionsOf(customer).map(({ plan }) => plan?.version))];
    expect(versions("Contoso")).toEqual(["2.5.0"]);
    expect(versions("Adatum")).toEqual(["2.4.0", undefined]);
    expect([...world.marketplaceRegistrationDefinitions.keys()]).toContain(
      "relecloud.managed-operations.standard.2.5.0",
    );
  });

  it("has one customer that cannot be reached", () => {
    const named = new Set(world.faults.map(({ match }) => match?.subscription));
    const owners = [...named].map((id) => world.subscriptions.get(id ?? "")?.tenantId);
    expect(owners).toEqual([tenantNamed("Lamna Healthcare"), tenantNamed("Lamna Healthcare")]);
    expect(world.faults.map(({ service }) => service)).toEqual(["arm", "resourceGraph", "arm", "resourceGraph"]);
  });

  it("has one customer where nothing stands but Reader and the way out", () => {
    const standing = definitionsOf("Proseware").flatMap(({ properties }) => properties.authorizations);
    const harmless = [roleId("Reader"), roleId("Managed Services Registration assignment Delete Role")];
    expect(standing.length).toBeGreaterThan(0);
    expect(standing.filter(({ roleDefinitionId }) => !harmless.includes(roleDefinitionId))).toEqual([]);
    const leads = groupNamed("sg-lh-leads");
    for (const { properties } of definitionsOf("Proseware"))
      expect(properties.eligibleAuthorizations?.map(({ justInTimeAccessPolicy }) => justInTimeAccessPolicy)).toEqual([
        {
          multiFactorAuthProvider: "Azure",
          maximumActivationDuration: "PT4H",
          managedByTenantApprovers: [{ principalId: leads?.id, principalIdDisplayName: "sg-lh-leads" }],
        },
      ]);
  });

  it("has delegations that did not succeed, and an offer that nothing was delegated with", () => {
    const states = rows(world.registrationAssignments).map(({ properties }) => properties.provisioningState);
    expect(states.filter((state) => state !== "Succeeded").sort()).toEqual(["Failed", "Running"]);
    const used = new Set(
      rows(world.registrationAssignments).map(({ properties }) => properties.registrationDefinitionId),
    );
    const unused = rows(world.registrationDefinitions).filter(({ id }) => !used.has(id));
    expect(unused.map(({ properties }) => properties.registrationDefinitionName)).toEqual([
      "Relecloud Managed Security",
    ]);
  });

  it("has several definitions of one name, and the same grant twice on one scope", () => {
    const pipeline = definitionsOf("Fabrikam").filter(
      ({ properties }) => properties.registrationDefinitionName === "Relecloud Deploy Pipeline",
    );
    expect(new Set(pipeline.map(({ name }) => name)).size).toBe(3);
    const onProd = rows(world.registrationAssignments).filter(({ id }) => id.includes("/resourceGroups/rg-web-prod/"));
    const granted = onProd.map(
      ({ properties }) =>
        world.registrationDefinitions.get(properties.registrationDefinitionId.toLowerCase())?.properties.authorizations,
    );
    expect(granted.length).toBe(2);
    expect(granted[0]).toEqual(granted[1]);
  });

  it("has a disabled subscription that is still delegated, and one in reach without any delegation", () => {
    const delegated = new Set(rows(world.registrationAssignments).map(({ id }) => id.split("/")[2]));
    const disabled = rows(world.subscriptions).filter(({ state }) => state === "Disabled");
    expect(disabled.map(({ subscriptionId }) => delegated.has(subscriptionId))).toEqual([true]);
    const projected = rows(world.subscriptions).filter(
      ({ subscriptionId, managedByTenants }) => managedByTenants.length > 0 && !delegated.has(subscriptionId),
    );
    expect(projected.map(({ displayName }) => displayName)).toEqual(["sub-treyresearch-apps"]);
    expect(rows(world.resourceGroups).filter(({ managedBy }) => managedBy !== null).length).toBe(1);
  });

  it("has User Access Administrator with and without the roles it may hand out", () => {
    const holders = rows(world.registrationDefinitions)
      .flatMap(({ properties }) => properties.authorizations)
      .filter(({ roleDefinitionId }) => roleDefinitionId === roleId("User Access Administrator"));
    expect(holders.some(({ delegatedRoleDefinitionIds }) => (delegatedRoleDefinitionIds?.length ?? 0) > 1)).toBe(true);
    expect(holders.some(({ delegatedRoleDefinitionIds }) => delegatedRoleDefinitionIds === undefined)).toBe(true);
  });

  it("has a customer name that went stale and one that was never written down", () => {
    expect(definitionsOf("Adatum")[0]?.properties.manageeTenantName).toBe("A. Datum Corporation");
    expect(definitionsOf("Litware")[0]?.properties.manageeTenantName).toBeUndefined();
  });
});
