import type { Definition } from "../definition";
import type { Delegation } from "../delegation";
import type { PrincipalId, RoleId } from "../ids";
import { createNumbers, type Numbers } from "./numbering";

/** The lines of a definition in numbers, the standing ones first. */
export type Lines = Readonly<{ principals: readonly number[]; roles: readonly number[]; standing: number }>;

export type OfferLines = Readonly<{
  ids: Numbers<PrincipalId>;
  roleIds: Numbers<RoleId>;
  of(definition: Definition | undefined): Lines;
}>;

const none: Lines = { principals: [], roles: [], standing: 0 };

/** Reads each definition once: most are shared by several delegations. */
export function offerLines(delegations: readonly Delegation[]): OfferLines {
  const ids = createNumbers<PrincipalId>();
  const roleIds = createNumbers<RoleId>();
  const known = new Map<Definition, Lines>();
  for (const { definition } of delegations) {
    if (!definition || known.has(definition)) continue;
    const principals: number[] = [];
    const roles: number[] = [];
    for (const lines of [definition.authorizations, definition.eligibleAuthorizations])
      for (const { principal, role } of lines) {
        principals.push(ids.add(principal));
        roles.push(roleIds.add(role));
      }
    known.set(definition, { principals, roles, standing: definition.authorizations.length });
  }
  return { ids, roleIds, of: (definition) => (definition && known.get(definition)) ?? none };
}
