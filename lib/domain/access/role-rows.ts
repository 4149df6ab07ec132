import type { RoleId } from "../ids";
import type { Role } from "../role";
import { delegabilityOf, type Verdict } from "../roles/delegability";
import { verdictWords } from "../roles/delegability-words";
import { privilegeOf, type PrivilegeLevel } from "../roles/privilege";
import type { AccessIndex } from "./access-index";
import { grantsOfRole } from "./grant";

/** `onlyToAssign` and `disputed` are neither yes nor no. */
export type Said = Readonly<{ answer: "yes" | "no" | "onlyToAssign" | "disputed" | "cannotSee"; words: string }>;

export type RoleRow = Readonly<{
  id: RoleId;
  /** undefined: grants name it, and Azure did not tell what it is. */
  role: Role | undefined;
  /** What the role allows by itself, data actions included. */
  level: PrivilegeLevel | undefined;
  standing: Said;
  eligible: Said;
  /** Principals that grants with this role name, and the customers of those grants. */
  principals: number;
  customers: number;
  grants: number;
  /** How many patterns allow something; undefined where the role is. */
  patterns: number | undefined;
}>;

type Options = Readonly<{
  /** National clouds have no eligible authorizations. */
  hasEligible: boolean;
}>;

/** All roles that Azure lists, and after them those that grants or offers name and Azure did not list. */
export function roleRows(index: AccessIndex, options: Options): RoleRow[] {
  const { roles, definitions } = index.inventory;
  const ids = new Set<RoleId>(roles.keys());
  const named = index.grants.roleIds;
  for (let number = 0; number < named.size(); number++) ids.add(named.at(number));
  for (const { authorizations } of definitions.values())
    for (const { delegatedRoles } of authorizations) for (const id of delegatedRoles) ids.add(id);
  return Array.from(ids, (id) => roleRow(index, id, options));
}

function roleRow(index: AccessIndex, id: RoleId, { hasEligible }: Options): RoleRow {
  const role = index.inventory.roles.get(id);
  const verdicts = role && delegabilityOf(role);
  return {
    id,
    role,
    level: role && privilegeOf(role).level,
    standing: said(verdicts?.standing),
    eligible: hasEligible ? said(verdicts?.eligible) : noEligible,
    ...grantedWith(index, id),
    patterns: role?.permissions.reduce((sum, { actions, dataActions }) => sum + actions.length + dataActions.length, 0),
  };
}

const noEligible: Said = { answer: "no", words: "This cloud has no eligible authorizations." };
const unread: Said = { answer: "cannotSee", words: "Azure did not tell what this role allows." };
const answers = { delegable: "yes", refused: "no", onlyToAssign: "onlyToAssign", disputed: "disputed" } as const;

const said = (verdict: Verdict | undefined): Said =>
  verdict ? { answer: answers[verdict.kind], words: verdictWords(verdict) } : unread;

/** How many principals, customers and grants a role has through offers and assignments. */
export function grantedWith(index: AccessIndex, id: RoleId) {
  const { grants, scopeTable } = index;
  const numbers = grantsOfRole(index, id);
  const principals = new Set<number>();
  const customers = new Set<number>();
  for (const number of numbers) {
    principals.add(grants.principals[number]!);
    customers.add(scopeTable.customerOf[grants.scopes[number]!]!);
  }
  return { principals: principals.size, customers: customers.size, grants: numbers.length };
}
