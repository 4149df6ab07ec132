import type { PrincipalId } from "../ids";
import type { AccessIndex } from "./access-index";
import { listAt } from "./lists";
import { principalIn } from "./people";
import { sourcesOf } from "./grant";

/** What there is to say of a principal beside its kind. What Microsoft Graph did not tell is left out. */
export type PrincipalState =
  | "deleted"
  | "disabled"
  | "guest"
  | "microsoft365"
  | "distribution"
  | "dynamic"
  | "roleAssignable"
  | "managedIdentity"
  | "unreadable";

export function statesOf({ inventory, directory }: AccessIndex, id: PrincipalId): PrincipalState[] {
  const { state } = principalIn({ inventory, directory }, id);
  const user = directory.users.get(id);
  const group = directory.groups.get(id);
  const servicePrincipal = directory.servicePrincipals.get(id);
  const claims: readonly (readonly [PrincipalState, boolean])[] = [
    ["deleted", state === "deleted"],
    ["unreadable", state === "unreadable"],
    ["disabled", user?.enabled === false || servicePrincipal?.enabled === false],
    ["guest", user?.guest === true],
    ["microsoft365", group?.type === "microsoft365"],
    ["distribution", group?.type === "distribution"],
    ["dynamic", group?.dynamic === true],
    ["roleAssignable", group?.roleAssignable === true],
    ["managedIdentity", servicePrincipal?.type === "managedIdentity"],
  ];
  return claims.flatMap(([name, holds]) => (holds ? name : []));
}

/** Its name; where that cannot be seen, what an offer calls it, which proves nothing. */
export function namesOf(index: AccessIndex, id: PrincipalId): { name: string | undefined; label: string | undefined } {
  const principal = principalIn(index, id);
  if (principal.state === "found") return { name: principal.name, label: undefined };
  const number = index.people.ids.find(id);
  if (number < 0) return { name: undefined, label: undefined };
  for (const grant of listAt(index.grants.ofPrincipal, number))
    for (const source of sourcesOf(index, grant))
      if (source.kind !== "assigned" && source.authorization.label)
        return { name: undefined, label: source.authorization.label };
  return { name: undefined, label: undefined };
}

/** How many are directly in a group; undefined where that cannot be seen, or where it is no group. */
export function memberCountOf({ directory }: AccessIndex, id: PrincipalId): number | undefined {
  const membership = directory.memberships.get(id);
  if (membership?.state === "read") return membership.members.length;
  return membership?.state === "tooLarge" ? membership.count : undefined;
}
