import type { Assessment } from "../engine/assessment";
import { linesOf } from "../subject";
import type { PrincipalId, RoleId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/role";

const known = new WeakMap<Assessment, ReadonlyMap<PrincipalId, ReadonlySet<RoleId>>>();
const none: ReadonlySet<RoleId> = new Set();

/** The roles that offers in use give a principal by name, standing or eligible; what comes through groups is not among them. */
export function rolesHeld(principal: PrincipalId, assessment: Assessment): ReadonlySet<RoleId> {
  let all = known.get(assessment);
  if (!all) known.set(assessment, (all = everyRoleHeld(assessment)));
  return all.get(principal) ?? none;
}

/** Whether one of those roles is of a kind. The first role that nobody tells of is given where none is. */
export function holdsRole(principal: PrincipalId, assessment: Assessment, isWanted: (role: Role) => boolean) {
  let unknown: RoleId | undefined;
  for (const id of rolesHeld(principal, assessment)) {
    const role = assessment.role(id);
    if (!role) unknown ??= id;
    else if (isWanted(role)) return { holds: true, unknown: undefined };
  }
  return { holds: false, unknown };
}

function everyRoleHeld({ definitions, delegationsOf }: Assessment) {
  const all = new Map<PrincipalId, Set<RoleId>>();
  for (const definition of definitions) {
    if (delegationsOf(definition).length === 0) continue;
    for (const { authorization } of linesOf(definition)) {
      const own = all.get(authorization.principal);
      if (own) own.add(authorization.role);
      else all.set(authorization.principal, new Set([authorization.role]));
    }
  }
  return all;
}
