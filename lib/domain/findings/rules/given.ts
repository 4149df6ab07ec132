import { userAccessAdministrator } from "@/lib/domain/roles/delegability";
import type { Gives } from "@/lib/domain/roles/catalogue/gives";
import { givenAway, harmDone, type GivenAway } from "@/lib/domain/roles/given-away";
import type { Role } from "@/lib/domain/role";

const known = new WeakMap<Role, readonly GivenAway[]>();
const none: readonly never[] = [];

/**
 * Everything in the catalogue that a role gives away through a delegation, which carries no data actions. Of User Access
 * Administrator it carries nothing but the right to assign the roles that the offer lists.
 */
export function givenBy(role: Role): readonly GivenAway[] {
  if (role.id === userAccessAdministrator) return none;
  let given = known.get(role);
  if (!given) known.set(role, (given = [...givenAway(role, ["control"]), ...harmDone(role)]));
  return given;
}

/** Those that give one of these kinds, and that take more than reading. */
export const givenOf = (role: Role, isWanted: (gives: Gives) => boolean): readonly GivenAway[] =>
  givenBy(role).filter(({ gives, operation }) => isWanted(gives) && !isRead(operation));

/** Reading alone shows it, which nearly every role allows: LH-SEC-008 tells of it and no other rule. */
export const isRead = (operation: string): boolean => operation.toLowerCase().endsWith("/read");
