import { cannotJudge, found } from "@/lib/domain/findings/judgement";
import { withOtherHolder } from "@/lib/domain/findings/fixes/with-other-holder";
import type { PrincipalRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { unseen } from "@/lib/domain/findings/questions/kind-of";
import { applicationsUnread } from "@/lib/domain/findings/questions/unread";

export const applicationInsteadOfServicePrincipal: PrincipalRule = {
  id: "LH-PRN-010",
  severity: "high",
  title: "Offer names an application registration, not its service principal",
  why: "Azure gives roles to service principals only: the deployment fails, or leaves an authorization behind that is nobody's.",
  how: "No user, group or service principal has the id, and an application registration of our tenant has it as its object id or its client id.",
  fix: "Name the object id of the service principal, which the portal shows under Enterprise applications, and deploy the offer again.",
  toCustomer: "We will name the service principal in its place, and send you the changed offer.",
  sources: [
    { title: "azure-docs, issue 59282", href: "https://github.com/MicrosoftDocs/azure-docs/issues/59282" },
    cited.onboard,
  ],
  on: "principal",
  of: "holders",
  judge(id, assessment) {
    const { state } = assessment.principal(id);
    if (state === "found") return undefined;
    if (state === "unreadable") return cannotJudge(unseen(id, assessment));
    const asked = assessment.tenant?.applications.get(id);
    switch (asked?.state) {
      case "application":
        return found();
      case "nobody":
        return undefined;
      default:
        return cannotJudge(applicationsUnread(id, asked));
    }
  },
  facts({ principal }, { tenant }) {
    const application = tenant?.applications.get(principal);
    if (application?.state !== "application") return [];
    const { name, idIs, servicePrincipal } = application;
    return [
      { label: idIs === "clientId" ? "client id of" : "object id of", value: name },
      ...(servicePrincipal
        ? [{ label: "service principal", value: { kind: "principal", principal: servicePrincipal } as const }]
        : []),
    ];
  },
  mend({ principal }, { tenant, definitionsNaming }) {
    const application = tenant?.applications.get(principal);
    if (application?.state !== "application" || !application.servicePrincipal) return undefined;
    const robot = { principal: application.servicePrincipal, label: application.name };
    return definitionsNaming(principal).map((definition) => withOtherHolder(definition, principal, robot));
  },
};
