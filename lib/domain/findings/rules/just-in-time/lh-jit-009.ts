import { cannotJudge, found, foundIf } from "@/lib/domain/findings/judgement";
import type { AuthorizationRule } from "@/lib/domain/findings/rule";
import { owner, userAccessAdministrator } from "@/lib/domain/roles/delegability";
import { cited } from "../cited";
import { kindOf } from "@/lib/domain/findings/questions/kind-of";

export const invalidEligible: AuthorizationRule = {
  id: "LH-JIT-009",
  severity: "high",
  title: "Eligible authorization that Azure does not allow",
  why: "Nobody can activate it: the automation that counts on it stops, and whoever repairs it in a hurry gives the role permanently and too widely.",
  how: "An eligible authorization names a service principal, which cannot activate anything, or the role User Access Administrator or Owner.",
  fix: "Give a service principal a permanent authorization with the smallest role that its work needs; give User Access Administrator permanently with a list of roles, and Owner not at all.",
  sources: [
    cited.eligibleAuthorizations,
    { title: "azure-docs, issue 80795", href: "https://github.com/MicrosoftDocs/azure-docs/issues/80795" },
  ],
  on: "authorization",
  access: "eligible",
  judge({ authorization: { principal, role } }, assessment) {
    if (role === owner || role === userAccessAdministrator) return found();
    const held = kindOf(principal, assessment);
    return held.kind ? foundIf(held.kind === "servicePrincipal") : cannotJudge(held.blind);
  },
  mend({ definition, authorization }) {
    const { principal, label, role } = authorization;
    const eligibleAuthorizations = definition.eligibleAuthorizations.filter((one) => one !== authorization);
    const isRefused = role === owner || role === userAccessAdministrator;
    return {
      definition,
      before: definition,
      after: {
        authorizations: isRefused
          ? definition.authorizations
          : [...definition.authorizations, { principal, label, role, delegatedRoles: [] }],
        eligibleAuthorizations,
      },
      missing: isRefused ? [] : ["smallerRole"],
    };
  },
};
