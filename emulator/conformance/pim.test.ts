import { AuthorizationManagementClient } from "@azure/arm-authorization";
import { SubscriptionClient } from "@azure/arm-resources-subscriptions";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Description } from "../admin/description";
import { type Emulator, startEmulator } from "../server";
import { TestClock } from "../testing/world-of-tests";
import { armOptions, credentialOf, newWorld, pagesOf, person } from "./microsoft-clients";

const clock = new TestClock();
const filter = "asTarget()";
const group = "rg-main-sandbox";
let emulator: Emulator;

const clientOf = async (description: Description, name: string, scope = "/subscriptions/none") =>
  new AuthorizationManagementClient(
    await credentialOf(description, person(description, name)),
    scope.split("/")[2] ?? "",
    armOptions(description),
  );

const subscriptionNamed = async (description: Description, name: string): Promise<string> => {
  const credential = await credentialOf(description, person(description, "Mira"));
  for await (const row of new SubscriptionClient(credential, armOptions(description)).subscriptions.list())
    if (row.displayName === name) return `/subscriptions/${row.subscriptionId ?? ""}`;
  throw new Error(`There is no subscription ${name}.`);
};

/** Ines, who is on call, and what she may activate at one of Fabrikam's subscriptions. */
const onCallAt = async (subscription: string, file: Record<string, unknown> = {}) => {
  const description = await newWorld(emulator.url, file);
  const client = await clientOf(description, "Ines");
  const scope = await subscriptionNamed(description, subscription);
  const { items } = await pagesOf(client.roleEligibilityScheduleInstances.listForScope(scope, { filter }));
  const [eligible] = items;
  const wish = {
    principalId: person(description, "Ines"),
    roleDefinitionId: eligible?.roleDefinitionId ?? "",
    requestType: "SelfActivate",
    justification: "ticket 4711",
    scheduleInfo: { expiration: { type: "AfterDuration", duration: "PT1H" } },
  };
  const ask = (more: object = {}, name = crypto.randomUUID()) =>
    client.roleAssignmentScheduleRequests.create(scope, name, { ...wish, ...more });
  return { description, client, scope, items, wish, ask };
};

/** Beside what was activated, what somebody's groups hold in the own subscriptions is listed too. */
const activeFor = async (client: AuthorizationManagementClient) => {
  const { items } = await pagesOf(client.roleAssignmentScheduleInstances.listForScope("", { filter }));
  return items.filter(({ assignmentType }) => assignmentType === "Activated");
};

beforeAll(async () => {
  emulator = await startEmulator({ world: "s", now: clock.read });
});
afterAll(() => emulator.close());

