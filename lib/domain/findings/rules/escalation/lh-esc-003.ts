import { sourcesOf } from "@/lib/domain/access/grant";
import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import { cannotJudge, found, hit, type Hit } from "@/lib/domain/findings/judgement";
import type { AuthorizationRule } from "@/lib/domain/findings/rule";
import { linesOf, type AuthorizationLine } from "@/lib/domain/findings/subject";
import type { Role } from "@/lib/domain/role";
import { userAccessAdministrator } from "@/lib/domain/roles/delegability";
import { cited } from "../cited";
import { givenOf } from "../given";
import { assignable, assignsControl } from "./assigning";
import { grantsWhose } from "./grants-whose";
import { grantsTogether, hidingTogether, sortGrants } from "./together";

export const rolesForOwnIdentity: AuthorizationRule = {
  id: "LH-ESC-003",
  severity: "critical",
  title: "Holder can make an identity and give it a powerful role",
  why: "The same person creates a managed identity, or a policy that brings one, assigns it a role such as Contributor, and runs as it. The identity stays when the person and this delegation are gone.",
  how: "A permanent authorization for User Access Administrator whose delegatedRoleDefinitionIds hold Owner, User Access Administrator or a role that reaches everything, while its holder, or somebody in the group, has a standing role on the same scope that writes policies or creates managed identities.",
  fix: "List only the narrow roles that the managed identities need, and give User Access Administrator to one service principal that does nothing else.",
  toCustomer:
    "We will list only the narrow roles that managed identities need, give the role to one service principal that does nothing else, and send you the changed offer.",
  sources: [cited.onboard, cited.privilegedIam, cited.hackTricks],
  on: "authorization",
  access: "standing",
  judge: (line, assessment) => (isBesideOwn(line, assessment) ? judged(line, assessment) : undefined),
  across: {
    *find(assessment): Iterable<Hit> {
      const sorted = sortGrants(assessment.access, {
        one: (grant) => linesOfGrant(grant, assessment).some((line) => assignsControl(line, assessment)),
        other: grantsWhose(assessment, makesIdentities),
      });
      const lines = new Set<AuthorizationLine>();
      for (const { one } of grantsTogether(assessment.access, sorted))
        for (const line of linesOfGrant(one, assessment)) if (!isBesideOwn(line, assessment)) lines.add(line);
      for (const line of lines) {
        const judgement = judged(line, assessment);
        if (judgement?.kind === "found") yield hit(line);
        else if (judgement) yield judgement;
      }
      const hiding = hidingTogether(assessment.access, sorted);
      if (!assessment.directory && hiding.size > 0) yield cannotJudge({ kind: "directory" });
      else for (const about of hiding) yield cannotJudge({ kind: "members", about });
    },
  },
  facts: (line) =>
    (assignable(line) ?? []).map((role) => ({ label: "delegatedRoleDefinitionIds", value: { kind: "role", role } })),
};

function judged(line: AuthorizationLine, assessment: Assessment) {
  const reach = assignsControl(line, assessment);
  return reach === true ? found() : reach === false ? undefined : cannotJudge({ kind: "unknownRole", about: reach });
}

const makesIdentities = (role: Role): boolean =>
  givenOf(role, (gives) => gives === "policy" || gives === "newIdentity").length > 0;

/** The same offer gives the same principal the other half. */
const isBesideOwn = (line: AuthorizationLine, { role: roleOf }: Assessment): boolean =>
  assignable(line) !== undefined &&
  linesOf(line.definition).some(({ access, authorization }) => {
    if (access !== "standing" || authorization.principal !== line.authorization.principal) return false;
    const role = roleOf(authorization.role);
    return role !== undefined && makesIdentities(role);
  });

/** The lines that a grant of User Access Administrator rests on. */
function linesOfGrant(grant: number, { access }: Assessment): AuthorizationLine[] {
  const { grants } = access;
  if (grants.roleIds.at(grants.roles[grant]!) !== userAccessAdministrator) return [];
  return sourcesOf(access, grant).flatMap((source) => {
    if (source.kind !== "standing" || !source.delegation.definition) return [];
    const { principal } = source.authorization;
    return linesOf(source.delegation.definition).filter(
      (line) => assignable(line) !== undefined && line.authorization.principal === principal,
    );
  });
}
