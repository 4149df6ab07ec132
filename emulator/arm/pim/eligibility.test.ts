import { describe, expect, test } from "vitest";
import { ask } from "../ask";
import { smallWorld } from "../small-world";
import { groups, people, roles, servicePrincipals, subscriptions } from "../small-world-ids";
import { adatumGroup, contoso, fabrikam, type Listed, listed, pim, version, worldWith } from "./pim-for-tests";

const instances = "roleEligibilityScheduleInstances";
const target = `${instances}?$filter=asTarget()`;

describe("what may be activated", () => {
  test("is listed for oneself at the tenant, with names", async () => {
    const [row, ...more] = await listed(worldWith(), people.engineer, target);
    expect(more).toEqual([]);
    expect(row).toEqual({
      name: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      id: pim(contoso, `RoleEligibilityScheduleInstances/${row?.name}`),
      type: "Microsoft.Authorization/RoleEligibilityScheduleInstances",
      properties: {
        scope: contoso,
        roleDefinitionId: pim(contoso, `roleDefinitions/${roles.contributor}`),
        principalId: people.engineer,
        principalType: "User",
        status: "Provisioned",
        roleEligibilityScheduleId: expect.stringContaining(pim(contoso, "RoleEligibilitySchedules/")) as string,
        startDateTime: "2026-02-03T10:11:12Z",
        endDateTime: null,
        memberType: "Direct",
        createdOn: "2026-02-03T10:11:12Z",
        condition: null,
        conditionVersion: null,
        expandedProperties: {
          scope: { id: contoso, displayName: "Contoso production", type: "subscription" },
          roleDefinition: {
            id: pim(contoso, `roleDefinitions/${roles.contributor}`),
            displayName: "Contributor",
            type: "BuiltInRole",
          },
          principal: { id: people.engineer, displayName: "Emil", email: "emil@msp.example", type: "User" },
        },
      },
    });
  });

  test("names the group through which it comes, also around a cycle of groups", async () => {
    const [row] = await listed(worldWith({ principalId: groups.engineers }), people.engineer, target);
    expect(row?.properties).toMatchObject({
      principalId: groups.engineers,
      principalType: "Group",
      memberType: "Group",
      expandedProperties: { principal: { displayName: "Engineers", type: "Group" } },
    });
  });

  test("does not come through a Microsoft 365 group", async () => {
    expect(await listed(worldWith({ principalId: groups.office }), people.nobody, target)).toEqual([]);
  });

  test("needs a delegation that succeeded, and ends with it", async () => {
    const world = worldWith();
    for (const row of world.registrationAssignments.values()) row.properties.provisioningState = "Deleting";
    world.version++;
    expect(await listed(world, people.engineer, target)).toEqual([]);
  });

  test("is nothing where PIM does not know delegations", async () => {
    const world = worldWith({}, { servesLighthousePim: false });
    expect(await listed(world, people.engineer, target)).toEqual([]);
    expect(await listed(world, people.admin, instances, { at: contoso })).toEqual([]);
  });

  test.each([roles.owner, roles.userAccessAdministrator])("is never %s", async (role) => {
    expect(await listed(worldWith({ role }), people.engineer, target)).toEqual([]);
  });

  test.each([
    ["asTarget()", contoso, "Direct"],
    ["asTarget()", `${contoso}/resourceGroups/rg-policy`, "Inherited"],
    [`principalId eq '${people.engineer.toUpperCase()}'`, contoso, "Direct"],
    [`assignedTo('${people.engineer}')`, contoso, "Direct"],
    ["atScope()", `${contoso}/resourceGroups/rg-policy`, "Inherited"],
    ["asTarget()", `/subscriptions/${subscriptions.adatum}`, undefined],
    [`principalId eq '${people.operator}'`, contoso, undefined],
    [`assignedTo('${people.operator}')`, contoso, undefined],
  ])("with %s at %s is %s", async (filter, at, memberType) => {
    const rows = await listed(worldWith(), people.engineer, `${instances}?$filter=${filter}`, { at });
    expect(rows.map(({ properties }) => properties.memberType)).toEqual(memberType === undefined ? [] : [memberType]);
  });

  test("at a resource group is below its subscription, which atScope() leaves out", async () => {
    const world = worldWith({ definition: "adatum", principalId: people.admin });
    const at = "";
    expect(await listed(world, people.admin, target, { at })).toHaveLength(1);
    expect(await listed(world, people.admin, `${instances}?$filter=atScope()`, { at })).toEqual([]);
    const [row] = await listed(world, people.admin, target, { at: adatumGroup });
    expect(row?.properties).toMatchObject({
      memberType: "Direct",
      expandedProperties: { scope: { displayName: "rg-Web", type: "resourcegroup" } },
    });
  });

  test("is listed of others only where the caller may read role assignments", async () => {
    const world = worldWith();
    expect(await listed(world, people.admin, instances, { at: contoso })).toHaveLength(1);
    const { status, json } = await ask(world, people.nobody, `GET ${pim("", instances)}?${version}`);
    expect(status).toBe(403);
    expect(json).toMatchObject({ error: { code: "AuthorizationFailed" } });
  });

  test("is listed at the root in those scopes alone that the caller may read", async () => {
    const world = worldWith();
    const at = (rows: Listed[]) => rows.map(({ properties }) => properties.scope);
    expect(at(await listed(world, people.admin, instances))).toEqual([contoso]);
    // There the administrator may end delegations, and read no assignments.
    const elsewhere = worldWith({ definition: "fabrikam" });
    expect(at(await listed(elsewhere, people.engineer, target))).toContain(fabrikam);
    expect(at(await listed(elsewhere, people.admin, instances))).not.toContain(fabrikam);
  });

  test("is got by name; others' needs a right, one's own only the filter", async () => {
    const world = worldWith({ principalId: people.onCall });
    const [row] = await listed(world, people.onCall, target);
    const at = pim("", `${instances}/${row?.name}`);
    expect((await ask(world, people.onCall, `GET ${at}?${version}`)).status).toBe(403);
    expect((await ask(world, people.onCall, `GET ${at}?${version}&$filter=asTarget()`)).json).toEqual(row);
    expect((await ask(world, people.nobody, `GET ${at}?${version}&$filter=asTarget()`)).json).toMatchObject({
      error: { code: "RoleEligibilityScheduleInstanceNotFound" },
    });
  });

  test("is a schedule too, to which its instance refers", async () => {
    const world = worldWith();
    const [instance] = await listed(world, people.engineer, target);
    const [schedule] = await listed(world, people.engineer, "roleEligibilitySchedules?$filter=asTarget()");
    expect(schedule?.id).toBe(instance?.properties.roleEligibilityScheduleId);
    expect(schedule?.name).not.toBe(instance?.name);
    expect(schedule?.properties).toMatchObject({ roleEligibilityScheduleRequestId: null, memberType: "Direct" });
  });

  test("comes in pages", async () => {
    const world = smallWorld({ armPageSize: 1 });
    const { json } = await ask(world, people.admin, `GET ${pim(contoso, instances)}?${version}`);
    expect((json as { value: unknown[] }).value).toHaveLength(1);
    expect((json as { nextLink: string }).nextLink).toContain("skiptoken");
  });
});

