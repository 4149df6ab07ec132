import { describe, expect, test } from "vitest";
import { failure, scripted } from "../testing/scripted";
import { activate, cancelRequest, deactivate } from "./client";
import { guid, scope, at, rolePath, order, request, refuse } from "./example-pim";
import { refusalReason } from "./refusal";

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
