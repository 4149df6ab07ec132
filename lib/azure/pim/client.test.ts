import { describe, expect, test } from "vitest";
import type { ActivationOrder } from "@/lib/domain/activation";
import { principalId, roleId, subscriptionId } from "@/lib/domain/ids";
import type { Scope } from "@/lib/domain/scope";
import { failure, scripted, type Deed } from "../testing/scripted";
import {
  activate,
  cancelRequest,
  deactivate,
  getRequest,
  listActivations,
  listEligibilities,
  listRequests,
} from "./client";
import { refusalReason } from "./refusal";

const guid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const scope: Scope = { kind: "resourceGroup", subscription: subscriptionId(guid(1))!, resourceGroup: "RG-Web" };
const at = `/subscriptions/${guid(1)}/resourceGroups/RG-Web/providers/Microsoft.Authorization`;
const [me, role] = [principalId(guid(2))!, roleId(guid(3))!];
const rolePath = `/subscriptions/${guid(1)}/providers/Microsoft.Authorization/roleDefinitions/${guid(3)}`;

const order: ActivationOrder = {
  name: guid(9),
  scope,
  role,
  principal: me,
  schedule: guid(5),
  justification: "ticket 4711",
  ticket: { number: "4711", system: "desk" },
  duration: "PT2H",
  startsAt: Date.UTC(2026, 8, 1, 8),
};

const eligibility = {
  id: `${at}/roleEligibilityScheduleInstances/${guid(4)}`,
  properties: {
    scope: `/subscriptions/${guid(1)}/resourceGroups/RG-Web`,
    roleDefinitionId: rolePath,
    principalId: guid(7),
    principalType: "Group",
    roleEligibilityScheduleId: `${at}/roleEligibilitySchedules/${guid(5)}`,
    status: "Provisioned",
    startDateTime: "2026-01-01T00:00:00Z",
    endDateTime: null,
    memberType: "Group",
  },
};
const request = (status: string, requestType = "SelfActivate") => ({
  id: `${at}/roleAssignmentScheduleRequests/${guid(9)}`,
  name: guid(9),
  properties: {
    roleDefinitionId: rolePath,
    principalId: guid(2),
    requestType,
    status,
    justification: "ticket 4711",
    ticketInfo: { ticketNumber: "4711", ticketSystem: "desk" },
    createdOn: "2026-09-01T08:00:00Z",
    scheduleInfo: { startDateTime: "2026-09-01T08:00:00Z", expiration: { type: "AfterDuration", duration: "PT2H" } },
  },
});
const refuse = (status: number, code: string, message = ""): Deed => ({ status, body: { error: { code, message } } });

