import type { Definition } from "@/lib/domain/definition";
import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import { cannotJudge, hit, type Hit } from "@/lib/domain/findings/judgement";
import { peopleBehind, peopleIn } from "@/lib/domain/findings/questions/people-behind";
import type { DefinitionRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { deleteRole } from "../known-roles";

export const deleteRoleWidespread: DefinitionRule = {
  id: "LH-DEL-003",
  severity: "low",
  title: "Many people can end the delegation at any time",
  why: "One wrong click in the list of delegations locks all of us out of the customer, who then has to deploy the offer again.",
  how: "Behind the permanent authorizations with the Registration assignment Delete Role stand more enabled people than the policy allows (10), each counted once.",
  fix: "Give the role to a small group, or make it eligible.",
  toCustomer: "We will give the role to a small group, or only for a time on request, and send you the changed offer.",
  sources: [cited.removeDelegation, cited.ours],
  on: "definition",
  judge(definition, assessment): Iterable<Hit> {
    const { people, blind } = endersOf(definition, assessment);
    if (people.size > assessment.policy.thresholds.delegationEnders)
      return [hit({ kind: "definition", definition, role: deleteRole })];
    return blind ? [cannotJudge(blind)] : [];
  },
  facts: (subject, assessment) =>
    subject.kind === "definition"
      ? [{ label: "people", value: String(endersOf(subject.definition, assessment).people.size) }]
      : [],
};

function endersOf({ authorizations }: Definition, assessment: Assessment) {
  const behind = authorizations
    .filter(({ role }) => role === deleteRole)
    .map(({ principal }) => peopleBehind(principal, assessment));
  return {
    people: new Set(behind.flatMap(({ reached }) => peopleIn(reached))),
    blind: behind.find(({ blind }) => blind)?.blind,
  };
}
