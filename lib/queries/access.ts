import { indexAccess, type AccessIndex } from "@/lib/domain/access/access-index";
import type { LevelOf } from "@/lib/domain/access/matrix";
import type { Directory } from "@/lib/domain/directory";
import type { ArmId, RoleId } from "@/lib/domain/ids";
import type { Inventory } from "@/lib/domain/inventory";
import type { RoleAssignment } from "@/lib/domain/role-assignment";
import { delegatedPrivilegeOf } from "@/lib/domain/roles/privilege";

type Assignments = ReadonlyMap<ArmId, RoleAssignment> | undefined;

let last:
  Readonly<{ inventory: Inventory; directory: Directory; assignments: Assignments; index: AccessIndex }> | undefined;

/** The index over these three, worked out once for all screens that show the same snapshot. */
export function accessIn(inventory: Inventory, directory: Directory, assignments: Assignments): AccessIndex {
  const isSame = last?.inventory === inventory && last.directory === directory && last.assignments === assignments;
  if (!last || !isSame) {
    const roleAssignments = assignments && [...assignments.values()];
    last = { inventory, directory, assignments, index: indexAccess({ inventory, directory, roleAssignments }) };
  }
  return last.index;
}

const levels = new WeakMap<Inventory["roles"], LevelOf>();

/** How far each role reaches through a delegation; undefined for roles that could not be read. */
export function levelsIn({ roles }: Pick<Inventory, "roles">): LevelOf {
  let levelOf = levels.get(roles);
  if (!levelOf) {
    levelOf = (id: RoleId) => {
      const role = roles.get(id);
      return role && delegatedPrivilegeOf(role).level;
    };
    levels.set(roles, levelOf);
  }
  return levelOf;
}
