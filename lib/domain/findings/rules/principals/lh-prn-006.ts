import { cannotJudge, found } from "@/lib/domain/findings/judgement";
import type { PrincipalRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { kindOf } from "@/lib/domain/findings/questions/kind-of";
import { peopleBehind } from "@/lib/domain/findings/questions/people-behind";
import { holdsRole } from "@/lib/domain/findings/questions/roles-held";
import { isTierZero } from "../tiers";

export const groupSize: PrincipalRule = {
  id: "LH-PRN-006",
  severity: "medium",
  title: "Group with nobody in it, or with too many for what it may do",
  why: "Each member is one more account that opens everything the group holds; an empty group is access that nobody uses and that one entry gives away unnoticed.",
  how: "Enabled accounts are counted, in the group and in groups within it: none at all is low; more than the policy's number (10) is medium where an offer gives the group a role that reaches everything, permanent or eligible.",
  fix: "Split a large group by what its people work on; remove an empty one from the offer.",
  toCustomer:
    "We will split the group by what its people work on, or take it out of the offer where nobody is in it, and send you the changed offer.",
  sources: [
    { title: "Azure Governance Visualizer", href: "https://github.com/Azure/Azure-Governance-Visualizer" },
    cited.tenantsUsersRoles,
  ],
  on: "principal",
  of: "holders",
  judge(id, assessment) {
    const held = kindOf(id, assessment);
    if (!held.kind) return cannotJudge(held.blind);
    if (held.kind !== "group") return undefined;
    const { living, blind } = peopleBehind(id, assessment);
    if (living.size === 0 && !blind) return found("low");
    const isLarge = living.size > assessment.policy.thresholds.privilegedGroupMembers;
    if (!isLarge && !blind) return undefined;
    const tierZero = holdsRole(id, assessment, isTierZero);
    if (isLarge && tierZero.holds) return found("medium");
    if (isLarge && tierZero.unknown) return cannotJudge({ kind: "unknownRole", about: tierZero.unknown });
    return blind && cannotJudge(blind);
  },
  facts: ({ principal }, assessment) => [
    { label: "enabled accounts", value: String(peopleBehind(principal, assessment).living.size) },
  ],
};