describe("what lies below and may be activated on", () => {
  const children = "eligibleChildResources";
  test.each([
    ["", [subscriptions.contoso]],
    [contoso, ["rg-policy"]],
    [`/subscriptions/${subscriptions.adatum}`, []],
  ])("%s is %j", async (at, names) => {
    const rows = await listed(worldWith(), people.engineer, children, { at });
    expect(rows.map(({ name }) => name)).toEqual(names);
  });

  test.each([
    ["resourceType eq 'Subscription'", 0],
    ["resourceType eq 'resourcegroup'", 1],
    ["resourceType eq 'subscription' or resourceType eq 'resourcegroup'", 1],
  ])("is filtered by %s", async (filter, count) => {
    const rows = await listed(worldWith(), people.engineer, `${children}?$filter=${filter}`, { at: contoso });
    expect(rows).toHaveLength(count);
  });

  test("is the one group that is delegated, not its neighbours", async () => {
    const world = worldWith({ definition: "adatum", principalId: people.admin });
    const rows = await listed(world, people.admin, children, { at: `/subscriptions/${subscriptions.adatum}` });
    expect(rows).toEqual([{ id: adatumGroup, name: "rg-Web", type: "resourcegroup" }]);
  });
});

test("a program that an offer names as eligible is listed, and finds itself", async () => {
  const world = worldWith({ principalId: servicePrincipals.bot });
  const [row] = await listed(world, people.admin, instances, { at: contoso });
  expect(row?.properties).toMatchObject({ principalId: servicePrincipals.bot, principalType: "ServicePrincipal" });
  expect(await listed(world, servicePrincipals.bot, target)).toHaveLength(1);
});
