import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import { asJustInTime } from "@/lib/domain/findings/fixes/just-in-time";
import { cannotJudge, found, type Judgement } from "@/lib/domain/findings/judgement";
import type { AuthorizationRule } from "@/lib/domain/findings/rule";
import type { AuthorizationLine } from "@/lib/domain/findings/subject";
import { userAccessAdministrator } from "@/lib/domain/roles/delegability";
import { cited } from "../cited";
import { canBeEligible } from "@/lib/domain/findings/questions/eligibility";
import { kindOf } from "@/lib/domain/findings/questions/kind-of";
import { deleteRole } from "../known-roles";
import { canWrite, isTierZero } from "../tiers";

export const standingPrivilege: AuthorizationRule = {
  id: "LH-JIT-001",
  severity: "high",
  title: "Role that changes things, held permanently",
  why: "Whoever takes over an account that holds it changes the customer's resources at once, at night as by day, without a second factor or anybody who is asked.",
  how: "A permanent authorization of a person or a group has a role that writes, deletes, hands out keys or runs code, and that Azure takes as eligible. High where the role reaches everything, medium otherwise. Service principals, which cannot activate anything, and national clouds, which know no eligible authorizations, are left out; so are User Access Administrator and the Registration assignment Delete Role, which have rules of their own.",
  fix: "Move the authorization to the eligible ones, with MFA, approvers and a limit, and leave Reader behind as permanent.",
  sources: [cited.eligibleAuthorizations, cited.securityPractices],
  on: "authorization",
  access: "standing",
  judge: judgeStanding,
  mend: asJustInTime,
};

export function judgeStanding({ authorization }: AuthorizationLine, assessment: Assessment): Judgement {
  if (!assessment.hasEligible || authorization.role === userAccessAdministrator || authorization.role === deleteRole)
    return undefined;
  const role = assessment.role(authorization.role);
  if (!role) return cannotJudge({ kind: "unknownRole", about: authorization.role });
  if (!canWrite(role) || !canBeEligible(role)) return undefined;
  const held = kindOf(authorization.principal, assessment);
  if (!held.kind) return cannotJudge(held.blind);
  if (held.kind === "servicePrincipal" || held.kind === "deleted") return undefined;
  return found(isTierZero(role) ? "high" : "medium");
}
