import { cannotJudge } from "@/lib/domain/findings/judgement";
import type { AuthorizationRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { kindOf } from "@/lib/domain/findings/questions/kind-of";
import { judgeStanding } from "./lh-jit-001";

export const justInTimeByMembership: AuthorizationRule = {
  id: "LH-JIT-002",
  severity: "info",
  title: "Permanent role of a group that people join just in time",
  why: "The role is permanent and membership in the group is not: where people activate their membership, the access is just in time after all, and moving the role as well gains nothing.",
  how: "Asked of each group that LH-JIT-001 finds. Whether its members are eligible in PIM for Groups is not among what Fresnel reads, so it cannot be judged.",
  fix: "Look at the group under Privileged Identity Management in the Microsoft Entra admin center; where all its members are eligible, switch LH-JIT-001 off or lower it.",
  sources: [
    { title: "zerotrustassessment, issue 1177", href: "https://github.com/microsoft/zerotrustassessment/issues/1177" },
    cited.eligibleAuthorizations,
  ],
  on: "authorization",
  access: "standing",
  judge(line, assessment) {
    if (judgeStanding(line, assessment)?.kind !== "found") return undefined;
    const { principal } = line.authorization;
    if (kindOf(principal, assessment).kind !== "group") return undefined;
    return cannotJudge({
      kind: "unread",
      what: "Whether people are members of the group or eligible for it, in PIM for Groups,",
      fix: "It takes PrivilegedEligibilitySchedule.Read.AzureADGroup of Microsoft Graph, which Fresnel does not ask for yet; look into Privileged Identity Management.",
      about: principal,
      isNeverRead: true,
    });
  },
};
