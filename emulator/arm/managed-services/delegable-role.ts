import type { World } from "../../world";

export const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
export const userAccessAdministrator = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9";

/** Compared literally, as documented: a role is refused for what its list of actions says, not for what it amounts to. */
const restrictedActions = new Set(
  [
    "*",
    "*/write",
    "*/delete",
    ...["roleAssignments", "roleDefinitions", "classicAdministrators", "locks", "denyAssignments"].flatMap((type) => [
      `${type}/write`,
      `${type}/delete`,
    ]),
  ].map((action) => `microsoft.authorization/${action}`.toLowerCase()),
);

/** Why a role cannot be given through a delegation, in the service's words; undefined where it can. */
export function whyNotDelegable(world: World, roleId: string, definition: string): string | undefined {
  const role = world.roleDefinitions.get(roleId.toLowerCase());
  if (role?.properties.type !== "BuiltInRole") {
    return `The role definition '${roleId}' is not allowed for registration definition '${definition}'. Only built in role definitions are allowed.`;
  }
  const { permissions } = role.properties;
  if (permissions.some(({ dataActions, notDataActions }) => dataActions.length + notDataActions.length > 0)) {
    return `The role definition '${roleId}' with data actions not allowed for registration definition '${definition}'. Only built in role definitions without any data and notData actions are allowed.`;
  }
  const actions = permissions.flatMap((entry) => entry.actions.map((action) => action.toLowerCase()));
  if (roleId.toLowerCase() === owner || actions.some((action) => restrictedActions.has(action))) {
    return `The role definition '${roleId}' is not allowed for registration definition '${definition}' because of restricted actions.`;
  }
  return undefined;
}
