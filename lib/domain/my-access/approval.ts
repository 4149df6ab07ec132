import type { AccessIndex } from "../access/access-index";
import { answerOf, cannotSee, no, yes, type Answer } from "../access/answer";
import type { PrincipalId } from "../ids";

/** Whether somebody other than this person may decide, given who the approvers are: people, or groups of people. */
export function othersWhoApprove(index: AccessIndex, person: PrincipalId, approvers: readonly PrincipalId[]): Answer {
  if (approvers.length === 0) return "yes";
  const me = index.people.ids.find(person);
  return answerOf(Math.max(...approvers.map((approver) => rankOf(index, me, approver))));
}

function rankOf({ people, graph, downward }: AccessIndex, me: number, approver: PrincipalId): number {
  const number = people.ids.find(approver);
  if (number < 0) return cannotSee;
  if (number === me) return no;
  if (people.kinds[number] === "user") return people.ranks[number]!;
  if (people.reasons.get(number)?.why === "deleted") return no;
  let best = no;
  for (const node of downward(number).nodes) {
    if (node === me) continue;
    if (people.kinds[node] === "user") best = Math.max(best, people.ranks[node]!);
    else if (graph.hidden.has(node) || people.kinds[node] === undefined) best = Math.max(best, cannotSee);
    if (best === yes) break;
  }
  return best;
}
