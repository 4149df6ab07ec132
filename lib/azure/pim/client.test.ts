import { describe, expect, test } from "vitest";
import { failure, scripted } from "../testing/scripted";
import { getRequest, listActivations, listEligibilities, listRequests } from "./client";
import { guid, scope, at, role, eligibility, request, refuse } from "./example-pim";

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
