import { cannotJudge, found } from "@/lib/domain/findings/judgement";
import type { PrincipalRule } from "@/lib/domain/findings/rule";
import { labelsOf } from "@/lib/domain/findings/questions/labels";
import { unseen } from "@/lib/domain/findings/questions/kind-of";

export const deletedPrincipal: PrincipalRule = {
  id: "LH-PRN-002",
  severity: "high",
  title: "Offer names somebody who no longer exists",
  why: "Nobody of ours has this access, though the customer reads that somebody has; and while it is in the offer, nobody sees who does the work instead.",
  how: "Microsoft Graph, asked with the right to read the directory, does not know the principal. One that it merely does not show is LH-PRN-003, and never counts as deleted; an id that belongs to an application registration is LH-PRN-010.",
  fix: "Remove the authorization, or name the group that does the work now, and deploy the offer again.",
  toCustomer:
    "We will take it out of the offer, or name the group that does the work now, and send you the changed offer.",
  sources: [
    { title: "Azure Governance Visualizer", href: "https://github.com/Azure/Azure-Governance-Visualizer" },
    { title: "azure-powershell, issue 29311", href: "https://github.com/Azure/azure-powershell/issues/29311" },
  ],
  on: "principal",
  of: "holders",
  judge(id, assessment) {
    const { state } = assessment.principal(id);
    if (state === "unreadable") return cannotJudge(unseen(id, assessment));
    if (state === "found" || assessment.tenant?.applications.get(id)?.state === "application") return undefined;
    return found();
  },
  facts: ({ principal }, assessment) =>
    labelsOf(principal, assessment).map((value) => ({ label: "principalIdDisplayName", value })),
};
