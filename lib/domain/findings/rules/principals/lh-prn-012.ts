import { listAt } from "@/lib/domain/access/lists";
import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import { cannotJudge, found } from "@/lib/domain/findings/judgement";
import type { PrincipalRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { kindOf } from "@/lib/domain/findings/questions/kind-of";
import { peopleBehind } from "@/lib/domain/findings/questions/people-behind";

export const tangledGroups: PrincipalRule = {
  id: "LH-PRN-012",
  severity: "low",
  title: "Groups nested too deep, or in a circle",
  why: "Nobody can say at a glance who is in, so people are let in by mistake and not let out again; and what is deeply nested takes hours to work.",
  how: "From a group that an offer names, more groups than the policy allows (3) follow in a row, each in the one before, or one of them comes round again.",
  fix: "Put people into the group itself, or into one group within it.",
  toCustomer: "We will put the people into the group itself, or into one group within it.",
  sources: [cited.onboard, cited.ours],
  on: "principal",
  of: "holders",
  judge(id, assessment) {
    const held = kindOf(id, assessment);
    if (!held.kind) return cannotJudge(held.blind);
    if (held.kind !== "group") return undefined;
    const { depth, isCircular } = nestingOf(assessment.access.people.ids.find(id), assessment);
    if (isCircular || depth > assessment.policy.thresholds.nestedGroups) return found();
    const { blind } = peopleBehind(id, assessment);
    return blind && cannotJudge(blind);
  },
  facts({ principal }, assessment) {
    const { depth, isCircular } = nestingOf(assessment.access.people.ids.find(principal), assessment);
    return [{ label: "groups in a row", value: isCircular ? "without end" : String(depth) }];
  },
};

type Nesting = Readonly<{ depth: number; isCircular: boolean }>;

const known = new WeakMap<Assessment, Map<number, Nesting>>();

/** How many groups follow in a row from this one, itself counted; of a circle there is no telling. */
function nestingOf(group: number, assessment: Assessment): Nesting {
  const { people, graph } = assessment.access;
  let answers = known.get(assessment);
  if (!answers) known.set(assessment, (answers = new Map()));
  const path = new Set<number>();
  const walk = (node: number): Nesting => {
    const answer = answers.get(node);
    if (answer) return answer;
    if (path.has(node)) return { depth: 0, isCircular: true };
    path.add(node);
    let [deepest, isCircular] = [0, false];
    for (const member of listAt(graph.membersOf, node)) {
      if (people.kinds[member] !== "group") continue;
      const below = walk(member);
      deepest = Math.max(deepest, below.depth);
      isCircular ||= below.isCircular;
    }
    path.delete(node);
    const nesting = { depth: 1 + deepest, isCircular };
    answers.set(node, nesting);
    return nesting;
  };
  return group < 0 ? { depth: 0, isCircular: false } : walk(group);
}
