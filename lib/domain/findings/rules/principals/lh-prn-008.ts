import { cannotJudge, foundIf } from "@/lib/domain/findings/judgement";
import type { PrincipalRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { kindOf } from "@/lib/domain/findings/questions/kind-of";
import { groupTypeUnread } from "@/lib/domain/findings/questions/unread";

export const notSecurityGroup: PrincipalRule = {
  id: "LH-PRN-008",
  severity: "medium",
  title: "Offer names a group that carries no roles",
  why: "Nobody in the group has the access that the offer promises: on the day when it is needed it is not there, and somebody will give it in a hurry in another way.",
  how: "The group is a Microsoft 365 group or a distribution list. Azure Lighthouse wants a security group, even where a Microsoft 365 group is security-enabled.",
  fix: "Make a security group with the same people, name it in the offer, and deploy the offer again.",
  toCustomer: "We will make a security group with the same people, and send you an offer that names it.",
  sources: [cited.onboard, cited.tenantsUsersRoles],
  on: "principal",
  of: "holders",
  judge(id, assessment) {
    const held = kindOf(id, assessment);
    if (!held.kind) return cannotJudge(held.blind);
    if (held.kind !== "group") return undefined;
    if (!assessment.directory) return cannotJudge({ kind: "directory" });
    const type = assessment.directory.groups.get(id)?.type;
    return type === undefined ? cannotJudge(groupTypeUnread(id)) : foundIf(type !== "security");
  },
  facts: ({ principal }, { directory }) => [
    {
      label: "type",
      value: directory?.groups.get(principal)?.type === "distribution" ? "distribution list" : "Unified",
    },
  ],
};
