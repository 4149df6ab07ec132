import type { World } from "../world";

/**
 * References that lead nowhere, each as `what → where`. Some are meant (a deleted group is an orphan by design);
 * a world with others is broken.
 */
export function danglingReferences(world: World): string[] {
  const dangling = new Set<string>();
  const check = (known: boolean, from: string, to: string) => {
    if (!known) dangling.add(`${from} → ${to}`);
  };
  const principal = (id: string) => {
    const key = id.toLowerCase();
    return world.users.has(key) || world.groups.has(key) || world.servicePrincipals.has(key);
  };
  const scope = (path: string) => {
    const [, , subscription = "", , group] = path.toLowerCase().split("/");
    if (!world.subscriptions.has(subscription)) return false;
    return group === undefined || world.resourceGroups.has(`/subscriptions/${subscription}/resourcegroups/${group}`);
  };
  const above = (id: string) => id.slice(0, id.toLowerCase().indexOf("/providers/microsoft."));

  for (const { id, properties } of world.registrationAssignments.values()) {
    const definitionId = properties.registrationDefinitionId;
    check(world.registrationDefinitions.has(definitionId.toLowerCase()), "delegation", definitionId);
    check(scope(above(id)), "delegation", above(id));
    check(definitionId.split("/")[2] === id.split("/")[2], `delegation ${id}`, `another subscription`);
  }
  for (const { id, properties } of world.registrationDefinitions.values()) {
    check(scope(above(id)), "definition", above(id));
    if (properties.managedByTenantId !== world.id) continue;
    for (const { principalId, roleDefinitionId } of [
      ...properties.authorizations,
      ...(properties.eligibleAuthorizations ?? []),
    ]) {
      check(principal(principalId), "authorization", principalId);
      check(world.roleDefinitions.has(roleDefinitionId.toLowerCase()), "authorization", roleDefinitionId);
    }
    for (const { justInTimeAccessPolicy } of properties.eligibleAuthorizations ?? [])
      for (const { principalId } of justInTimeAccessPolicy?.managedByTenantApprovers ?? [])
        check(principal(principalId), "approver", principalId);
  }
  for (const { members, owners, displayName } of world.groups.values())
    for (const id of [...members, ...owners]) check(principal(id), displayName, id);
  for (const { owners, displayName } of world.servicePrincipals.values())
    for (const id of owners) check(principal(id), displayName, id);
  for (const { objectId, name } of world.personas) check(world.users.has(objectId.toLowerCase()), name, objectId);
  for (const { id, subscriptionId } of world.resourceGroups.values())
    check(world.subscriptions.has(subscriptionId.toLowerCase()), id, subscriptionId);
  for (const { id } of world.resources.values()) check(scope(above(id)), "resource", above(id));
  for (const { properties } of world.roleAssignments.values()) {
    check(properties.scope === "/" || scope(properties.scope), "role assignment", properties.scope);
    const role = properties.roleDefinitionId.split("/").at(-1) ?? "";
    check(world.roleDefinitions.has(role.toLowerCase()), "role assignment", role);
    if (properties.principalTenantId === world.id)
      check(principal(properties.principalId), "role assignment", properties.principalId);
  }
  return [...dangling];
}
