import { Refusal } from "../call";
import { isSecurityGroup } from "../membership";
import { delegatedRolesAt } from "../rbac";
import type { RoleAssignment, World } from "../world";
import { objectAt, optionalText, readBody, textAt, type Fields } from "./body";
import { badRequest } from "./errors";
import { showRoleAssignment } from "./role-assignment-row";
import { roleDefinitionNotFound } from "./role-definitions";
import type { ArmCall } from "./route";
import { isGuid } from "./scope";

const write = "Microsoft.Authorization/roleAssignments/write";

/** Creates a role assignment: in the caller's own tenant, or across tenants for a customer's managed identity. */
export async function putRoleAssignment(call: ArmCall): Promise<Response> {
  const { world, params } = call;
  const name = params.name ?? "";
  if (!isGuid(name)) {
    throw badRequest(
      "InvalidRoleAssignmentId",
      `The role assignment ID '${name}' is not valid. The role assignment ID must be a GUID.`,
    );
  }
  const properties = objectAt(await readBody(call.request), "properties", "");
  const row = rowFrom(call, name, properties);
  const existing = world.roleAssignments.get(row.id.toLowerCase());
  if (existing) {
    if (sameGrant(existing, row)) return Response.json(showRoleAssignment(existing));
    throw badRequest(
      "RoleAssignmentUpdateNotPermitted",
      "Tenant ID, application ID, principal ID, and scope are not allowed to be updated.",
    );
  }
  const twin = [...world.roleAssignments.values()].find((other) => sameGrant(other, row));
  if (twin) {
    const id = twin.name.replaceAll("-", "");
    throw new Refusal(409, "RoleAssignmentExists", `The role assignment already exists. The ID is ${id}.`);
  }

  if (ownerOf(call) === world.id.toLowerCase()) requireOwnPrincipal(world, row);
  else requireDelegatedIdentity(call, row);

  world.roleAssignments.set(row.id.toLowerCase(), row);
  world.version++;
  return Response.json(showRoleAssignment(row), { status: 201 });
}

function rowFrom(call: ArmCall, name: string, fields: Fields): RoleAssignment {
  const { world, caller, scope } = call;
  const at = "properties.";
  const roleDefinitionId = textAt(fields, "roleDefinitionId", at);
  const roleId = roleDefinitionId.split("/").at(-1) ?? "";
  if (!/\/providers\/Microsoft\.Authorization\/roleDefinitions\/[^/]+$/i.test(roleDefinitionId)) {
    throw badRequest("InvalidRoleDefinitionId", `The role definition ID '${roleDefinitionId}' is not valid.`);
  }
  if (!world.roleDefinitions.has(roleId.toLowerCase())) throw roleDefinitionNotFound(roleId);
  const principalId = textAt(fields, "principalId", at);
  if (!isGuid(principalId)) {
    throw badRequest("InvalidPrincipalId", `The principal ID '${principalId}' is not valid. It must be a GUID.`);
  }
  const principalType = optionalText(fields, "principalType", at) ?? typeOf(world, principalId) ?? "User";
  if (!isPrincipalType(principalType)) {
    throw badRequest("InvalidPrincipalType", `The principal type '${principalType}' is not valid.`);
  }
  const description = optionalText(fields, "description", at);
  const now = call.now.toISOString();
  const prefix = scope.kind === "tenant" ? "" : scope.path;
  return {
    id: `${prefix}/providers/Microsoft.Authorization/roleAssignments/${name}`,
    name,
    type: "Microsoft.Authorization/roleAssignments",
    properties: {
      scope: scope.path,
      roleDefinitionId,
      principalId,
      principalType,
      principalTenantId: ownerOf(call),
      ...(description !== undefined && { description }),
      condition: optionalText(fields, "condition", at) ?? null,
      conditionVersion: optionalText(fields, "conditionVersion", at) ?? null,
      createdOn: now,
      updatedOn: now,
      createdBy: caller.objectId,
      updatedBy: caller.objectId,
      delegatedManagedIdentityResourceId: optionalText(fields, "delegatedManagedIdentityResourceId", at) ?? null,
    },
  };
}

