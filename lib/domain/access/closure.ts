import { yes } from "./answer";
import { listAt, type Lists } from "./lists";
import type { People } from "./people";

/**
 * Everybody that one principal leads to, itself first, and how good the best way there is: a way is as good as the least
 * of all that stand on it, both ends included. `causes` are the principals that make a way less than yes (-1: none).
 */
export type Closure = Readonly<{ nodes: Int32Array; ranks: Uint8Array; causes: Int32Array }>;

/** Follows `next` through however many groups and around cycles. Answers are kept, since the same few are asked often. */
export function createClosures({ ranks: own, ids }: People, next: Lists): (start: number) => Closure {
  const known = new Map<number, Closure>();
  // Written only while one closure is made, and cleared by the same.
  const best = new Int8Array(ids.size()).fill(-1);
  const cause = new Int32Array(ids.size());

  const make = (start: number): Closure => {
    const open: [number[], number[], number[]] = [[], [], []];
    const nodes: number[] = [];
    const offer = (node: number, rank: number, because: number) => {
      // Better ways are followed first, so the first that is found is the best.
      if (best[node]! >= 0) return;
      best[node] = rank;
      cause[node] = because;
      open[rank]!.push(node);
    };
    offer(start, own[start]!, own[start]! < yes ? start : -1);
    for (let rank = yes; rank >= 0; rank--)
      for (const node of open[rank]!) {
        nodes.push(node);
        for (const neighbour of listAt(next, node)) {
          const isLess = own[neighbour]! < rank;
          offer(neighbour, isLess ? own[neighbour]! : rank, isLess ? neighbour : cause[node]!);
        }
      }
    const closure = {
      nodes: Int32Array.from(nodes),
      ranks: Uint8Array.from(nodes, (node) => best[node]!),
      causes: Int32Array.from(nodes, (node) => cause[node]!),
    };
    for (const node of nodes) best[node] = -1;
    return closure;
  };

  return (start) => {
    let closure = known.get(start);
    if (!closure) known.set(start, (closure = make(start)));
    return closure;
  };
}
