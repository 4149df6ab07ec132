import { cannotJudge, foundIf } from "@/lib/domain/findings/judgement";
import type { PrincipalRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { throughFacts } from "@/lib/domain/findings/questions/granting";
import { judgeAccount } from "@/lib/domain/findings/questions/judge-account";

export const disabledAccount: PrincipalRule = {
  id: "LH-PRN-004",
  severity: "high",
  title: "Disabled account still has its place in a group or an offer",
  why: "A disabled account is one setting away from all that it had: whoever enables it, in good faith or not, gives it back every customer at once.",
  how: "An account whose accountEnabled is false is named by an offer, or is in a group that one names, however deep. Where accounts or members cannot be seen, the rule has no answer.",
  fix: "Take the account out of the group; where an offer names it, name a group instead.",
  toCustomer:
    "We will take the account out of the group that has the access; where the offer itself names it, we will send you one without it.",
  sources: [cited.ours],
  on: "principal",
  of: "everybody",
  judge: (id, assessment) =>
    judgeAccount(id, assessment, ({ user, servicePrincipal }, unread) => {
      const enabled = (user ?? servicePrincipal)?.enabled;
      return enabled === undefined ? cannotJudge(unread) : foundIf(!enabled);
    }),
  facts: ({ principal }, assessment) => throughFacts(principal, assessment),
};
