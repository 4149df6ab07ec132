import { asJustInTime } from "@/lib/domain/findings/fixes/just-in-time";
import { cannotJudge, foundIf } from "@/lib/domain/findings/judgement";
import type { AuthorizationRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { isTierZero } from "../tiers";

export const eligibleWithoutApprovers: AuthorizationRule = {
  id: "LH-JIT-004",
  severity: "medium",
  title: "Role that reaches everything, activated without anybody's approval",
  why: "Activation succeeds at once: whoever holds an account and its second factor has the role, and nobody else learns of it in time.",
  how: "An eligible authorization of a role that writes everything, assigns roles, writes policies or acts as a managed identity names no managedByTenantApprovers.",
  fix: "Name approvers, best a group of at least two people who do not hold the role themselves.",
  sources: [cited.eligibleAuthorizations],
  on: "authorization",
  access: "eligible",
  judge(line, { role: roleOf }) {
    if (line.access !== "eligible" || line.authorization.policy.approvers.length > 0) return undefined;
    const role = roleOf(line.authorization.role);
    return role ? foundIf(isTierZero(role)) : cannotJudge({ kind: "unknownRole", about: line.authorization.role });
  },
  facts: () => [{ label: "managedByTenantApprovers", value: "none" }],
  mend: asJustInTime,
};
