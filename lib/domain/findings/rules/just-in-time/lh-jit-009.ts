import { missingIn } from "@/lib/domain/findings/fixes/authorization-change";
import { cannotJudge, found, foundIf } from "@/lib/domain/findings/judgement";
import type { AuthorizationRule } from "@/lib/domain/findings/rule";
import { owner, userAccessAdministrator } from "@/lib/domain/roles/delegability";
import { cited } from "../cited";
import { isRefusedRole } from "@/lib/domain/findings/questions/refused-role";
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
  mend({ definition, authorization }, assessment) {
    const { principal, label, role } = authorization;
    const isSame = (one: { principal: string; role: string }) => one.principal === principal && one.role === role;
    const isRefused = role === userAccessAdministrator || isRefusedRole(role, assessment);
    const isHeld = definition.authorizations.some(isSame);
    const after = {
      authorizations:
        isRefused || isHeld
          ? definition.authorizations
          : [...definition.authorizations, { principal, label, role, delegatedRoles: [] }],
      eligibleAuthorizations: definition.eligibleAuthorizations.filter((one) => !isSame(one)),
    };
    if (!isRefused) return { definition, before: definition, after, missing: ["smallerRole"] };
    return { definition, before: definition, after, missing: missingIn(after) };
  },
};
