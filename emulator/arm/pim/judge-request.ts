import { randomUUID } from "node:crypto";
import { Refusal } from "../../call";
import { eligibilitiesFor, type Eligibility } from "../../eligibilities";
import type { Activation, ActivationRequest, World } from "../../world";
import { badRequest } from "../errors";
import { roleDefinitionNotFound } from "../role-definitions";
import type { ArmCall } from "../route";
import { isGuid } from "../scope";
import { secondsOf } from "./duration";
import { readRequest, type Asked, type Schedule } from "./read-request";

/** A request that may be made, and what making it does to the world beside being written down. */
export type Judged = { row: ActivationRequest; apply: () => void };

const shortest = 5 * 60;
const longestByDefault = "PT8H";

/** Reads a request and throws PIM's refusal if it cannot be granted or laid before approvers. Changes nothing. */
export async function judgeRequest(call: ArmCall): Promise<Judged> {
  const { world, caller, params } = call;
  const name = params.name ?? "";
  if (!isGuid(name)) {
    throw badRequest("InvalidRoleAssignmentScheduleRequestId", `The request name '${name}' must be a GUID.`);
  }
  const asked = await readRequest(call);
  if (asked.principalId.toLowerCase() !== caller.objectId.toLowerCase()) {
    throw new Refusal(403, "InsufficientPermissions", "A role can only be activated or given back for oneself.");
  }
  const roleId = roleOf(world, asked.roleDefinitionId);
  if (world.activationRequests.has(requestId(call).toLowerCase())) {
    throw new Refusal(409, "RoleAssignmentScheduleRequestExists", `The request '${name}' exists already.`);
  }
  return asked.requestType === "SelfDeactivate" ? deactivate(call, asked, roleId) : activate(call, asked, roleId);
}

function roleOf(world: World, roleDefinitionId: string): string {
  const [, id = ""] = /\/providers\/Microsoft\.Authorization\/roleDefinitions\/([^/]+)$/i.exec(roleDefinitionId) ?? [];
  if (id === "") {
    throw badRequest("InvalidRoleDefinitionId", `The role definition ID '${roleDefinitionId}' is not valid.`);
  }
  if (!world.roleDefinitions.has(id.toLowerCase())) throw roleDefinitionNotFound(id);
  return id.toLowerCase();
}

const requestId = ({ scope, params }: ArmCall) =>
  `${scope.kind === "tenant" ? "" : scope.path}/providers/Microsoft.Authorization/RoleAssignmentScheduleRequests/${params.name ?? ""}`;

const tooShort = () =>
  // The misspelling is Azure's.
  badRequest("ActiveDurationTooShort", "The Active duration is too short. Miniumum Required is 5 minutes.");

function activate(call: ArmCall, asked: Asked, roleId: string): Judged {
  const { world, scope, now } = call;
  const eligibility = eligibilityFor(call, roleId, asked.eligibility);
  if (!eligibility) throw policyFailed(["EligibilityRule"]);
  const mine = (row: { scope: string; principalId: string; roleDefinitionId: string }) => isSame(call, roleId, row);
  if ([...world.activations.values()].some(mine)) {
    throw badRequest("RoleAssignmentExists", "The Role assignment already exists.");
  }
  const isPending = ({ properties }: ActivationRequest) => properties.status === "PendingApproval" && mine(properties);
  if ([...world.activationRequests.values()].some(isPending)) {
    throw badRequest("PendingRoleAssignmentRequest", "There is already a pending Role assignment request.");
  }
  const { schedule } = asked;
  if (!schedule) throw new Error("A request to activate was read without its schedule.");
  const failed = brokenRules(call, asked, schedule, eligibility);
  if (failed.length > 0) throw policyFailed(failed);
  if (!schedule.end || schedule.end.getTime() - schedule.start.getTime() < shortest * 1000) throw tooShort();

  const approvers = (eligibility.policy.managedByTenantApprovers ?? []).map(({ principalId }) => principalId);
  const activation: Activation = {
    name: randomUUID(),
    requestName: call.params.name ?? "",
    eligibility: eligibility.name,
    scope: scope.path,
    roleDefinitionId: asked.roleDefinitionId,
    principalId: asked.principalId,
    status: schedule.start > now ? "Granted" : "Provisioned",
    createdOn: now.toISOString(),
    startDateTime: schedule.start.toISOString(),
    endDateTime: schedule.end.toISOString(),
  };
  const waits = approvers.length > 0;
  const row = rowOf(call, asked, {
    status: waits ? "PendingApproval" : activation.status,
    approvalId: waits ? randomUUID() : null,
    targetRoleAssignmentScheduleId: activation.name,
    scheduleInfo: schedule.written,
    linkedRoleEligibilityScheduleId: eligibility.name,
  });
  const apply = () => {
    if (!waits) world.activations.set(activation.name, activation);
  };
  return { row: { ...row, approvers }, apply };
}

