import { exampleRole } from "../example-inventory";
import type { RoleId } from "../ids";
import type { Permission, Role } from "../role";

/** A role for tests; each entry states only what it is about. */
export function aRole(...permissions: readonly Partial<Permission>[]): Role {
  return {
    id: exampleRole(1),
    name: "Example",
    description: undefined,
    kind: "builtIn",
    permissions: permissions.map((given) => ({
      actions: [],
      notActions: [],
      dataActions: [],
      notDataActions: [],
      ...given,
    })),
  };
}

/** A role that is known by its id, whatever it allows. */
export const aRoleWithId = (id: string, ...permissions: readonly Partial<Permission>[]): Role => ({
  ...aRole(...permissions),
  id: id as RoleId,
});
