import type { Role } from "../role";
import { emptySet, intersection, members, sizeOf, union, without } from "./bitset";
import { searchCovers, type Candidate } from "./cover-search";
import { isDelegable } from "./delegability";
import type { KnownOperations, Plane } from "./effective-operations";
import { operationSpace } from "./operation-space";
import { placedOperation } from "./plane-of-operation";

/** Roles that together allow all that was asked for, none of them for nothing. */
export type RoleCover = Readonly<{
  roles: readonly Role[];
  /** How many known operations they allow that nobody asked for. */
  extra: number;
  /** Those of them that give something away, as Azure writes them. */
  extraSecrets: readonly string[];
}>;

export type SmallestRoles = Readonly<{
  /** What gives away and allows the least beyond what was asked for comes first. */
  covers: readonly RoleCover[];
  /** What no delegable role allows. The covers are for the rest. */
  impossible: readonly string[];
  /** What is in no list of operations that we have: judged by the roles' patterns alone. */
  unknown: readonly string[];
  /** False where the search was cut off, and a smaller combination may have been missed. */
  isExhaustive: boolean;
}>;

/**
 * The smallest delegable roles, alone or together, that allow every operation asked for, each on its plane; no delegable
 * role allows a data action. A pattern asks for all known operations that it stands for. `among` chooses other roles than
 * the delegable ones.
 */
export function smallestRoles(
  asked: readonly string[],
  roles: readonly Role[],
  known: KnownOperations,
  {
    covers = 10,
    inCover = 3,
    among = isDelegable,
    planeOf = (operation) => placedOperation(operation, roles, known).plane,
  }: Readonly<{
    covers?: number;
    inCover?: number;
    among?: (role: Role) => boolean;
    planeOf?: (operation: string) => Plane;
  }> = {},
): SmallestRoles {
  const { size, needed, secrets, unknown, allowedBy, nameOf } = operationSpace(asked, known, planeOf);

  const candidates = roles.filter(among).flatMap((role): (Candidate & { role: Role })[] => {
    const allowed = allowedBy(role);
    const met = intersection(allowed, needed);
    return sizeOf(met) === 0 ? [] : [{ role, met, extra: without(allowed, needed) }];
  });

  const goal = candidates.reduce((all, { met }) => union(all, met), emptySet(size));
  const search = searchCovers(candidates, { goal, secrets, covers, inCover });
  return {
    covers: search.found.map(({ chosen, extra }) => ({
      roles: chosen.map(({ role }) => role),
      extra: sizeOf(extra),
      extraSecrets: members(intersection(extra, secrets)).map(nameOf),
    })),
    impossible: members(without(needed, goal)).map(nameOf),
    unknown,
    isExhaustive: search.isExhaustive,
  };
}
