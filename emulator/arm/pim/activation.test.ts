import { describe, expect, test } from "vitest";
import { canDo } from "../../rbac";
import { ask, noon, secondsLater } from "../ask";
import { groups, people, roles, subscriptions } from "../small-world-ids";
import {
  activate,
  adatumGroup,
  contoso,
  fabrikam,
  giveBack,
  listed,
  pim,
  request,
  version,
  worldWith,
} from "./pim-for-tests";

const active = "roleAssignmentScheduleInstances?$filter=asTarget()";
const write = "Microsoft.Compute/virtualMachines/write";
const minutes = (count: number) => secondsLater(count * 60);
const approved = { managedByTenantApprovers: [{ principalId: groups.agents }] };
const mayWrite = async (world: ReturnType<typeof worldWith>, now: Date, at = contoso) => {
  await ask(world, people.engineer, "GET /subscriptions?api-version=2022-12-01", { now });
  return canDo(world, people.engineer, write, at);
};

describe("activating a role that needs no approval", () => {
  test("answers 201 and says what was asked", async () => {
    const { status, json } = await activate(worldWith(), {
      properties: { ticketInfo: { ticketNumber: "4711", ticketSystem: "desk" } },
    });
    expect(status).toBe(201);
    expect(json).toMatchObject({
      id: pim(contoso, `RoleAssignmentScheduleRequests/${request(1)}`),
      name: request(1),
      type: "Microsoft.Authorization/RoleAssignmentScheduleRequests",
      properties: {
        status: "Provisioned",
        scope: contoso,
        principalId: people.engineer,
        principalType: "User",
        requestType: "SelfActivate",
        approvalId: null,
        justification: "ticket 4711",
        ticketInfo: { ticketNumber: "4711", ticketSystem: "desk" },
        scheduleInfo: {
          startDateTime: noon.toISOString(),
          expiration: { type: "AfterDuration", duration: "PT2H", endDateTime: null },
        },
        requestorId: people.engineer,
        createdOn: noon.toISOString(),
        expandedProperties: { roleDefinition: { displayName: "Contributor" }, principal: { displayName: "Emil" } },
      },
    });
    expect(JSON.stringify(json)).not.toContain("approvers");
  });

  test("gives the role from that moment until its time is over", async () => {
    const world = worldWith();
    expect(await mayWrite(world, noon)).toBe(false);
    await activate(world);
    expect(await mayWrite(world, noon)).toBe(true);
    expect(await mayWrite(world, secondsLater(2 * 3600 - 1))).toBe(true);
    expect(await mayWrite(world, secondsLater(2 * 3600))).toBe(false);
  });

  test("shows as active, with its end and the eligibility behind it", async () => {
    const world = worldWith();
    const [eligible] = await listed(world, people.engineer, "roleEligibilitySchedules?$filter=asTarget()");
    await activate(world);
    const rows = await listed(world, people.engineer, active);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.properties).toMatchObject({
      assignmentType: "Activated",
      memberType: "Direct",
      status: "Provisioned",
      scope: contoso,
      principalId: people.engineer,
      startDateTime: noon.toISOString(),
      endDateTime: secondsLater(2 * 3600).toISOString(),
      linkedRoleEligibilityScheduleId: eligible?.name,
    });
    const [schedule] = await listed(world, people.engineer, "roleAssignmentSchedules?$filter=asTarget()");
    expect(schedule?.id).toBe(rows[0]?.properties.roleAssignmentScheduleId);
    expect(schedule?.properties.roleAssignmentScheduleRequestId).toBe(
      pim(contoso, `RoleAssignmentScheduleRequests/${request(1)}`),
    );
    expect(await listed(world, people.engineer, active, { now: secondsLater(2 * 3600) })).toEqual([]);
  });

  test.each([
    ["through a group, for oneself and not for the group", { principalId: groups.engineers }, {}],
    ["naming the eligibility by name", {}, { name: true }],
    ["naming the eligibility by path", {}, { path: true }],
  ])("works %s", async (_, eligible, naming: { name?: boolean; path?: boolean }) => {
    const world = worldWith(eligible);
    const [schedule] = await listed(world, people.engineer, "roleEligibilitySchedules?$filter=asTarget()");
    const linked = naming.name ? schedule?.name : naming.path ? schedule?.id : undefined;
    const { json } = await activate(world, { properties: { linkedRoleEligibilityScheduleId: linked } });
    expect(json).toMatchObject({ properties: { status: "Provisioned", principalId: people.engineer } });
    expect(await mayWrite(world, noon)).toBe(true);
  });

  test("is possible on a part of what one is eligible for, and only there", async () => {
    const world = worldWith();
    const part = `${contoso}/resourceGroups/rg-policy`;
    expect((await activate(world, { at: part })).status).toBe(201);
    expect(await mayWrite(world, noon, part)).toBe(true);
    expect(await mayWrite(world, noon)).toBe(false);
    expect((await activate(world, { name: request(2) })).status).toBe(201);
  });

  test("may end at a stated time", async () => {
    const endDateTime = minutes(90).toISOString();
    const world = worldWith();
    await activate(world, { properties: { scheduleInfo: { expiration: { type: "AfterDateTime", endDateTime } } } });
    expect((await listed(world, people.engineer, active))[0]?.properties.endDateTime).toBe(endDateTime);
  });

  test("may begin later: until then it is scheduled, and gives nothing", async () => {
    const world = worldWith();
    const scheduleInfo = {
      startDateTime: minutes(60).toISOString(),
      expiration: { type: "AfterDuration", duration: "PT1H" },
    };
    const { json } = await activate(world, { properties: { scheduleInfo } });
    expect(json).toMatchObject({ properties: { status: "Granted" } });
    expect(await mayWrite(world, minutes(59))).toBe(false);
    expect(await listed(world, people.engineer, active)).toEqual([]);
    expect(await listed(world, people.engineer, "roleAssignmentSchedules?$filter=asTarget()")).toHaveLength(1);
    expect(await mayWrite(world, minutes(60))).toBe(true);
    const [made] = await listed(world, people.engineer, "roleAssignmentScheduleRequests?$filter=asRequestor()");
    expect(made?.properties.status).toBe("Provisioned");
    expect(await mayWrite(world, minutes(120))).toBe(false);
  });

  test("that began in the past begins now", async () => {
    const world = worldWith();
    const expiration = { type: "AfterDuration", duration: "PT1H" };
    await activate(world, { properties: { scheduleInfo: { startDateTime: minutes(-30).toISOString(), expiration } } });
    expect((await listed(world, people.engineer, active))[0]?.properties.endDateTime).toBe(minutes(60).toISOString());
  });

  test("ends with the delegation that allowed it", async () => {
    const world = worldWith();
    await activate(world);
    for (const row of world.registrationAssignments.values()) row.properties.provisioningState = "Deleting";
    world.version++;
    expect(await mayWrite(world, noon)).toBe(false);
    expect(world.activations.size).toBe(0);
  });

  test("ends with the membership of the group that allowed it", async () => {
    const world = worldWith({ principalId: groups.engineers });
    await activate(world);
    expect(await mayWrite(world, noon)).toBe(true);
    for (const group of world.groups.values()) group.members = [];
    world.version++;
    expect(await mayWrite(world, noon)).toBe(false);
  });
});

