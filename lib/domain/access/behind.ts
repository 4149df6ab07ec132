import type { PrincipalId } from "../ids";
import type { PrincipalKind } from "../principal";
import type { AccessIndex } from "./access-index";
import { answerOf, type Answer } from "./answer";
import type { HiddenMembers } from "./membership-graph";

/** Somebody to whom a grant comes by way of its holder. */
export type Behind = Readonly<{ principal: PrincipalId; kind: PrincipalKind | undefined; carries: Answer }>;

/** Who stands behind a principal that grants name: itself left out, the groups in it among them. */
export function behind(
  { people, downward, graph }: AccessIndex,
  holder: PrincipalId,
): Readonly<{ members: readonly Behind[]; hidden: readonly HiddenMembers[] }> {
  const start = people.ids.find(holder);
  if (start < 0) return { members: [], hidden: [] };
  const { nodes, ranks } = downward(start);
  const members: Behind[] = [];
  const hidden: HiddenMembers[] = [];
  nodes.forEach((node, at) => {
    const unseen = graph.hidden.get(node);
    if (unseen) hidden.push(unseen);
    if (node === start) return;
    members.push({
      principal: people.ids.at(node),
      kind: people.kinds[node],
      carries: answerOf(ranks[at]!),
    });
  });
  return { members, hidden };
}
