import { Refusal } from "../../call";
import { principalAndGroups } from "../../membership";
import { canDo } from "../../rbac";
import type { ActivationRequest, World } from "../../world";
import { requireAction } from "../access";
import { badRequest } from "../errors";
import { listPage } from "../page";
import type { ArmCall, Route } from "../route";
import { expandedProperties } from "./expanded-properties";
import { wantedOf, type Wanted } from "./filter";
import { judgeRequest } from "./judge-request";
import { placeOf } from "./schedules";
import { apiVersions, readOthers } from "./versions";

const path = "{scope}/providers/Microsoft.Authorization/roleAssignmentScheduleRequests";
const scopes: Route["scopes"] = ["tenant", "subscription", "resourceGroup"];
const filters: readonly Wanted["kind"][] = ["atScope", "principal", "asTarget", "asRequestor", "asApprover"];

function show(world: World, { id, name, type, properties }: ActivationRequest) {
  const { scope, roleDefinitionId, principalId } = properties;
  const expanded = expandedProperties(world, scope, roleDefinitionId, principalId);
  return { properties: { ...properties, expandedProperties: expanded }, name, id, type };
}

/** Newest first. Whoever asks for their own requests, or for those that they may approve, needs no right for it. */
const list = (call: ArmCall): Response => {
  const { world, caller, scope } = call;
  const wanted = wantedOf(call, filters);
  const isOwnBusiness = wanted.kind === "asTarget" || wanted.kind === "asRequestor" || wanted.kind === "asApprover";
  if (!isOwnBusiness) requireAction(call, readOthers, scope.path);
  const rows = [...world.activationRequests.values()].reverse().filter((row) => {
    const where = placeOf(call, row.properties.scope);
    if (where === "beside" || (wanted.kind === "atScope" && where === "below")) return false;
    if (isOwnBusiness) return concerns(call, row, wanted.kind);
    const isWanted = wanted.kind !== "principal" || row.properties.principalId.toLowerCase() === wanted.id;
    return isWanted && canDo(world, caller.objectId, readOthers, row.properties.scope);
  });
  return listPage(call, rows, (row) => show(world, row));
};

/** Nobody approves their own request, also as the only approver there is. */
function concerns({ world, caller }: ArmCall, row: ActivationRequest, kind: Wanted["kind"]): boolean {
  const { principalId, requestorId } = row.properties;
  const me = caller.objectId.toLowerCase();
  if (kind === "asTarget") return principalId.toLowerCase() === me;
  if (kind === "asRequestor") return requestorId.toLowerCase() === me;
  const groups = principalAndGroups(world, me);
  return requestorId.toLowerCase() !== me && row.approvers.some((approver) => groups.has(approver.toLowerCase()));
}

const get = (call: ArmCall): Response => {
  const row = found(call);
  if (!concerns(call, row, "asTarget")) requireAction(call, readOthers, call.scope.path);
  return Response.json(show(call.world, row));
};

function found({ world, scope, params }: ArmCall): ActivationRequest {
  const base = scope.kind === "tenant" ? "" : scope.path;
  const name = params.name ?? "";
  const row = world.activationRequests.get(
    `${base}/providers/Microsoft.Authorization/roleAssignmentScheduleRequests/${name}`.toLowerCase(),
  );
  if (row) return row;
  throw new Refusal(
    404,
    "RoleAssignmentScheduleRequestNotFound",
    `The RoleAssignmentScheduleRequest '${name}' is not found.`,
  );
}

const put = async (call: ArmCall): Promise<Response> => {
  requireGroupReadable(call);
  const { row, apply } = await judgeRequest(call);
  apply();
  call.world.activationRequests.set(row.id.toLowerCase(), row);
  call.world.version++;
  return Response.json(show(call.world, row), { status: 201 });
};

/** Says what a request would come to, and makes none. */
const validate = async (call: ArmCall): Promise<Response> => {
  requireGroupReadable(call);
  return Response.json(show(call.world, (await judgeRequest(call)).row));
};

/** ARM looks at the resource group before PIM is asked. */
function requireGroupReadable(call: ArmCall): void {
  if (call.scope.kind !== "resourceGroup") return;
  requireAction(call, "Microsoft.Resources/subscriptions/resourceGroups/read", call.scope.path);
}

const cancel = (call: ArmCall): Response => {
  const { world } = call;
  const row = found(call);
  if (!concerns(call, row, "asRequestor")) {
    throw new Refusal(403, "InsufficientPermissions", "A request can only be canceled by whoever made it.");
  }
  const { status, targetRoleAssignmentScheduleId } = row.properties;
  if (status !== "PendingApproval" && status !== "Granted") {
    throw badRequest("RequestCannotBeCancelled", "Request is not in cancellable state.");
  }
  row.properties.status = "Canceled";
  world.activations.delete(targetRoleAssignmentScheduleId ?? "");
  world.version++;
  return new Response(null, { status: 200 });
};

const item = `${path}/{name}`;

export const requestRoutes: Route[] = [
  { method: "GET", path, scopes, apiVersions, handle: list },
  { method: "GET", path: item, scopes, apiVersions, handle: get },
  { method: "PUT", path: item, scopes, apiVersions, handle: put },
  { method: "POST", path: `${item}/cancel`, scopes, apiVersions, handle: cancel },
  { method: "POST", path: `${item}/validate`, scopes, apiVersions, handle: validate },
];
