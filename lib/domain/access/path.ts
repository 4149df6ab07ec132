import type { PrincipalId } from "../ids";
import type { AccessIndex } from "./access-index";
import { answerOf, type Answer } from "./answer";
import { grantAt, type Grant } from "./grant";
import { listAt } from "./lists";

/** How a grant comes to a principal: `walk` begins with the principal, and each next one is a group that it is in. */
export type AccessPath = Readonly<{ walk: readonly PrincipalId[]; carries: Answer }>;

/** From the last of each walk the way leads on through the grant: its authorization, its delegations, its scope. */
export type AccessPaths = Readonly<{
  grant: Grant;
  /** Shortest first. Empty: the principal is not known to be in anything that the grant names. */
  paths: readonly AccessPath[];
  /** There are more than were asked for. */
  isCut: boolean;
}>;

/**
 * For every group that the principal is directly in, the shortest ways from there to the grant's holder: leaving one of
 * those groups closes these and no others. Ways that surely carry nothing are shown only where there is none better.
 */
export function pathsTo(index: AccessIndex, principal: PrincipalId, grant: number, atMost = 20): AccessPaths {
  const { people, graph, grants } = index;
  const opened = grantAt(index, grant);
  const start = people.ids.find(principal);
  const holder = grants.principals[grant]!;
  const { nodes, ranks } = start < 0 ? { nodes: new Int32Array(), ranks: new Uint8Array() } : index.upward(start);
  const rank = ranks[nodes.indexOf(holder)];
  if (rank === undefined) return { grant: opened, paths: [], isCut: false };

  const steps = stepsTo(
    holder,
    [...nodes].filter((node) => node !== start && people.ranks[node]! >= rank),
    index,
  );
  const walks: number[][] = start === holder ? [[start]] : [];
  const walkOn = (walk: number[], left: number): void => {
    if (walks.length > atMost) return;
    if (left === 0) {
      walks.push(walk);
      return;
    }
    for (const group of listAt(graph.groupsOf, walk.at(-1)!))
      if (steps.get(group) === left - 1) walkOn([...walk, group], left - 1);
  };
  const firsts = start === holder ? [] : [...listAt(graph.groupsOf, start)].filter((group) => steps.has(group));
  firsts.sort((one, other) => steps.get(one)! - steps.get(other)!);
  for (const first of firsts) walkOn([start, first], steps.get(first)!);

  const carries = answerOf(rank);
  return {
    grant: opened,
    paths: walks.slice(0, atMost).map((walk) => ({ walk: walk.map((node) => people.ids.at(node)), carries })),
    isCut: walks.length > atMost,
  };
}

/** How many steps each of these groups is away from the holder, over each other only. */
function stepsTo(holder: number, allowed: readonly number[], { graph }: AccessIndex): ReadonlyMap<number, number> {
  const membersOf = new Map<number, number[]>(allowed.map((node) => [node, []]));
  for (const node of allowed) for (const group of listAt(graph.groupsOf, node)) membersOf.get(group)?.push(node);
  const steps = new Map<number, number>();
  if (membersOf.has(holder)) steps.set(holder, 0);
  for (const [node, away] of steps)
    for (const member of membersOf.get(node)!) if (!steps.has(member)) steps.set(member, away + 1);
  return steps;
}
