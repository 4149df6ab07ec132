import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import { withoutRefused } from "@/lib/domain/findings/fixes/without-refused";
import { cannotJudge, found } from "@/lib/domain/findings/judgement";
import type { AuthorizationRule } from "@/lib/domain/findings/rule";
import type { AuthorizationLine } from "@/lib/domain/findings/subject";
import type { RoleId } from "@/lib/domain/ids";
import { delegabilityOf } from "@/lib/domain/roles/delegability";
import { verdictWords } from "@/lib/domain/roles/delegability-words";
import { cited } from "../cited";

export const noLongerDelegable: AuthorizationRule = {
  id: "LH-DEL-007",
  severity: "high",
  title: "Role that Azure Lighthouse no longer delegates",
  why: "The offer cannot be deployed again, so that whatever has to change at this customer in a hurry cannot be changed; holders may lose what they work with.",
  how: "The role, or one that User Access Administrator may hand out, has data actions, is Owner or a custom role, names an action that Azure Lighthouse refuses, or is not in Azure's list any more; the last is only said where the whole list was read. Eligible User Access Administrator is LH-JIT-009.",
  fix: "Name a role that is delegable and does what is needed, and deploy the offer again.",
  toCustomer: "We will name a role in its place that can be delegated, and send you the changed offer.",
  sources: [cited.tenantsUsersRoles, cited.roleList],
  on: "authorization",
  access: "both",
  judge(line, assessment) {
    // Most roles are delegable, and there are many lines.
    const { access, authorization } = line;
    const isPlain = access === "eligible" || authorization.delegatedRoles.length === 0;
    if (isPlain && refusalOf(authorization.role, assessment) === false) return undefined;
    let unknown: RoleId | undefined;
    for (const id of rolesIn(line)) {
      const refusal = refusalOf(id, assessment);
      if (refusal) return found();
      if (refusal === undefined) unknown ??= id;
    }
    return unknown && cannotJudge({ kind: "unknownRole", about: unknown });
  },
  facts: (line, assessment) =>
    rolesIn(line).flatMap((role) => {
      const refusal = refusalOf(role, assessment);
      return refusal
        ? [
            { label: "role", value: { kind: "role", role } as const },
            { label: "Azure Lighthouse", value: refusal },
          ]
        : [];
    }),
  mend: withoutRefused,
};

const rolesIn = ({ access, authorization }: AuthorizationLine): readonly RoleId[] =>
  access === "standing" && authorization.delegatedRoles.length > 0
    ? [authorization.role, ...authorization.delegatedRoles]
    : [authorization.role];

const answers = new WeakMap<Assessment, Map<RoleId, string | false | undefined>>();

/** Why Azure refuses a role, false where it does not, undefined where nobody can tell. */
function refusalOf(id: RoleId, assessment: Assessment): string | false | undefined {
  let known = answers.get(assessment);
  if (!known) answers.set(assessment, (known = new Map()));
  if (!known.has(id)) known.set(id, judgeRole(id, assessment));
  return known.get(id);
}

function judgeRole(id: RoleId, { role: roleOf, inventory }: Assessment): string | false | undefined {
  const role = roleOf(id);
  if (!role)
    return inventory.coverage.sources.roles.state === "complete" ? "It is not in Azure's list of roles." : undefined;
  const { standing } = delegabilityOf(role);
  return standing.kind === "refused" && verdictWords(standing);
}
