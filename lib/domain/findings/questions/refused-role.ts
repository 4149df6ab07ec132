import type { RoleId } from "@/lib/domain/ids";
import { delegabilityOf, userAccessAdministrator } from "@/lib/domain/roles/delegability";
import { verdictWords } from "@/lib/domain/roles/delegability-words";
import type { Assessment } from "../engine/assessment";

/** Why Azure refuses a role, false where it does not, undefined where nobody can tell. */
export type Refusal = string | false | undefined;

const answers = new WeakMap<Assessment, Map<RoleId, Refusal>>();

/** Of a role that somebody is to hold. */
export function refusalOf(id: RoleId, assessment: Assessment): Refusal {
  let known = answers.get(assessment);
  if (!known) answers.set(assessment, (known = new Map()));
  if (!known.has(id)) known.set(id, judge(id, assessment));
  return known.get(id);
}

/** Of a role that a User Access Administrator is to hand out. */
export const refusalToAssign = (id: RoleId, assessment: Assessment): Refusal =>
  id === userAccessAdministrator ? "Its holder may assign other roles, and not this one." : refusalOf(id, assessment);

/** Azure takes the role into no authorization, or has no such role. */
export const isRefusedRole = (id: RoleId, assessment: Assessment): boolean => Boolean(refusalOf(id, assessment));

function judge(id: RoleId, { role: roleOf, inventory }: Assessment): Refusal {
  const role = roleOf(id);
  if (!role)
    return inventory.coverage.sources.roles.state === "complete" ? "It is not in Azure's list of roles." : undefined;
  const { standing } = delegabilityOf(role);
  return standing.kind === "refused" && verdictWords(standing);
}
