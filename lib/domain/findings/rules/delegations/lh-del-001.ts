import { withDeleteRole } from "@/lib/domain/findings/fixes/with-delete-role";
import { hit } from "@/lib/domain/findings/judgement";
import { deleteRole } from "../known-roles";
import type { DefinitionRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { linesOf } from "@/lib/domain/findings/subject";

export const deleteRoleMissing: DefinitionRule = {
  id: "LH-DEL-001",
  severity: "high",
  title: "No Registration assignment Delete Role",
  why: "Nobody of ours can end this delegation: after the contract ends, or when an account of ours is taken over, the access stays until the customer removes it.",
  how: "A definition in use has no authorization, permanent or eligible, with the role 91c1777a-f3dc-4fae-b103-61d183457e46.",
  fix: "Add the role for a group of ours and deploy the offer again; until then only the customer can remove the delegation.",
  toCustomer:
    "We will add the role for a group of ours and send you the changed offer; until it is deployed only you can remove the delegation.",
  sources: [cited.removeDelegation, cited.onboard, cited.marketplaceOffers],
  on: "definition",
  judge: (definition) =>
    linesOf(definition).some(({ authorization }) => authorization.role === deleteRole)
      ? []
      : [hit({ kind: "definition", definition })],
  mend: (subject, assessment) =>
    subject.kind === "definition" ? withDeleteRole(subject.definition, assessment) : undefined,
};
