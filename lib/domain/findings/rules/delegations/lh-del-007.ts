import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import type { Fact } from "@/lib/domain/findings/evidence/evidence";
import { withoutRefused } from "@/lib/domain/findings/fixes/without-refused";
import { cannotJudge, found } from "@/lib/domain/findings/judgement";
import { refusalOf, refusalToAssign, type Refusal } from "@/lib/domain/findings/questions/refused-role";
import type { AuthorizationRule } from "@/lib/domain/findings/rule";
import type { AuthorizationLine } from "@/lib/domain/findings/subject";
import type { RoleId } from "@/lib/domain/ids";
import { cited } from "../cited";

const assigned = "delegatedRoleDefinitionIds";

export const notDelegable: AuthorizationRule = {
  id: "LH-DEL-007",
  severity: "high",
  title: "Role that Azure Lighthouse does not delegate",
  why: "The offer cannot be deployed, or not again, so that whatever has to change at this customer in a hurry cannot be changed; holders may lose what they work with.",
  how: "The role, or one that User Access Administrator may hand out, has data actions, is Owner or a custom role, names an action that Azure Lighthouse refuses, or is not in Azure's list of roles; the last is only said where the whole list was read. User Access Administrator may be held and not handed out. Eligible User Access Administrator is LH-JIT-009.",
  fix: "Name a role that is delegable and does what is needed, and deploy the offer again.",
  toCustomer: "We will name a role in its place that can be delegated, and send you the changed offer.",
  sources: [cited.tenantsUsersRoles, cited.onboard, cited.roleList],
  on: "authorization",
  access: "both",
  judge(line, assessment) {
    // Most roles are delegable, and there are many lines.
    const { access, authorization } = line;
    const isPlain = access === "eligible" || authorization.delegatedRoles.length === 0;
    if (isPlain && refusalOf(authorization.role, assessment) === false) return undefined;
    let unknown: RoleId | undefined;
    for (const named of namedIn(line)) {
      const refusal = refusalOfNamed(named, assessment);
      if (refusal) return found();
      if (refusal === undefined) unknown ??= named.role;
    }
    return unknown && cannotJudge({ kind: "unknownRole", about: unknown });
  },
  reasons: (line, assessment) =>
    namedIn(line).flatMap((named) => {
      const why = refusalOfNamed(named, assessment);
      if (!why) return [];
      const { role, part } = named;
      return part ? { why, part, what: `${assessment.role(role)?.name ?? role} in ${assigned}` } : { why };
    }),
  facts: (line, assessment) =>
    namedIn(line).flatMap((named): Fact[] => {
      const { role, part } = named;
      const refusal = refusalOfNamed(named, assessment);
      return refusal
        ? [
            { label: part ? assigned : "role", value: { kind: "role", role } },
            { label: "Azure Lighthouse", value: refusal },
          ]
        : [];
    }),
  mend: withoutRefused,
};

/** `part` of the line, where the role is there to be assigned. */
type Named = Readonly<{ role: RoleId; part?: string }>;

/** The role that a line gives, and those that its holder may assign. */
const namedIn = ({ access, authorization }: AuthorizationLine): readonly Named[] => [
  { role: authorization.role },
  ...(access === "standing" ? authorization.delegatedRoles : []).map((role, at) => ({
    role,
    part: `${assigned}[${at}]`,
  })),
];

const refusalOfNamed = ({ role, part }: Named, assessment: Assessment): Refusal =>
  part ? refusalToAssign(role, assessment) : refusalOf(role, assessment);