function requireOwnPrincipal(world: World, { properties }: RoleAssignment): void {
  if (properties.delegatedManagedIdentityResourceId) {
    throw badRequest(
      "BadRequestFormat",
      "The property 'delegatedManagedIdentityResourceId' is not allowed for role assignments within one tenant.",
    );
  }
  const type = typeOf(world, properties.principalId);
  if (!type) throw principalNotFound(properties.principalId, world.id);
  if (type !== properties.principalType) {
    throw badRequest(
      "UnmatchedPrincipalType",
      `The PrincipalId '${properties.principalId}' has type '${type}', which is different from specified PrincipalType '${properties.principalType}'.`,
    );
  }
  const group = world.groups.get(properties.principalId.toLowerCase());
  if (group && !isSecurityGroup(group)) {
    throw badRequest("PrincipalTypeNotSupported", "Only security groups can be used in role assignments.");
  }
}

/** The one thing that User Access Administrator allows in a customer's tenant. */
function requireDelegatedIdentity(call: ArmCall, { id, properties }: RoleAssignment): void {
  const { world, caller, scope } = call;
  const owner = ownerOf(call);
  const resourceId = properties.delegatedManagedIdentityResourceId;
  if (!resourceId) throw principalNotFound(properties.principalId, owner);
  if (call.apiVersion < "2019-04-01") {
    throw badRequest(
      "BadRequestFormat",
      "The property 'delegatedManagedIdentityResourceId' needs api-version 2019-04-01-preview or later.",
    );
  }
  const role = properties.roleDefinitionId.split("/").at(-1)?.toLowerCase() ?? "";
  const isIdentity = properties.principalType === "ServicePrincipal";
  if (!isIdentity || !delegatedRolesAt(world, caller.objectId, scope.path).has(role)) {
    throw new Refusal(
      403,
      "AuthorizationFailed",
      `The client '${caller.name}' with object id '${caller.objectId}' has an authorization with ABAC condition that is not fulfilled to perform action '${write}' over scope '${id}'.`,
    );
  }
  if (identityOf(world, resourceId) !== properties.principalId.toLowerCase()) {
    throw principalNotFound(properties.principalId, owner);
  }
}

/** The tenant in which a new assignment's principal must live: the one that owns the scope. */
const ownerOf = ({ world, scope }: ArmCall): string =>
  (world.subscriptions.get(scope.subscriptionId?.toLowerCase() ?? "")?.tenantId ?? world.id).toLowerCase();

/** The principal of a user-assigned identity, or of the resource that owns a system-assigned one. */
function identityOf(world: World, resourceId: string): string | undefined {
  const resource = world.resources.get(resourceId.toLowerCase());
  const { identity, properties } = resource ?? {};
  const ofResource = typeof identity === "object" && identity && "principalId" in identity && identity.principalId;
  const principal = ofResource || properties?.principalId;
  return typeof principal === "string" ? principal.toLowerCase() : undefined;
}

const principalNotFound = (id: string, tenantId: string) =>
  badRequest(
    "PrincipalNotFound",
    `Principal ${id.replaceAll("-", "")} does not exist in the directory ${tenantId}. Check that you have the correct principal ID. If you are creating this principal and then immediately assigning a role, this error might be related to a replication delay. In this case, set the role assignment principalType property to a value, such as ServicePrincipal, User, or Group.  See https://aka.ms/docs-principaltype`,
  );

function typeOf(world: World, principalId: string): "User" | "Group" | "ServicePrincipal" | undefined {
  const id = principalId.toLowerCase();
  if (world.users.has(id)) return "User";
  if (world.groups.has(id)) return "Group";
  return world.servicePrincipals.has(id) ? "ServicePrincipal" : undefined;
}

const principalTypes = ["User", "Group", "ServicePrincipal", "ForeignGroup", "Device"] as const;
const isPrincipalType = (text: string): text is (typeof principalTypes)[number] =>
  principalTypes.some((type) => type === text);

const sameGrant = (a: RoleAssignment, b: RoleAssignment) =>
  (["scope", "principalId"] as const).every(
    (field) => a.properties[field].toLowerCase() === b.properties[field].toLowerCase(),
  ) &&
  a.properties.roleDefinitionId.split("/").at(-1)?.toLowerCase() ===
    b.properties.roleDefinitionId.split("/").at(-1)?.toLowerCase();
