import { cannotJudge, foundIf } from "@/lib/domain/findings/judgement";
import { groupToName, withOtherHolder } from "@/lib/domain/findings/fixes/with-other-holder";
import type { PrincipalRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { kindOf } from "@/lib/domain/findings/questions/kind-of";

export const authorizationToUser: PrincipalRule = {
  id: "LH-PRN-001",
  severity: "medium",
  title: "Offer names a person instead of a group",
  why: "When the person leaves or changes teams, every offer has to be deployed again at every customer before the access is gone or passed on; until then it stays, or the work stops.",
  how: "A principal that an authorization names, permanent or eligible, is a user in the managing tenant's directory.",
  fix: "Name a security group, and put the person into it.",
  toCustomer: "We will name a security group in the place of the person, and send you the changed offer.",
  sources: [cited.tenantsUsersRoles, cited.onboard],
  on: "principal",
  of: "holders",
  judge(id, assessment) {
    const held = kindOf(id, assessment);
    return held.kind ? foundIf(held.kind === "user") : cannotJudge(held.blind);
  },
  mend: ({ principal }, assessment) =>
    assessment
      .definitionsNaming(principal)
      .map((definition) => withOtherHolder(definition, principal, groupToName, ["group"])),
};
