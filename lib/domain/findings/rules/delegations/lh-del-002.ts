import { withDeleteRole } from "@/lib/domain/findings/fixes/with-delete-role";
import { cannotJudge, hit, type Hit } from "@/lib/domain/findings/judgement";
import type { Blind } from "@/lib/domain/findings/blind";
import { peopleBehind } from "@/lib/domain/findings/questions/people-behind";
import { kindOf } from "@/lib/domain/findings/questions/kind-of";
import type { DefinitionRule } from "@/lib/domain/findings/rule";
import { linesOf } from "@/lib/domain/findings/subject";
import { cited } from "../cited";
import { deleteRole } from "../known-roles";

export const deleteRoleFragile: DefinitionRule = {
  id: "LH-DEL-002",
  severity: "high",
  title: "Registration assignment Delete Role depends on one account, or on nobody",
  why: "When that account is gone nobody of ours can end the delegation: after the contract ends, or during an incident, the access stays until the customer removes it.",
  how: "Whoever has the role 91c1777a-f3dc-4fae-b103-61d183457e46 in the offer is a person, deleted, or a group in which no enabled account has it; a service principal that is enabled is enough, and so is a group with somebody in it. Without any such line it is LH-DEL-001.",
  fix: "Give the role to a security group of at least two people, and deploy the offer again.",
  toCustomer: "We will give the role to a security group of at least two people, and send you the changed offer.",
  sources: [cited.removeDelegation],
  on: "definition",
  judge(definition, assessment): Iterable<Hit> {
    const holders = linesOf(definition)
      .filter(({ authorization }) => authorization.role === deleteRole)
      .map(({ authorization }) => authorization.principal);
    if (holders.length === 0) return [];
    let unseen: Blind | undefined;
    for (const holder of holders) {
      const held = kindOf(holder, assessment);
      if (held.kind === "user" || held.kind === "deleted") continue;
      const { reached, blind } = peopleBehind(holder, assessment);
      if (reached.size > 0) return [];
      unseen ??= held.kind ? blind : held.blind;
    }
    return [unseen ? cannotJudge(unseen) : hit({ kind: "definition", definition, role: deleteRole })];
  },
  mend: (subject, assessment) =>
    subject.kind === "definition" ? withDeleteRole(subject.definition, assessment) : undefined,
};
