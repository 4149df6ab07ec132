import type { Role } from "../role";
import { allowance, type Allowance } from "./allows";
import type { Plane } from "./effective-operations";
import { parseGlob } from "./glob";
import { placedOperation } from "./plane-of-operation";

export type RoleAllowing = Allowance & Readonly<{ role: Role }>;

/**
 * The roles that allow an operation, or something of a pattern (`Microsoft.Compute/*`): those that allow all of it first,
 * otherwise in the order given. Needs no list of operations, so it knows operations that are newer than any list; on which
 * plane it looks, the roles and the catalogue tell as far as they can.
 */
export function rolesAllowing(
  roles: readonly Role[],
  searched: string,
  plane: Plane = placedOperation(searched.trim(), roles).plane,
): RoleAllowing[] {
  const glob = parseGlob(searched.trim());
  const found = roles.flatMap((role): RoleAllowing[] => {
    const how = allowance(role, glob, plane);
    return how ? [{ role, ...how }] : [];
  });
  return [...found.filter(({ extent }) => extent === "all"), ...found.filter(({ extent }) => extent === "some")];
}
