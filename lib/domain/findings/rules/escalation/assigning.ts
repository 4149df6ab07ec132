import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import type { AuthorizationLine } from "@/lib/domain/findings/subject";
import type { RoleId } from "@/lib/domain/ids";
import { owner, userAccessAdministrator } from "@/lib/domain/roles/delegability";
import { isTierZero } from "../tiers";

/** The roles that a line lets its holder assign to managed identities; undefined for every other line. */
export const assignable = ({ access, authorization }: AuthorizationLine): readonly RoleId[] | undefined =>
  access === "standing" && authorization.role === userAccessAdministrator ? authorization.delegatedRoles : undefined;

/** Whether one of them reaches everything; the id of a role that nobody tells of where that decides. */
export function assignsControl(line: AuthorizationLine, { role: roleOf }: Assessment): boolean | RoleId {
  let unknown: RoleId | undefined;
  for (const id of assignable(line) ?? []) {
    const role = roleOf(id);
    if (id === owner || id === userAccessAdministrator || (role && isTierZero(role))) return true;
    if (!role) unknown = id;
  }
  return unknown ?? false;
}
