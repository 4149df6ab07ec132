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
  const { nodes, ranks } = index.upward(person);
  const found: number[] = [];
  nodes.forEach((node, at) => {
    if (ranks[at] === no) return;
    for (const grant of listAt(grants.ofPrincipal, node))
      if (scopeTable.customerOf[grants.scopes[grant]!] === wanted && rankFor(index, person, ranks[at]!, grant) !== no)
        found.push(grant);
  });
  return found;
}
