import { describe, expect, test } from "vitest";
import { ask, secondsLater } from "../ask";
import { groups, people, roles, servicePrincipals, subscriptions } from "../small-world-ids";
import { activate, contoso, pim, request, version, worldWith } from "./pim-for-tests";

const policy = { maximumActivationDuration: "PT4H", multiFactorAuthProvider: "Azure" } as const;
const failing = (...rules: string[]) => `The following policy rules failed: ${JSON.stringify(rules)}`;
const broken = "RoleAssignmentRequestPolicyValidationFailed";
const lasting = (duration: string | null, type = "AfterDuration") => ({
  scheduleInfo: { expiration: { type, duration } },
});

describe("an activation that the policy forbids", () => {
  test.each([
    ["longer than the offer allows", lasting("PT4H1S"), failing("ExpirationRule")],
    ["without an end", lasting(null, "NoExpiration"), failing("ExpirationRule")],
    ["without a reason", { justification: undefined }, failing("JustificationRule")],
    ["with a blank reason", { justification: "  " }, failing("JustificationRule")],
    ["twice over", { justification: null, ...lasting("P1D") }, failing("ExpirationRule", "JustificationRule")],
  ])("%s", async (_, properties, message) => {
    const world = worldWith({ policy });
    const { status, json } = await activate(world, { properties });
    expect(status).toBe(400);
    expect(json).toEqual({ error: { code: broken, message } });
    expect([world.activations.size, world.activationRequests.size]).toEqual([0, 0]);
  });

  test("without the second factor that it demands", async () => {
    const amr = ["pwd"];
    expect((await activate(worldWith({ policy }), { amr })).json).toEqual({
      error: { code: broken, message: failing("MfaRule") },
    });
    expect((await activate(worldWith({ policy: { multiFactorAuthProvider: "None" } }), { amr })).status).toBe(201);
  });

  test("just as long as it allows is allowed", async () => {
    expect((await activate(worldWith({ policy }), { properties: lasting("PT240M") })).status).toBe(201);
    expect((await activate(worldWith(), { properties: lasting("PT8H") })).status).toBe(201);
    expect((await activate(worldWith(), { properties: lasting("PT8H1M") })).status).toBe(400);
  });
});

describe("an activation for which nobody is eligible", () => {
  const nothing = { error: { code: broken, message: failing("EligibilityRule") } };

  test("another role", async () => {
    const roleDefinitionId = pim(contoso, `roleDefinitions/${roles.monitoringReader}`);
    expect((await activate(worldWith(), { properties: { roleDefinitionId } })).json).toEqual(nothing);
  });

  test("another person", async () => {
    expect((await activate(worldWith(), { by: people.operator })).json).toEqual(nothing);
  });

  test("another eligibility than the one named", async () => {
    const properties = { linkedRoleEligibilityScheduleId: request(7) };
    expect((await activate(worldWith(), { properties })).json).toEqual(nothing);
  });

  test("the subscription of a delegated resource group", async () => {
    const world = worldWith({ definition: "adatum", principalId: people.admin });
    const at = `/subscriptions/${subscriptions.adatum}`;
    expect((await activate(world, { by: people.admin, at })).json).toEqual(nothing);
  });

  test("the tenant's root", async () => {
    expect((await activate(worldWith(), { at: "" })).json).toEqual(nothing);
  });

  test("a program, whatever the offer says", async () => {
    const world = worldWith({ principalId: servicePrincipals.bot });
    const definition = [...world.registrationDefinitions.values()][0];
    definition?.properties.authorizations.push({ principalId: servicePrincipals.bot, roleDefinitionId: roles.reader });
    world.version++;
    expect((await activate(world, { by: servicePrincipals.bot })).json).toEqual(nothing);
  });

  test("where PIM does not know delegations", async () => {
    expect((await activate(worldWith({}, { servesLighthousePim: false }))).json).toEqual(nothing);
  });
});

