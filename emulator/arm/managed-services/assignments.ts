import type { RegistrationAssignment, World } from "../../world";
import { subscriptionOf } from "../../rbac";
import { badRequest, resourceNotFound } from "../errors";
import { listPage } from "../page";
import { queryOf, type ArmCall, type Route } from "../route";
import { filterValues } from "./filter";
import { startOperation } from "./operations-in-progress";
import { putAssignment } from "./put-assignment";
import { definitionOf, keyAt, namespace, scopeOfRow, showAssignment } from "./rows";
import { apiVersions } from "./versions";

const type = "registrationAssignments";
const path = `{scope}/providers/${namespace}/${type}`;
const scopes: Route["scopes"] = ["subscription", "resourceGroup"];

const list = (call: ArmCall): Response => {
  const { world, scope, apiVersion } = call;
  const expand = wantsDefinition(call);
  const tenants = filterValues(call, "managedByTenantId");
  const at = scope.path.toLowerCase();
  const nested = world.settings.listsNestedAssignments && scope.kind === "subscription";
  const rows = [...world.registrationAssignments.values()].filter((row) => {
    const where = scopeOfRow(row);
    if (where !== at && !(nested && where.startsWith(`${at}/`))) return false;
    return tenants?.has(definitionOf(world, row)?.properties.managedByTenantId.toLowerCase() ?? "") ?? true;
  });
  return listPage(call, rows, (row) => showAssignment(world, row, expand, apiVersion));
};

const get = (call: ArmCall): Response => {
  const { world, scope, apiVersion, params } = call;
  const expand = wantsDefinition(call);
  const row = world.registrationAssignments.get(keyAt(scope.path, type, params.name ?? ""));
  if (!row) throw resourceNotFound(`${namespace}/${type}`, params.name ?? "", scope.resourceGroup);
  return Response.json(showAssignment(world, row, expand, apiVersion));
};

/** Access ends when the deletion begins; the row goes when it is done. */
const remove = (call: ArmCall): Response => {
  const { world, scope, params } = call;
  const key = keyAt(scope.path, type, params.name ?? "");
  const row = world.registrationAssignments.get(key);
  if (!row) return new Response(null, { status: 204 });
  row.properties.provisioningState = "Deleting";
  world.version++;
  const headers = startOperation(call, "Location", [
    () => {
      if (world.registrationAssignments.get(key) !== row) return;
      world.registrationAssignments.delete(key);
      forgetManagingTenant(world, row);
    },
  ]);
  return new Response(null, { status: 202, headers });
};

/** Only the documented name expands; `$expand`, which some clients send, is ignored as Azure ignores it. */
function wantsDefinition(call: ArmCall): boolean {
  const text = queryOf(call, "$expandRegistrationDefinition")?.toLowerCase();
  if (text === undefined || text === "false") return false;
  if (text === "true") return true;
  throw badRequest("InvalidQueryParameter", `The value '${text}' of '$expandRegistrationDefinition' is not a boolean.`);
}

function forgetManagingTenant(world: World, gone: RegistrationAssignment): void {
  const subscriptionId = subscriptionOf(gone.id) ?? "";
  const subscription = world.subscriptions.get(subscriptionId);
  const managing = definitionOf(world, gone)?.properties.managedByTenantId.toLowerCase();
  const others = [...world.registrationAssignments.values()].some(
    (row) =>
      subscriptionOf(row.id) === subscriptionId &&
      definitionOf(world, row)?.properties.managedByTenantId.toLowerCase() === managing,
  );
  if (!subscription || others) return;
  subscription.managedByTenants = subscription.managedByTenants.filter(
    ({ tenantId }) => tenantId.toLowerCase() !== managing,
  );
}

const item = `${path}/{name}`;
const operation = (verb: string) => `${namespace}/${type}/${verb}`;

export const assignmentRoutes: Route[] = [
  { method: "GET", path, scopes, apiVersions, action: operation("read"), handle: list },
  { method: "GET", path: item, scopes, apiVersions, action: operation("read"), handle: get },
  { method: "PUT", path: item, scopes, apiVersions, action: operation("write"), handle: putAssignment },
  { method: "DELETE", path: item, scopes, apiVersions, action: operation("delete"), handle: remove },
];
