import type { ActivationOrder } from "@/lib/domain/activation";
import { principalId, roleId, subscriptionId } from "@/lib/domain/ids";
import type { Scope } from "@/lib/domain/scope";
import type { Deed } from "../testing/scripted";

export const guid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
export const scope: Scope = { kind: "resourceGroup", subscription: subscriptionId(guid(1))!, resourceGroup: "RG-Web" };
export const at = `/subscriptions/${guid(1)}/resourceGroups/RG-Web/providers/Microsoft.Authorization`;
export const [me, role] = [principalId(guid(2))!, roleId(guid(3))!];
export const rolePath = `/subscriptions/${guid(1)}/providers/Microsoft.Authorization/roleDefinitions/${guid(3)}`;

export const order: ActivationOrder = {
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

export const eligibility = {
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
export const request = (status: string, requestType = "SelfActivate") => ({
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
export const refuse = (status: number, code: string, message = ""): Deed => ({
  status,
  body: { error: { code, message } },
});