describe("a request that is wrong in itself", () => {
  test.each([
    ["for a group", { principalId: groups.engineers }, 403, "InsufficientPermissions"],
    ["for somebody else", { principalId: people.operator }, 403, "InsufficientPermissions"],
    ["for a bare role id", { roleDefinitionId: roles.contributor }, 400, "InvalidRoleDefinitionId"],
    [
      "for a role that is none",
      { roleDefinitionId: pim(contoso, `roleDefinitions/${request(8)}`) },
      404,
      "RoleDefinitionDoesNotExist",
    ],
    ["without a schedule", { scheduleInfo: undefined }, 400, "InvalidRoleAssignmentRequestSchedule"],
    ["with a duration that is none", lasting("two hours"), 400, "InvalidRoleAssignmentRequestSchedule"],
    ["with a duration of nothing", lasting(null), 400, "InvalidRoleAssignmentRequestSchedule"],
    [
      "with a date that is none",
      { scheduleInfo: { startDateTime: "soon", expiration: { type: "AfterDuration", duration: "PT1H" } } },
      400,
      "InvalidRoleAssignmentRequestSchedule",
    ],
    ["for less than five minutes", lasting("PT4M59S"), 400, "ActiveDurationTooShort"],
    ["of no known type", { requestType: "SelfPromote" }, 400, "InvalidRequestContent"],
    ["of an administrator's type", { requestType: "AdminAssign" }, 403, "AuthorizationFailed"],
    ["of a type that is not served", { requestType: "SelfExtend" }, 501, "NotImplemented"],
    ["without a role", { roleDefinitionId: undefined }, 400, "InvalidRequestContent"],
  ])("%s", async (_, properties, status, code) => {
    const answer = await activate(worldWith(), { properties });
    expect([answer.status, answer.json]).toMatchObject([status, { error: { code } }]);
  });

  test("under a name that is no GUID, or is taken", async () => {
    const world = worldWith();
    expect((await activate(world, { name: "please" })).json).toMatchObject({
      error: { code: "InvalidRoleAssignmentScheduleRequestId" },
    });
    await activate(world);
    expect((await activate(world, { now: secondsLater(8000) })).json).toMatchObject({
      error: { code: "RoleAssignmentScheduleRequestExists" },
    });
  });

  test("for what is active already", async () => {
    const world = worldWith();
    await activate(world);
    expect((await activate(world, { name: request(2) })).json).toEqual({
      error: { code: "RoleAssignmentExists", message: "The Role assignment already exists." },
    });
  });

  test("where one sees nothing: to be eligible is not to be let in", async () => {
    const world = worldWith({ principalId: people.onCall });
    expect((await activate(world, { by: people.onCall })).json).toMatchObject({
      error: { code: "SubscriptionNotFound" },
    });
  });

  test("on a resource group that one may not read", async () => {
    const world = worldWith({ principalId: people.admin });
    for (const { properties } of world.registrationDefinitions.values())
      properties.authorizations = properties.authorizations.filter(
        ({ roleDefinitionId }) => roleDefinitionId !== roles.reader,
      );
    world.version++;
    const at = `${contoso}/resourceGroups/rg-policy`;
    expect((await activate(world, { by: people.admin, at })).json).toMatchObject({
      error: {
        code: "AuthorizationFailed",
        message: expect.stringContaining("Microsoft.Resources/subscriptions/resourceGroups/read") as string,
      },
    });
  });
});

test.each([
  ["roleEligibilityScheduleInstances", "colour eq 'red'"],
  ["roleEligibilityScheduleInstances", "asRequestor()"],
  ["roleEligibilitySchedules", "asTarget() and atScope()"],
  ["roleAssignmentScheduleInstances", "asApprover()"],
  ["roleAssignmentScheduleRequests", `assignedTo('${people.engineer}')`],
  ["roleAssignmentScheduleRequests", "asTarget('me')"],
  ["eligibleChildResources", "resourceType ne 'x'"],
])("a list of %s refuses the filter %s", async (type, filter) => {
  const line = `GET ${pim(contoso, type)}?${version}&$filter=${filter}`;
  const { status, json } = await ask(worldWith(), people.engineer, line);
  expect([status, json]).toMatchObject([400, { error: { code: "InvalidFilter" } }]);
});