function deactivate(call: ArmCall, asked: Asked, roleId: string): Judged {
  const { world, now } = call;
  const held = [...world.activations.values()].find((row) => isSame(call, roleId, row));
  if (!held) throw badRequest("RoleAssignmentDoesNotExist", "The Role assignment does not exist.");
  if (now.getTime() - Date.parse(held.startDateTime) < world.settings.shortestActivationSeconds * 1000)
    throw tooShort();
  const row = rowOf(call, asked, {
    status: "Revoked",
    approvalId: null,
    targetRoleAssignmentScheduleId: held.name,
    scheduleInfo: null,
    linkedRoleEligibilityScheduleId: held.eligibility,
  });
  return { row, apply: () => world.activations.delete(held.name) };
}

/** At the scope or above it: what may be activated may be activated on a part. A program never is eligible. */
function eligibilityFor({ world, caller, scope }: ArmCall, roleId: string, linked: string | undefined) {
  if (caller.kind !== "user") return undefined;
  const at = scope.path.toLowerCase();
  const fitting = eligibilitiesFor(world, caller.objectId).filter(
    (row) =>
      row.roleId === roleId &&
      (linked === undefined || row.name === linked) &&
      (at === row.scope.toLowerCase() || at.startsWith(`${row.scope.toLowerCase()}/`)),
  );
  return fitting.sort((a, b) => b.scope.length - a.scope.length)[0];
}

const isSame = (
  { caller, scope }: ArmCall,
  roleId: string,
  row: { scope: string; principalId: string; roleDefinitionId: string },
): boolean =>
  row.principalId.toLowerCase() === caller.objectId.toLowerCase() &&
  row.scope.toLowerCase() === scope.path.toLowerCase() &&
  row.roleDefinitionId.toLowerCase().endsWith(`/${roleId}`);

/** All rules of the policy that a request breaks, in the order in which Azure names several. */
function brokenRules(call: ArmCall, asked: Asked, { start, end }: Schedule, { policy }: Eligibility): string[] {
  const longest = secondsOf(policy.maximumActivationDuration ?? longestByDefault) ?? 0;
  const isTooLong = !end || end.getTime() - start.getTime() > longest * 1000;
  return [
    ...(isTooLong ? ["ExpirationRule"] : []),
    ...(asked.justification?.trim() ? [] : ["JustificationRule"]),
    ...(policy.multiFactorAuthProvider === "Azure" && !call.caller.amr.includes("mfa") ? ["MfaRule"] : []),
  ];
}

const policyFailed = (rules: readonly string[]) =>
  badRequest(
    "RoleAssignmentRequestPolicyValidationFailed",
    `The following policy rules failed: ${JSON.stringify(rules)}`,
  );

type Decided = Pick<
  ActivationRequest["properties"],
  "status" | "approvalId" | "targetRoleAssignmentScheduleId" | "scheduleInfo" | "linkedRoleEligibilityScheduleId"
>;

const rowOf = (call: ArmCall, asked: Asked, decided: Decided): ActivationRequest => ({
  id: requestId(call),
  name: call.params.name ?? "",
  type: "Microsoft.Authorization/RoleAssignmentScheduleRequests",
  properties: {
    targetRoleAssignmentScheduleInstanceId: null,
    scope: call.scope.path,
    roleDefinitionId: asked.roleDefinitionId,
    principalId: asked.principalId,
    principalType: "User",
    requestType: asked.requestType,
    ...decided,
    ticketInfo: asked.ticketInfo,
    justification: asked.justification,
    requestorId: call.caller.objectId,
    createdOn: call.now.toISOString(),
    condition: null,
    conditionVersion: null,
  },
  approvers: [],
});