describe("@azure/arm-authorization and PIM", () => {
  test("follows every page of what somebody may activate, over all customers", async () => {
    const description = await newWorld(emulator.url, { settings: { armPageSize: 5 } });
    const client = await clientOf(description, "Ines");
    const { items, pages } = await pagesOf(client.roleEligibilityScheduleInstances.listForScope("", { filter }));
    expect(pages).toBe(Math.ceil(items.length / 5));
    expect(new Set(items.map(({ memberType }) => memberType))).toEqual(new Set(["Group"]));
    const customers = items.map(({ expandedProperties }) => expandedProperties?.scope?.displayName);
    expect(customers).toEqual(
      expect.arrayContaining(["sub-contoso-prod", "sub-fabrikam-sandbox", "sub-proseware-prod"]),
    );
    const schedules = await pagesOf(client.roleEligibilitySchedules.listForScope("", { filter }));
    expect(schedules.items.length).toBe(items.length);
  });

  test("activates, sees it active, and gives it back", async () => {
    const { description, client, scope, items, wish, ask } = await onCallAt("sub-fabrikam-sandbox");
    expect(items).toMatchObject([{ expandedProperties: { roleDefinition: { displayName: "Contributor" } } }]);
    await expect(
      client.roleAssignmentScheduleRequests.validate(scope, crypto.randomUUID(), wish),
    ).resolves.toMatchObject({ status: "Provisioned" });

    const made = await ask();
    expect(made).toMatchObject({ status: "Provisioned", requestType: "SelfActivate", approvalId: null });
    await expect(client.roleAssignmentScheduleRequests.get(scope, made.name ?? "")).resolves.toMatchObject(made);
    expect(await activeFor(client)).toMatchObject([
      { assignmentType: "Activated", scope, endDateTime: new Date(clock.read().getTime() + 3_600_000) },
    ]);
    expect((await pagesOf(client.roleAssignmentSchedules.listForScope(scope, { filter }))).items).toHaveLength(1);
    const permissions = async () => {
      const { items } = await pagesOf(
        (await clientOf(description, "Ines", scope)).permissions.listForResourceGroup(group),
      );
      return items.flatMap(({ actions = [] }) => actions);
    };
    expect(await permissions()).toContain("*");

    await expect(ask()).rejects.toMatchObject({ statusCode: 400, code: "RoleAssignmentExists" });
    const back = { requestType: "SelfDeactivate", scheduleInfo: undefined };
    await expect(ask(back)).rejects.toMatchObject({ code: "ActiveDurationTooShort" });
    clock.advance(300);
    await expect(ask(back)).resolves.toMatchObject({ status: "Revoked" });
    expect(await activeFor(client)).toEqual([]);
    expect(await permissions()).not.toContain("*");
  });

  test.each([
    ["sub-contoso-prod", true],
    ["sub-fabrikam-erp", false],
  ])("is left waiting for approvers at %s, and withdraws", async (subscription, miraApproves) => {
    const { description, client, scope, ask } = await onCallAt(subscription);
    const { status, approvalId, name = "" } = await ask();
    expect(status).toBe("PendingApproval");
    expect(approvalId).toMatch(/^[0-9a-f-]{36}$/);
    const mira = (await clientOf(description, "Mira")).roleAssignmentScheduleRequests;
    const waiting = await pagesOf(mira.listForScope(scope, { filter: "asApprover()" }));
    expect(waiting.items.map((each) => each.name)).toEqual(miraApproves ? [name] : []);
    await client.roleAssignmentScheduleRequests.cancel(scope, name);
    const own = await pagesOf(client.roleAssignmentScheduleRequests.listForScope(scope, { filter: "asRequestor()" }));
    expect(own.items).toMatchObject([{ name, status: "Canceled" }]);
  });

  test("hears which rules an activation breaks", async () => {
    const { ask } = await onCallAt("sub-fabrikam-sandbox", { settings: { secondFactor: false } });
    const scheduleInfo = { expiration: { type: "AfterDuration", duration: "PT9H" } };
    await expect(ask({ scheduleInfo, justification: "" })).rejects.toMatchObject({
      statusCode: 400,
      code: "RoleAssignmentRequestPolicyValidationFailed",
      message: expect.stringContaining('["ExpirationRule","JustificationRule","MfaRule"]') as string,
    });
  });

  test("finds nothing where PIM does not know delegations", async () => {
    const { client, items, scope } = await onCallAt("sub-contoso-prod", { settings: { servesLighthousePim: false } });
    expect(items).toEqual([]);
    const ask = client.roleAssignmentScheduleRequests.create(scope, crypto.randomUUID(), {
      principalId: person(emulator.description, "Ines"),
      roleDefinitionId: `${scope}/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c`,
      requestType: "SelfActivate",
      justification: "ticket 4711",
      scheduleInfo: { expiration: { type: "AfterDuration", duration: "PT1H" } },
    });
    await expect(ask).rejects.toMatchObject({ message: expect.stringContaining("EligibilityRule") as string });
  });

  test("loses what was activated when the world is reset", async () => {
    const { description, client, ask } = await onCallAt("sub-fabrikam-sandbox");
    await ask();
    expect(await activeFor(client)).toHaveLength(1);
    await fetch(`${emulator.url}/_emulator/worlds/${description.tenantId}/reset`, { method: "POST" });
    expect(await activeFor(client)).toEqual([]);
  });

  test("lists the resource groups on which a part of a role may be activated", async () => {
    const { client, scope } = await onCallAt("sub-fabrikam-sandbox");
    expect((await pagesOf(client.eligibleChildResources.list(scope))).items).toMatchObject([
      { name: group, type: "resourcegroup" },
    ]);
  });
});

describe("@azure/arm-authorization and provider operations", () => {
  test("reads one namespace and all of them", async () => {
    const client = (await clientOf(emulator.description, "Ruth")).providerOperationsMetadataOperations;
    const { resourceTypes = [] } = await client.get("Microsoft.KeyVault", { expand: "resourceTypes" });
    const secrets = resourceTypes.find(({ name }) => name === "vaults/secrets")?.operations ?? [];
    expect(secrets.filter(({ isDataAction }) => isDataAction).map(({ name }) => name)).toContain(
      "Microsoft.KeyVault/vaults/secrets/getSecret/action",
    );
    const { items } = await pagesOf(client.list({ expand: "resourceTypes" }));
    expect(items.map(({ name }) => name)).toEqual(expect.arrayContaining(["Microsoft.Compute", "Microsoft.Storage"]));
  });
});
