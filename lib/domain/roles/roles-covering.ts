import type { Role } from "../role";
import { knownOperations, type KnownOperations } from "./effective-operations";
import { secretOperations } from "./secret-operations";
import { smallestRoles, type SmallestRoles } from "./smallest-roles";

export type RolesCovering = Readonly<{
  /** Each allows all that was asked for; what gives away and allows the least beyond it comes first. */
  alone: readonly Role[];
  /** Where no role does so alone: the smallest that do together. */
  together: SmallestRoles | undefined;
}>;

/**
 * The roles among these that allow every operation or pattern asked for, on the control plane. It needs no list of
 * operations: what a role allows beyond is counted in the operations and patterns that the roles themselves name.
 */
export function rolesCovering(roles: readonly Role[], asked: readonly string[]): RolesCovering {
  const known = namedBy(roles, asked);
  const among = () => true;
  const single = smallestRoles(asked, roles, known, { covers: roles.length, inCover: 1, among });
  // Found covers are for what is possible only; where something is impossible, none of them is for all.
  const alone = single.impossible.length > 0 ? [] : single.covers.flatMap((cover) => cover.roles);
  return {
    alone,
    together: alone.length > 0 ? undefined : smallestRoles(asked, roles, known, { covers: 3, among }),
  };
}

/**
 * Patterns count beside operations: a star is no letter of an operation, so a pattern stands for itself and for narrower
 * ones, and a role that allows more than another never counts for less.
 */
function namedBy(roles: readonly Role[], asked: readonly string[]): KnownOperations {
  const names = new Set(asked);
  for (const { permissions } of roles)
    for (const { actions, notActions } of permissions) for (const name of [...actions, ...notActions]) names.add(name);
  for (const { operation } of secretOperations.control) names.add(operation);
  return knownOperations(Array.from(names, (name) => ({ name, isDataAction: false })));
}