describe("what PIM says of a person at a scope", () => {
  test("eligibilities say through what they are held, and one bad record costs no other", async () => {
    const { azure, run, seen } = scripted(() => ({ body: { value: [eligibility, { id: "?" }] } }));
    expect(await run(listEligibilities(azure, scope, { isEligible: true }))).toEqual({
      state: "served",
      unreadable: 1,
      items: [
        {
          id: eligibility.id.toLowerCase(),
          role,
          scope: `/subscriptions/${guid(1)}/resourcegroups/rg-web`,
          principal: guid(7),
          through: "group",
          from: Date.UTC(2026, 0, 1),
          until: undefined,
          schedule: guid(5),
        },
      ],
    });
    expect(seen[0]?.url.pathname).toBe(`${at}/roleEligibilityScheduleInstances`);
    expect(Object.fromEntries(seen[0]!.url.searchParams)).toEqual({
      "api-version": "2020-10-01",
      $filter: "asTarget()",
    });
  });

  test("active roles say until when, and from which eligibility", async () => {
    const active = {
      id: `${at}/roleAssignmentScheduleInstances/${guid(6)}`,
      properties: {
        ...eligibility.properties,
        scope: null,
        principalId: guid(2),
        memberType: "Direct",
        assignmentType: "Activated",
        endDateTime: "2026-09-01T10:00:00Z",
        linkedRoleEligibilityScheduleId: `${at}/roleEligibilitySchedules/${guid(5)}`,
        roleAssignmentScheduleId: guid(8),
        expandedProperties: {
          scope: { displayName: "RG-Web" },
          roleDefinition: { displayName: "Reader" },
          principal: null,
        },
      },
    };
    const { azure, run } = scripted(() => ({ body: { value: [active] } }));
    expect(await run(listActivations(azure, scope))).toMatchObject({
      items: [
        {
          kind: "activated",
          scope: `/subscriptions/${guid(1)}/resourcegroups/rg-web`,
          until: Date.UTC(2026, 8, 1, 10),
          schedule: guid(5),
          assignment: guid(8),
          scopeName: "RG-Web",
          roleName: "Reader",
          through: "direct",
        },
      ],
    });
  });

  test.each([
    [{ body: { value: [] } }, "empty"],
    [refuse(404, "InvalidResourceType"), "missing"],
    [refuse(501, "NotImplemented"), "unimplemented"],
    [refuse(400, "NoRegisteredProviderFound"), "unimplemented"],
    [refuse(403, "AuthorizationFailed", "No right over scope /subscriptions/x/resourceGroups/ticket."), "refused"],
    [refuse(400, "AadPremiumLicenseRequired", "The tenant needs a license."), "unlicensed"],
  ])("%j where somebody is eligible is no list, but: %s", async (deed, reason) => {
    const { azure, run } = scripted(() => deed);
    expect(await run(listEligibilities(azure, scope, { isEligible: true }))).toMatchObject({
      state: "notServed",
      reason,
      fix: expect.any(String),
    });
  });

  test("nothing where nobody is eligible is an answer, and what may pass is an error", async () => {
    const { azure, run } = scripted(({ url }) =>
      url.href.includes("Eligib") ? { body: { value: [] } } : { status: 503 },
    );
    expect(await run(listEligibilities(azure, scope))).toEqual({ state: "served", items: [], unreadable: 0 });
    expect(await run(failure(listRequests(azure, scope)))).toMatchObject({ kind: "unavailable" });
  });

  test.each([
    ["PendingApproval", "SelfActivate", "waiting"],
    ["PendingProvisioning", "SelfActivate", "underWay"],
    ["Provisioned", "SelfActivate", "done"],
    ["Revoked", "SelfActivate", "ended"],
    ["Revoked", "SelfDeactivate", "done"],
    ["AdminDenied", "SelfActivate", "denied"],
    ["FailedAsResourceIsLocked", "SelfActivate", "failed"],
    ["NeverHeardOf", "AdminAssign", "unknown"],
  ])("a request that is %s (%s) is %s", async (status, type, stage) => {
    const { azure, run } = scripted(() => ({ body: request(status, type) }));
    expect(await run(getRequest(azure, scope, guid(9)))).toMatchObject({
      status,
      stage,
      name: guid(9),
      ticket: "4711",
    });
  });
});