describe("a role whose activation needs approval", () => {
  const pendingWorld = () => worldWith({ policy: approved });

  test("is pending and gives nothing", async () => {
    const world = pendingWorld();
    const { status, json } = await activate(world);
    expect(status).toBe(201);
    expect(json).toMatchObject({
      properties: { status: "PendingApproval", approvalId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string },
    });
    expect(await mayWrite(world, noon)).toBe(false);
    expect(await listed(world, people.engineer, active)).toEqual([]);
  });

  test("waits for its approvers, of whom the one who asked is none", async () => {
    const asApprover = "roleAssignmentScheduleRequests?$filter=asApprover()";
    const world = pendingWorld();
    await activate(world);
    expect(await listed(world, people.agent, asApprover)).toMatchObject([{ name: request(1) }]);
    expect(await listed(world, people.engineer, asApprover)).toEqual([]);

    const alone = worldWith({ policy: { managedByTenantApprovers: [{ principalId: people.engineer }] } });
    expect((await activate(alone)).json).toMatchObject({ properties: { status: "PendingApproval" } });
    expect(await listed(alone, people.engineer, asApprover)).toEqual([]);
  });

  test("cannot be asked for twice, but again after a day without an answer", async () => {
    const world = pendingWorld();
    await activate(world);
    expect((await activate(world, { name: request(2) })).json).toMatchObject({
      error: { code: "PendingRoleAssignmentRequest" },
    });
    const tomorrow = secondsLater(24 * 3600);
    expect((await activate(world, { name: request(2), now: tomorrow })).status).toBe(201);
    const rows = await listed(world, people.engineer, "roleAssignmentScheduleRequests?$filter=asTarget()", {
      now: tomorrow,
    });
    expect(rows.map(({ properties }) => properties.status)).toEqual(["PendingApproval", "TimedOut"]);
  });

  test("can be withdrawn by whoever asked", async () => {
    const world = pendingWorld();
    await activate(world);
    const cancel = `POST ${pim(contoso, `roleAssignmentScheduleRequests/${request(1)}/cancel`)}?${version}`;
    expect((await ask(world, people.operator, cancel)).status).toBe(403);
    const { status, json } = await ask(world, people.engineer, cancel);
    expect([status, json]).toEqual([200, undefined]);
    expect((await ask(world, people.engineer, cancel)).json).toMatchObject({
      error: { code: "RequestCannotBeCancelled", message: "Request is not in cancellable state." },
    });
  });
});

