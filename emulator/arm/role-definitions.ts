import { Refusal } from "../call";
import type { RoleDefinition } from "../world";
import { badRequest } from "./errors";
import { parseFilter } from "./filter";
import { listPage } from "./page";
import { queryOf, type ArmCall, type Route } from "./route";
import { isGuid, subscriptionPath, type Scope } from "./scope";

const apiVersions = ["2022-04-01", "2018-01-01-preview", "2015-07-01"];
const action = "Microsoft.Authorization/roleDefinitions/read";
const lists = "providers/Microsoft.Authorization/roleDefinitions";

export const roleDefinitionNotFound = (id: string): Refusal =>
  new Refusal(
    404,
    "RoleDefinitionDoesNotExist",
    `The specified role definition with ID '${id.replaceAll("-", "")}' does not exist.`,
  );

/** A role's id carries the subscription through which it was asked for. */
const show = (scope: Scope) => (row: RoleDefinition) =>
  scope.subscriptionId === undefined ? row : { ...row, id: `${subscriptionPath(scope)}${row.id}` };

const list = (call: ArmCall) => {
  const filter = filterOf(call);
  const rows = [...call.world.roleDefinitions.values()].filter(
    (row) => isAssignable(row, call.scope, filter.below) && filter.keeps(row),
  );
  return listPage(call, rows, show(call.scope));
};

const get = ({ world, scope, params: { roleDefinitionId = "" } }: ArmCall) => {
  if (!isGuid(roleDefinitionId)) {
    throw badRequest(
      "InvalidRoleDefinitionId",
      `The role definition ID '${roleDefinitionId}' is not valid. The role definition ID must be a GUID.`,
    );
  }
  const row = world.roleDefinitions.get(roleDefinitionId.toLowerCase());
  if (!row || !isAssignable(row, scope, false)) throw roleDefinitionNotFound(roleDefinitionId);
  return Response.json(show(scope)(row));
};

/** Built-in roles everywhere; a custom one where it may be assigned, and with `atScopeAndBelow()` above that too. */
function isAssignable({ properties }: RoleDefinition, { kind, path }: Scope, below: boolean): boolean {
  if (properties.type === "BuiltInRole") return true;
  const asked = kind === "tenant" ? "" : path.toLowerCase();
  return properties.assignableScopes.some((assignable) => {
    const scope = assignable === "/" ? "" : assignable.toLowerCase();
    return scope === asked || asked.startsWith(`${scope}/`) || (below && scope.startsWith(`${asked}/`));
  });
}

function filterOf(call: ArmCall): { below: boolean; keeps: (row: RoleDefinition) => boolean } {
  const text = queryOf(call, "$filter");
  if (text === undefined) return { below: false, keeps: () => true };
  const unsupported = badRequest(
    "UnsupportedQuery",
    `The filter '${text}' is not supported. Supported filters are 'atScopeAndBelow()', 'roleName eq '{value}'' and 'type eq '{value}''.`,
  );
  const conditions = parseFilter(text);
  if (!conditions) throw unsupported;
  let below = false;
  const tests: ((row: RoleDefinition) => boolean)[] = [];
  for (const condition of conditions) {
    if (condition.kind === "call") {
      if (condition.name !== "atscopeandbelow" || condition.argument !== undefined) throw unsupported;
      below = true;
      continue;
    }
    const wanted = condition.values[0]?.toLowerCase();
    if (condition.values.length !== 1) throw unsupported;
    if (condition.name === "rolename") tests.push(({ properties }) => properties.roleName.toLowerCase() === wanted);
    else if (condition.name === "type") tests.push(({ properties }) => properties.type.toLowerCase() === wanted);
    else throw unsupported;
  }
  return { below, keeps: (row) => tests.every((test) => test(row)) };
}

const scopes: Route["scopes"] = ["subscription", "resourceGroup", "resource"];

/** The tenant's list needs no role: built-in roles are no secret. */
export const roleDefinitionRoutes: Route[] = [
  { method: "GET", path: lists, apiVersions, handle: list },
  { method: "GET", path: `${lists}/{roleDefinitionId}`, apiVersions, handle: get },
  { method: "GET", path: `{scope}/${lists}`, scopes, apiVersions, action, handle: list },
  { method: "GET", path: `{scope}/${lists}/{roleDefinitionId}`, scopes, apiVersions, action, handle: get },
];
