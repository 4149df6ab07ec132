import type { Authorization } from "@/lib/domain/definition";
import type { PrincipalId, RoleId } from "@/lib/domain/ids";
import type { Assessment } from "../engine/assessment";
import { peopleBehind } from "../questions/people-behind";

export type Holder = Pick<Authorization, "principal" | "label">;

/** The group of at least two people to which most offers of ours give a role permanently. undefined where none does. */
export function usualHolder(role: RoleId, assessment: Assessment): Holder | undefined {
  const counts = new Map<PrincipalId, { holder: Holder; count: number }>();
  for (const { authorizations } of assessment.definitions)
    for (const { principal, label, role: id } of authorizations) {
      if (id !== role) continue;
      const known = counts.get(principal);
      if (known) known.count++;
      else counts.set(principal, { holder: { principal, label }, count: 1 });
    }
  return [...counts.values()]
    .sort((one, other) => other.count - one.count)
    .find(({ holder }) => isLivingGroup(holder.principal, assessment))?.holder;
}

/** A group in which enough people have what it is given for one of them to be away. */
export function isLivingGroup(id: PrincipalId, assessment: Assessment): boolean {
  const principal = assessment.principal(id);
  const isGroup = principal.state === "found" && principal.kind === "group";
  return isGroup && peopleBehind(id, assessment).reached.size > 1;
}
