import type { Role } from "../role";
import { knownOperations, patternsOf, type KnownOperations, type Plane } from "./effective-operations";
import { placedOperation } from "./plane-of-operation";
import { secretOperations } from "./secret-operations";
import { smallestRoles, type SmallestRoles } from "./smallest-roles";

export type RolesCovering = Readonly<{
  /** Each allows all that was asked for; what gives away and allows the least beyond it comes first. */
  alone: readonly Role[];
  /** Where no role does so alone: the smallest that do together. */
  together: SmallestRoles | undefined;
}>;

/**
 * The roles among these that allow every operation or pattern asked for, each on its plane. It needs no list of
 * operations: what a role allows beyond is counted in the operations and patterns that the roles themselves name.
 */
export function rolesCovering(
  roles: readonly Role[],
  asked: readonly string[],
  planeOf: (operation: string) => Plane = (operation) => placedOperation(operation, roles).plane,
): RolesCovering {
  const known = namedBy(roles, asked, planeOf);
  const among = () => true;
  const single = smallestRoles(asked, roles, known, { covers: roles.length, inCover: 1, among, planeOf });
  // Found covers are for what is possible only; where something is impossible, none of them is for all.
  const alone = single.impossible.length > 0 ? [] : single.covers.flatMap((cover) => cover.roles);
  return {
    alone,
    together: alone.length > 0 ? undefined : smallestRoles(asked, roles, known, { covers: 3, among, planeOf }),
  };
}

/**
 * Patterns count beside operations: a star is no letter of an operation, so a pattern stands for itself and for narrower
 * ones, and a role that allows more than another never counts for less.
 */
function namedBy(
  roles: readonly Role[],
  asked: readonly string[],
  planeOf: (operation: string) => Plane,
): KnownOperations {
  const on = (plane: Plane) => {
    const names = new Set(asked.filter((operation) => planeOf(operation) === plane));
    for (const { permissions } of roles)
      for (const permission of permissions) {
        const { allowed, taken } = patternsOf(permission, plane);
        for (const name of [...allowed, ...taken]) names.add(name);
      }
    for (const { operation } of secretOperations[plane]) names.add(operation);
    return Array.from(names, (name) => ({ name, isDataAction: plane === "data" }));
  };
  return knownOperations([...on("control"), ...on("data")]);
}