describe("giving a role back", () => {
  test("ends it at once, but not in its first five minutes", async () => {
    const world = worldWith();
    await activate(world);
    expect((await giveBack(world, secondsLater(299))).json).toMatchObject({
      error: { code: "ActiveDurationTooShort" },
    });
    expect(await mayWrite(world, secondsLater(299))).toBe(true);
    const { status, json } = await giveBack(world, secondsLater(300));
    expect(status).toBe(201);
    expect(json).toMatchObject({ properties: { status: "Revoked", requestType: "SelfDeactivate" } });
    expect(await mayWrite(world, secondsLater(300))).toBe(false);
    expect((await giveBack(world, secondsLater(301), request(3))).json).toMatchObject({
      error: { code: "RoleAssignmentDoesNotExist" },
    });
    expect((await activate(world, { name: request(4), now: secondsLater(302) })).status).toBe(201);
  });

  test("withdraws what was to begin later", async () => {
    const world = worldWith();
    const expiration = { type: "AfterDuration", duration: "PT1H" };
    await activate(world, { properties: { scheduleInfo: { startDateTime: minutes(60).toISOString(), expiration } } });
    const cancel = `POST ${pim(contoso, `roleAssignmentScheduleRequests/${request(1)}/cancel`)}?${version}`;
    expect((await ask(world, people.engineer, cancel)).status).toBe(200);
    expect(await mayWrite(world, minutes(61))).toBe(false);
  });
});

describe("requests", () => {
  test("are seen by whoever made them, and by those who may read role assignments there", async () => {
    const world = worldWith();
    await activate(world);
    const all = "roleAssignmentScheduleRequests";
    expect(await listed(world, people.engineer, `${all}?$filter=asTarget()`)).toHaveLength(1);
    expect(await listed(world, people.operator, `${all}?$filter=asTarget()`)).toEqual([]);
    expect(await listed(world, people.admin, all, { at: contoso })).toHaveLength(1);
    expect(await listed(world, people.admin, `${all}?$filter=principalId eq '${people.engineer}'`)).toHaveLength(1);
    expect(await listed(world, people.admin, `${all}?$filter=principalId eq '${people.admin}'`)).toEqual([]);
    const one = `GET ${pim(contoso, `${all}/${request(1)}`)}?${version}`;
    expect((await ask(world, people.engineer, one)).status).toBe(200);
    expect((await ask(world, people.admin, one)).status).toBe(200);
    expect((await ask(world, people.admin, one.replace(request(1), request(9)))).json).toMatchObject({
      error: { code: "RoleAssignmentScheduleRequestNotFound" },
    });
  });

  test("of others stay unseen where one may not read role assignments", async () => {
    const world = worldWith({ definition: "fabrikam", principalId: people.agent });
    await activate(world, { by: people.agent, at: fabrikam });
    const all = "roleAssignmentScheduleRequests";
    expect(await listed(world, people.agent, `${all}?$filter=asTarget()`)).toHaveLength(1);
    expect(await listed(world, people.admin, all)).toEqual([]);
    const one = `GET ${pim(fabrikam, `${all}/${request(1)}`)}?${version}`;
    expect((await ask(world, people.admin, one)).status).toBe(403);
    expect((await ask(world, people.agent, one)).status).toBe(200);
  });

  test("can be tried without being made", async () => {
    const world = worldWith();
    const { status, json } = await activate(world, { verb: "POST", path: "/validate" });
    expect(status).toBe(200);
    expect(json).toMatchObject({ properties: { status: "Provisioned" } });
    expect([world.activations.size, world.activationRequests.size]).toEqual([0, 0]);
    const refused = await activate(world, { verb: "POST", path: "/validate", properties: { justification: "" } });
    expect(refused.json).toMatchObject({ error: { message: expect.stringContaining("JustificationRule") as string } });
  });
});

test("what the tenant's own people hold by assignments is listed as assigned", async () => {
  const rows = await listed(worldWith(), people.admin, active, { at: `/subscriptions/${subscriptions.own}` });
  expect(
    rows.map(({ properties }) => [properties.assignmentType, properties.memberType, properties.endDateTime]),
  ).toEqual([
    ["Assigned", "Direct", null],
    ["Assigned", "Inherited", null],
  ]);
  expect(JSON.stringify(rows)).toContain(roles.owner);
});

test("a resource group is activated on where only it is delegated", async () => {
  const world = worldWith({ definition: "adatum" });
  expect((await activate(world, { at: adatumGroup })).status).toBe(201);
  expect(await mayWrite(world, noon, adatumGroup)).toBe(true);
});
