import { weaknessesOf } from "@/lib/domain/findings/fixes/weak-policy";
import { asJustInTime } from "@/lib/domain/findings/fixes/just-in-time";
import { cannotJudge, foundIf } from "@/lib/domain/findings/judgement";
import type { AuthorizationRule } from "@/lib/domain/findings/rule";
import { isSecret } from "@/lib/domain/roles/catalogue/gives";
import { cited } from "../cited";
import { givenOf } from "../given";

export const looselyEligibleSecrets: AuthorizationRule = {
  id: "LH-SEC-002",
  severity: "medium",
  title: "Role hands out secrets, eligible with a weak policy",
  why: "Whoever takes over an eligible person can activate the role alone, or keep it for a working day, and fetch keys that stay valid long after the activation has ended.",
  how: "An eligible authorization whose role returns or resets secrets (as in LH-SEC-001), and whose policy lacks MFA, names no approver, or lets the role be active for longer than the policy's limit for privileged access, four hours by default.",
  fix: "Require MFA, name approvers who do not hold the role, and shorten the activation to four hours or less.",
  sources: [cited.eligibleAuthorizations],
  on: "authorization",
  access: "eligible",
  operations: (role) => givenOf(role, isSecret),
  judge(line, { role: roleOf, policy }) {
    if (line.access !== "eligible") return undefined;
    const role = roleOf(line.authorization.role);
    if (!role) return cannotJudge({ kind: "unknownRole", about: line.authorization.role });
    if (weaknessesOf(line.authorization.policy, policy.thresholds.privilegedActivation).length === 0) return undefined;
    return foundIf(givenOf(role, isSecret).length > 0);
  },
  facts(line) {
    if (line.access !== "eligible") return [];
    const { mfa, approvers, longest } = line.authorization.policy;
    return [
      { label: "multiFactorAuthProvider", value: mfa ? "Azure" : "None" },
      { label: "managedByTenantApprovers", value: String(approvers.length) },
      { label: "maximumActivationDuration", value: longest },
    ];
  },
  mend: asJustInTime,
};
