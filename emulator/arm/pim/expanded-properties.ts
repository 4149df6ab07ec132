import type { World } from "../../world";

/** Names of what a row only refers to. What cannot be looked up, as a deleted group, has none. */
export function expandedProperties(world: World, scope: string, roleDefinitionId: string, principalId: string) {
  const role = world.roleDefinitions.get(roleDefinitionId.split("/").at(-1)?.toLowerCase() ?? "");
  return {
    scope: { id: scope, ...scopeNamed(world, scope) },
    roleDefinition: {
      id: roleDefinitionId,
      displayName: role?.properties.roleName ?? null,
      type: role?.properties.type ?? null,
    },
    principal: { id: principalId, ...principalNamed(world, principalId) },
  };
}

function scopeNamed(world: World, scope: string) {
  const [, , subscription = "", , group] = scope.split("/");
  if (group !== undefined) return { displayName: group, type: "resourcegroup" };
  return {
    displayName: world.subscriptions.get(subscription.toLowerCase())?.displayName ?? null,
    type: "subscription",
  };
}

function principalNamed(world: World, principalId: string) {
  const id = principalId.toLowerCase();
  const user = world.users.get(id);
  if (user) return { displayName: user.displayName, email: user.mail ?? user.userPrincipalName, type: "User" };
  const group = world.groups.get(id);
  if (group) return { displayName: group.displayName, email: null, type: "Group" };
  const program = world.servicePrincipals.get(id);
  return { displayName: program?.displayName ?? null, email: null, type: program ? "ServicePrincipal" : null };
}
