import type { Definition } from "@/lib/domain/definition";
import type { PrincipalId, RoleId } from "@/lib/domain/ids";
import type { Assessment } from "../engine/assessment";

/** Those that name a principal, or a group that it is in. */
export const definitionsReaching = (principal: PrincipalId, assessment: Assessment): Set<Definition> =>
  new Set(holdersFor(principal, assessment).flatMap(assessment.definitionsNaming));

/** A principal, and the groups that it is in. */
export function holdersFor(principal: PrincipalId, { access: { people, upward } }: Assessment): PrincipalId[] {
  const start = people.ids.find(principal);
  return start < 0 ? [principal] : Array.from(upward(start).nodes, (node) => people.ids.at(node));
}

const giving = new WeakMap<Assessment, ReadonlyMap<RoleId, Set<Definition>>>();

/** Those that name a role, gathered when one is first asked for: they may be asked for by the thousand. */
export function definitionsGiving(role: RoleId, assessment: Assessment): readonly Definition[] {
  let byRole = giving.get(assessment);
  if (!byRole) giving.set(assessment, (byRole = byRoleOf(assessment.definitions)));
  return [...(byRole.get(role) ?? [])];
}

function byRoleOf(definitions: readonly Definition[]): ReadonlyMap<RoleId, Set<Definition>> {
  const byRole = new Map<RoleId, Set<Definition>>();
  for (const definition of definitions)
    for (const lines of [definition.authorizations, definition.eligibleAuthorizations])
      for (const { role } of lines) {
        const own = byRole.get(role);
        if (own) own.add(definition);
        else byRole.set(role, new Set([definition]));
      }
  return byRole;
}
