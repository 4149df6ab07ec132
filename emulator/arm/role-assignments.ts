import { Refusal } from "../call";
import { principalAndGroups } from "../membership";
import { isShown } from "../rbac";
import type { RoleAssignment } from "../world";
import { badRequest } from "./errors";
import { parseFilter } from "./filter";
import { listPage } from "./page";
import { queryOf, type ArmCall, type Route } from "./route";
import type { Scope } from "./scope";
import { showRoleAssignment } from "./role-assignment-row";
import { putRoleAssignment } from "./write-role-assignment";

export const roleAssignmentVersions = [
  "2022-04-01",
  "2020-10-01-preview",
  "2020-08-01-preview",
  "2020-04-01-preview",
  "2019-04-01-preview",
  "2018-09-01-preview",
  "2015-07-01",
];
const path = "{scope}/providers/Microsoft.Authorization/roleAssignments";
const scopes: Route["scopes"] = ["tenant", "subscription", "resourceGroup", "resource"];

const keyOf = (call: ArmCall): string => {
  const scope = call.scope.kind === "tenant" ? "" : call.scope.path;
  return `${scope}/providers/Microsoft.Authorization/roleAssignments/${call.params.name ?? ""}`.toLowerCase();
};

/** At the scope, above and below unless a filter narrows it, of those that the managing tenant is ever shown. */
const list = (call: ArmCall): Response => {
  const keeps = filterOf(call);
  const at = pathOf(call.scope);
  const own = ownSubscription(call);
  const rows = [...call.world.roleAssignments.values()].filter((row) => {
    const scope = row.properties.scope === "/" ? "" : row.properties.scope.toLowerCase();
    const above = scope === at || at.startsWith(`${scope}/`);
    const below = scope.startsWith(`${at}/`);
    const inherited = scope !== "" || at === "" || own;
    return (above || below) && inherited && isShown(call.world, row) && keeps(row, above);
  });
  return listPage(call, rows, showRoleAssignment);
};

const get = (call: ArmCall): Response => {
  const row = call.world.roleAssignments.get(keyOf(call));
  if (!row || !isShown(call.world, row)) {
    const { name = "" } = call.params;
    throw new Refusal(404, "RoleAssignmentNotFound", `The role assignment '${name}' is not found.`);
  }
  return Response.json(showRoleAssignment(row));
};

const remove = (call: ArmCall): Response => {
  const row = call.world.roleAssignments.get(keyOf(call));
  if (!row || !isShown(call.world, row)) return new Response(null, { status: 204 });
  call.world.roleAssignments.delete(keyOf(call));
  call.world.version++;
  return Response.json(showRoleAssignment(row));
};

const pathOf = ({ kind, path }: Scope) => (kind === "tenant" ? "" : path.toLowerCase());

/** What is assigned at the root is inherited by the managing tenant's own subscriptions only. */
const ownSubscription = ({ world, scope }: ArmCall) =>
  world.subscriptions.get(scope.subscriptionId?.toLowerCase() ?? "")?.tenantId.toLowerCase() === world.id.toLowerCase();

function filterOf(call: ArmCall): (row: RoleAssignment, atOrAbove: boolean) => boolean {
  const text = queryOf(call, "$filter");
  if (text === undefined) {
    if (call.scope.kind !== "tenant") return () => true;
    throw badRequest("BadRequest", "The role assignments query at '/' scope is not allowed without any filters.");
  }
  const conditions = parseFilter(text);
  const tests = (conditions ?? []).map((condition) => {
    if (condition.kind === "call" && condition.name === "atscope" && condition.argument === undefined) {
      return (_: RoleAssignment, atOrAbove: boolean) => atOrAbove;
    }
    if (condition.kind === "call" && condition.name === "assignedto" && condition.argument !== undefined) {
      const principals = principalAndGroups(call.world, condition.argument);
      return ({ properties }: RoleAssignment) => principals.has(properties.principalId.toLowerCase());
    }
    if (condition.kind === "equals" && condition.name === "principalid" && condition.values.length === 1) {
      const wanted = condition.values[0]?.toLowerCase();
      return ({ properties }: RoleAssignment) => properties.principalId.toLowerCase() === wanted;
    }
    return undefined;
  });
  const known = tests.filter((test) => test !== undefined);
  // Of two conditions, one is atScope(): the service takes no other pair.
  const names = conditions?.map(({ name }) => name) ?? [];
  const isPair = names.length === 2 && names.includes("atscope") && names.includes("assignedto");
  if (known.length !== tests.length || !(known.length === 1 || isPair)) {
    throw badRequest(
      "UnsupportedQuery",
      `The filter '${text}' is not supported. Supported filters are either 'atScope()' or 'principalId eq '{value}' or assignedTo('{value}')'.`,
    );
  }
  return (row, atOrAbove) => known.every((test) => test(row, atOrAbove));
}

const action = "Microsoft.Authorization/roleAssignments/read";
const apiVersions = roleAssignmentVersions;

export const roleAssignmentRoutes: Route[] = [
  { method: "GET", path, scopes, apiVersions, action, handle: list },
  { method: "GET", path: `${path}/{name}`, scopes, apiVersions, action, handle: get },
  {
    method: "PUT",
    path: `${path}/{name}`,
    scopes,
    apiVersions,
    action: "Microsoft.Authorization/roleAssignments/write",
    handle: putRoleAssignment,
  },
  {
    method: "DELETE",
    path: `${path}/{name}`,
    scopes,
    apiVersions,
    action: "Microsoft.Authorization/roleAssignments/delete",
    handle: remove,
  },
];
