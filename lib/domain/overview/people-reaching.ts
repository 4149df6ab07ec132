import type { AccessIndex } from "@/lib/domain/access/access-index";
import { no, yes } from "@/lib/domain/access/answer";
import { listAt } from "@/lib/domain/access/lists";
import { rankFor } from "@/lib/domain/access/worth";

/**
 * How many people surely reach a customer, of how many perhaps do, and how many are known at all. `hidden`: how many of
 * those whom offers name may have people in them whom nobody sees.
 */
export type PeopleReaching = Readonly<{ surely: number; perhaps: number; known: number; hidden: number }>;

/** Counts people, as the list of principals does, without writing out what each of them reaches. */
export function* peopleReaching(index: AccessIndex): Generator<void, PeopleReaching> {
  const { people, grants } = index;
  const best = new Map<number, number>();
  const bestOf = (holder: number, way: number, person: number): number => {
    const key = holder * 3 + way;
    let rank = best.get(key);
    if (rank === undefined) {
      rank = no;
      for (const grant of listAt(grants.ofPrincipal, holder)) {
        rank = Math.max(rank, rankFor(index, person, way, grant));
        if (rank === yes) break;
      }
      best.set(key, rank);
    }
    return rank;
  };

  const counts = { surely: 0, perhaps: 0, known: 0, hidden: index.graph.hidden.size };
  for (let person = 0; person < people.ids.size(); person++) {
    if (person % 256 === 0) yield;
    if (people.kinds[person] !== "user") continue;
    counts.known++;
    const { nodes, ranks } = index.upward(person);
    let rank: number = no;
    for (let at = 0; at < nodes.length && rank < yes; at++)
      rank = Math.max(rank, bestOf(nodes[at]!, ranks[at]!, person));
    if (rank === yes) counts.surely++;
    else if (rank !== no) counts.perhaps++;
  }
  return counts;
}
