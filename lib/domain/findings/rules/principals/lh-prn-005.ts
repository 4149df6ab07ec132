import { cannotJudge, foundIf } from "@/lib/domain/findings/judgement";
import type { PrincipalRule } from "@/lib/domain/findings/rule";
import { throughFacts } from "@/lib/domain/findings/questions/granting";
import { judgeAccount } from "@/lib/domain/findings/questions/judge-account";

export const guestAccount: PrincipalRule = {
  id: "LH-PRN-005",
  severity: "high",
  title: "Guest reaches customers",
  why: "The account lives in another tenant, whose administrators can reset its password and whose rules we do not know: who takes it over there is in our customers' subscriptions here.",
  how: "An account whose userType is Guest is named by an offer, or is in a group that one names, however deep.",
  fix: "Give the person an account of ours, or let the guest ask for the group in an access package that ends by itself.",
  toCustomer: "We will give the person an account of ours, or let the guest in for a limited time only.",
  sources: [
    { title: "Azure Governance Visualizer", href: "https://github.com/Azure/Azure-Governance-Visualizer" },
    {
      title: "Steampipe: Azure compliance, iam_external_user",
      href: "https://hub.steampipe.io/mods/turbot/azure_compliance",
    },
  ],
  on: "principal",
  of: "everybody",
  judge: (id, assessment) =>
    judgeAccount(id, assessment, ({ user, servicePrincipal }, unread) => {
      if (servicePrincipal) return undefined;
      return user?.guest === undefined ? cannotJudge(unread) : foundIf(user.guest);
    }),
  facts({ principal }, assessment) {
    const guest = assessment.principal(principal);
    const home = guest.state === "found" && guest.detail ? homeOf(guest.detail) : undefined;
    return [...(home ? [{ label: "home domain", value: home }] : []), ...throughFacts(principal, assessment)];
  },
};

/** A guest's user principal name holds its own address, the @ written as an underscore: `ada_contoso.com#EXT#@…`. */
const homeOf = (upn: string): string | undefined => /_([^_]+)#EXT#@/i.exec(upn)?.[1];
