import type { PrincipalId, TenantId } from "../ids";
import type { AccessIndex } from "./access-index";
import { no } from "./answer";
import { listAt } from "./lists";
import { rankFor } from "./worth";

/** Numbers of the grants that a cell of the matrix stands for: a principal's own at one customer, and its groups'. */
export function grantsInCell(index: AccessIndex, principal: PrincipalId, customer: TenantId): number[] {
  const { people, grants, scopeTable } = index;
  const person = people.ids.find(principal);
  const wanted = scopeTable.customers.find(customer);
  if (person < 0 || wanted < 0) return [];
  // Grants are numbered customer by customer, and a principal's are in that order.
  const first = grants.firstOf[scopeTable.firstOf[wanted]!]!;
  const end = grants.firstOf[scopeTable.firstOf[wanted + 1]!]!;
  const { nodes, ranks } = index.upward(person);
  const found: number[] = [];
  nodes.forEach((node, at) => {
    if (ranks[at] === no) return;
    const own = listAt(grants.ofPrincipal, node);
    for (let next = placeOf(own, first); next < own.length && own[next]! < end; next++)
      if (rankFor(index, person, ranks[at]!, own[next]!) !== no) found.push(own[next]!);
  });
  return found;
}

/** The first place in an ascending list whose number is not below the one given. */
function placeOf(list: Int32Array, number: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