describe("asking for a role", () => {
  test("sends what the reference says", async () => {
    const { azure, run, seen } = scripted(() => ({ status: 201, body: request("Provisioned") }));
    expect(await run(activate(azure, order))).toMatchObject({ kind: "activate", stage: "done", duration: "PT2H" });
    expect([seen[0]?.method, seen[0]?.url.pathname]).toEqual([
      "PUT",
      `${at}/roleAssignmentScheduleRequests/${guid(9)}`,
    ]);
    expect(seen[0]?.body).toEqual({
      properties: {
        principalId: guid(2),
        roleDefinitionId: rolePath,
        requestType: "SelfActivate",
        linkedRoleEligibilityScheduleId: guid(5),
        justification: "ticket 4711",
        ticketInfo: { ticketNumber: "4711", ticketSystem: "desk" },
        scheduleInfo: {
          startDateTime: "2026-09-01T08:00:00.000Z",
          expiration: { type: "AfterDuration", duration: "PT2H", endDateTime: null },
        },
      },
    });
  });

  test("gives it back, and takes a request back", async () => {
    const { azure, run, seen } = scripted(({ method }) =>
      method === "POST" ? { text: "" } : { status: 201, body: request("Revoked", "SelfDeactivate") },
    );
    expect(await run(deactivate(azure, order))).toMatchObject({ kind: "deactivate", stage: "done" });
    expect(seen[0]?.body).toEqual({
      properties: {
        principalId: guid(2),
        roleDefinitionId: rolePath,
        requestType: "SelfDeactivate",
        linkedRoleEligibilityScheduleId: guid(5),
      },
    });
    await run(cancelRequest(azure, scope, guid(9)));
    expect(seen[1]?.url.pathname).toBe(`${at}/roleAssignmentScheduleRequests/${guid(9)}/cancel`);
  });

  test("is one request where the first answer was lost", async () => {
    const { azure, run, seen } = scripted(({ method }, index) => {
      if (index === 0) return "cut";
      return method === "PUT" ? refuse(400, "RoleAssignmentExists", "Exists.") : { body: request("Provisioned") };
    });
    expect(await run(activate(azure, order))).toMatchObject({ stage: "done" });
    expect(seen.map(({ method }) => method)).toEqual(["PUT", "PUT", "GET"]);
    expect(seen[0]?.url.href).toBe(seen[1]?.url.href);
  });

  const rules = (...names: string[]) => `The following policy rules failed: ${JSON.stringify(names)}`;
  test.each([
    ["RoleAssignmentRequestPolicyValidationFailed", rules("ExpirationRule"), "duration", "so long"],
    ["RoleAssignmentRequestPolicyValidationFailed", rules("JustificationRule"), "justification", "justification"],
    ["RoleAssignmentRequestPolicyValidationFailed", rules("TicketingRule"), "ticket", "ticket"],
    ["RoleAssignmentRequestPolicyValidationFailed", rules("MfaRule"), "strongerSignIn", "stronger sign-in"],
    ["RoleAssignmentRequestPolicyValidationFailed", rules("EligibilityRule"), "notEligible", "eligible"],
    ["RoleAssignmentRequestPolicyValidationFailed", rules("NewRule"), "policy", "policy"],
    ["PendingRoleAssignmentRequest", "There is a pending one.", "alreadyRequested", "waiting for a decision"],
    ["RoleAssignmentExists", "The Role assignment already exists.", "alreadyActive", "active already"],
    [
      "ActiveDurationTooShort",
      "The Active duration is too short. Miniumum Required is 5 minutes.",
      "tooSoon",
      "at least five minutes",
    ],
    ["InvalidRoleAssignmentRequestSchedule", "The schedule is invalid.", "duration", "the time"],
    ["RoleAssignmentDoesNotExist", "The Role assignment does not exist.", "notActive", "not active"],
    ["SomethingElse", "Something else.", "other", "Something else."],
  ])("%s %s says %s", async (code, message, reason, words) => {
    const { azure, run } = scripted(({ method }) => (method === "PUT" ? refuse(400, code, message) : { status: 404 }));
    const error = await run(failure(activate(azure, order)));
    expect(error).toMatchObject({ kind: "rejected", code, message: expect.stringContaining(words) });
    expect(refusalReason(error as Parameters<typeof refusalReason>[0])).toBe(reason);
  });

  test("names every rule that was broken, and leads to the portal if one of them is about the sign-in", async () => {
    const { azure, run } = scripted(() =>
      refuse(
        400,
        "RoleAssignmentRequestPolicyValidationFailed",
        rules("ExpirationRule", "TicketingRule", "MfaRule", "NewRule"),
      ),
    );
    const error = (await run(failure(activate(azure, order)))) as Parameters<typeof refusalReason>[0];
    for (const words of ["so long", "ticket", "stronger sign-in", "NewRule"]) expect(error.message).toContain(words);
    for (const words of ["shorter time", "number of the ticket", "second factor"]) expect(error.fix).toContain(words);
    expect(refusalReason(error)).toBe("strongerSignIn");
  });

  test("that still asks for another sign-in after one was made says so", async () => {
    const { azure, run } = scripted(() => ({ status: 401 }), { signIn: async () => {} });
    const error = (await run(failure(activate(azure, order)))) as Parameters<typeof refusalReason>[0];
    expect(error).toMatchObject({ kind: "signInRequired", message: expect.stringContaining("stronger sign-in") });
    expect(refusalReason(error)).toBe("strongerSignIn");
  });

  test("on a scope that Azure does not show leads to the portal", async () => {
    const { azure, run } = scripted(() => refuse(404, "SubscriptionNotFound", "The subscription could not be found."));
    const error = (await run(failure(activate(azure, order)))) as Parameters<typeof refusalReason>[0];
    expect(error).toMatchObject({ kind: "notFound", fix: expect.stringContaining("PIM in the Azure portal") });
    expect(refusalReason(error)).toBe("unseenScope");
  });

  test("that waits for a sign-in is not sent any more once it was given up", async () => {
    const givenUp = new AbortController();
    let signedIn = () => {};
    const { azure, run, seen } = scripted(() => ({ status: 401 }), {
      signIn: () => {
        givenUp.abort();
        return new Promise((resolve) => (signedIn = resolve));
      },
    });
    expect(await run(failure(activate(azure, order, givenUp.signal)))).toMatchObject({ kind: "cancelled" });
    const sent = seen.length;
    signedIn();
    await run(azure.arm.pause(60_000, undefined));
    expect(seen).toHaveLength(sent);
  });

  test("without the right to ask names it", async () => {
    const { azure, run } = scripted(() =>
      refuse(
        403,
        "AuthorizationFailed",
        "does not have authorization to perform action 'Microsoft.Authorization/roleAssignmentScheduleRequests/write' over scope '/subscriptions/x/resourceGroups/mfa-rule'",
      ),
    );
    const error = await run(failure(activate(azure, order)));
    expect(refusalReason(error as Parameters<typeof refusalReason>[0])).toBe("forbidden");
    expect(error).toMatchObject({ permission: "Microsoft.Authorization/roleAssignmentScheduleRequests/write" });
  });
});
