import { Refusal } from "../../call";
import { isSecurityGroup } from "../../membership";
import { subscriptionOf } from "../../rbac";
import type { RegistrationAssignment, RegistrationDefinition, World } from "../../world";
import { objectAt, readBody, textAt } from "../body";
import { badRequest } from "../errors";
import type { ArmCall } from "../route";
import { isGuid } from "../scope";
import { startOperation } from "./operations-in-progress";
import { requireOwnTenant, requireRegistered } from "./registration";
import { keyAt, namespace, scopeOfRow, showAssignment, touched } from "./rows";

const type = "registrationAssignments";

/** Writing an assignment writes role assignments behind the scenes, so the caller must be allowed those as well. */
const neededOperations = [
  `${namespace}/${type}/write`,
  "Microsoft.Authorization/roleAssignments/read",
  "Microsoft.Authorization/roleAssignments/write",
  "Microsoft.Authorization/roleAssignments/delete",
];

/** Delegates the scope. Access begins when provisioning has succeeded, some seconds later. */
export async function putAssignment(call: ArmCall): Promise<Response> {
  const { world, scope, params, apiVersion } = call;
  const name = params.name ?? "";
  if (!isGuid(name)) throw refuse(`The registration assignment name '${name}' must be a valid Guid.`);
  requireRegistered(call);
  requireOwnTenant(call, neededOperations);

  const properties = objectAt(await readBody(call.request), "properties", "");
  const definition = definitionFrom(call, textAt(properties, "registrationDefinitionId", "properties."));
  const key = keyAt(scope.path, type, name);
  const existing = world.registrationAssignments.get(key);
  if (existing?.properties.provisioningState === "Deleting") {
    throw new Refusal(409, "Conflict", `The registration assignment '${name}' is being deleted.`);
  }
  rejectSecond(world, definition, scope.path, key);
  requirePrincipals(world, definition);
  if (existing && isOf(existing, definition)) return Response.json(showAssignment(world, existing, false, apiVersion));

  const row: RegistrationAssignment = {
    id: existing?.id ?? `${scope.path}/providers/${namespace}/${type}/${name}`,
    name: existing?.name ?? name,
    type: `${namespace}/${type}`,
    systemData: touched(call, existing?.systemData),
    properties: { registrationDefinitionId: definition.id, provisioningState: "Accepted" },
  };
  world.registrationAssignments.set(key, row);
  world.version++;
  const become = (state: string) => () => {
    if (row.properties.provisioningState === "Deleting") return;
    row.properties.provisioningState = state;
    if (state === "Succeeded") noteManagingTenant(world, definition);
  };
  const steps = [become(existing ? "Updating" : "Creating"), become("Succeeded")];
  const headers = startOperation(call, "Azure-AsyncOperation", steps);
  return Response.json(showAssignment(world, row, false, apiVersion), { status: existing ? 200 : 201, headers });
}

const refuse = (message: string) => badRequest("InvalidRegistrationAssignmentCreateRequest", message);

const isOf = ({ properties }: RegistrationAssignment, definition: RegistrationDefinition): boolean =>
  properties.registrationDefinitionId.toLowerCase() === definition.id.toLowerCase();

/** The full path of a definition in the same subscription; a bare GUID, as roles are named, is not enough. */
function definitionFrom({ world, scope }: ArmCall, id: string): RegistrationDefinition {
  const definition = world.registrationDefinitions.get(id.toLowerCase());
  if (!definition || subscriptionOf(id) !== scope.subscriptionId?.toLowerCase()) {
    throw refuse(
      `The registration definition '${id}' was not found. It must be the full id of a registration definition in the subscription '${scope.subscriptionId ?? ""}'.`,
    );
  }
  return definition;
}

function rejectSecond(world: World, definition: RegistrationDefinition, scope: string, key: string): void {
  for (const [path, row] of world.registrationAssignments) {
    if (path !== key && scopeOfRow(row) === scope.toLowerCase() && isOf(row, definition)) {
      throw refuse(
        `Another registration assignment present at this scope '${scope}' for registration definition '${definition.name}'. Multiple registration assignments are not allowed.`,
      );
    }
  }
}

/** Only the tenant's own directory can be looked at; another managing tenant's principals are taken as they are. */
function requirePrincipals(world: World, { properties }: RegistrationDefinition): void {
  if (properties.managedByTenantId.toLowerCase() !== world.id.toLowerCase()) return;
  for (const { principalId } of [...properties.authorizations, ...(properties.eligibleAuthorizations ?? [])]) {
    const id = principalId.toLowerCase();
    const group = world.groups.get(id);
    if (group && !isSecurityGroup(group)) {
      throw refuse(`The group '${principalId}' is not a security group and cannot be used in role assignments.`);
    }
    if (group || world.users.has(id) || world.servicePrincipals.has(id)) continue;
    if ([...world.servicePrincipals.values()].some(({ appId }) => appId.toLowerCase() === id)) {
      throw refuse("Principals of type Application cannot validly be used in role assignments.");
    }
    throw badRequest(
      "PrincipalNotFound",
      `Principal ${principalId.replaceAll("-", "")} does not exist in the directory ${world.id}.`,
    );
  }
}

function noteManagingTenant(world: World, { id, properties }: RegistrationDefinition): void {
  const managedBy = world.subscriptions.get(subscriptionOf(id) ?? "")?.managedByTenants;
  const managing = properties.managedByTenantId;
  if (managedBy?.some(({ tenantId }) => tenantId.toLowerCase() === managing.toLowerCase())) return;
  managedBy?.push({ tenantId: managing });
}
