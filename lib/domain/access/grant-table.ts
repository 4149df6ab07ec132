import type { Delegation } from "../delegation";
import type { PrincipalId, RoleId } from "../ids";
import type { RoleAssignment } from "../role-assignment";
import { cannotSee, no, yes } from "./answer";
import { listsOf, type Lists } from "./lists";
import type { Numbering } from "./numbering";
import type { OfferLines } from "./offer-lines";
import { scopeOfAssignment, type ScopeTable } from "./scope-table";

export const standing = 0;
export const eligible = 1;
export const assigned = 2;

/**
 * Every grant, as columns of numbers: one principal, one role, one scope and one kind of access, through however many
 * sources. Grants are numbered scope by scope, so those of a scope, and those of a customer, are a range.
 */
export type GrantTable = Readonly<{
  principals: Int32Array;
  roles: Int32Array;
  scopes: Int32Array;
  /** standing, eligible or assigned. */
  kinds: Uint8Array;
  /** What its sources are worth, whoever holds it: as much as the best of them. */
  ranks: Uint8Array;
  /** The first grant of each scope, and after the last scope the number of grants. */
  firstOf: Int32Array;
  /** The numbers of the delegations on each scope. */
  delegationsOf: Lists;
  sourcesOf: Lists;
  /** Of each source, the number of its delegation, -1 for an assignment; and its place in the list that names it. */
  sourceDelegations: Int32Array;
  sourcePlaces: Int32Array;
  ofPrincipal: Lists;
  ofRole: Lists;
  roleIds: Numbering<RoleId>;
}>;

type Parts = Readonly<{
  ids: Numbering<PrincipalId>;
  scopeTable: ScopeTable;
  delegations: readonly Delegation[];
  /** What each delegation is worth. */
  delegationRanks: Uint8Array;
  roleAssignments: readonly RoleAssignment[];
  lines: OfferLines;
}>;

export function grantTable(parts: Parts): GrantTable {
  const { ids, scopeTable, delegations, delegationRanks, roleAssignments, lines } = parts;
  const { roleIds } = lines;
  const delegationsOf = listsOf(
    scopeTable.scopes.length,
    delegations.map(({ scope }) => scopeTable.find(scope)),
  );
  const assignmentsOf = listsOf(
    scopeTable.scopes.length,
    roleAssignments.map((assignment) => scopeTable.find(scopeOfAssignment(assignment))),
  );

  const columns = { principals: [] as number[], roles: [] as number[], scopes: [] as number[], kinds: [] as number[] };
  const ranks: number[] = [];
  const sources = { grants: [] as number[], delegations: [] as number[], places: [] as number[] };
  const firstOf = new Int32Array(scopeTable.scopes.length + 1);
  // The grants of each principal on the scope at hand, chained: there are seldom more than three.
  const latest = new Int32Array(ids.size());
  const latestScope = new Int32Array(ids.size()).fill(-1);
  const before: number[] = [];

  const add = (principal: number, role: number, scope: number, kind: number): number => {
    let grant = latestScope[principal] === scope ? latest[principal]! : -1;
    const chained = grant;
    while (grant >= 0 && (columns.roles[grant] !== role || columns.kinds[grant] !== kind)) grant = before[grant]!;
    if (grant >= 0) return grant;
    grant = ranks.push(no) - 1;
    columns.principals.push(principal);
    columns.roles.push(role);
    columns.scopes.push(scope);
    columns.kinds.push(kind);
    before.push(chained);
    latest[principal] = grant;
    latestScope[principal] = scope;
    return grant;
  };
  const source = (grant: number, delegation: number, place: number, rank: number) => {
    sources.grants.push(grant);
    sources.delegations.push(delegation);
    sources.places.push(place);
    if (rank > ranks[grant]!) ranks[grant] = rank;
  };

  for (let scope = 0; scope < scopeTable.scopes.length; scope++) {
    firstOf[scope] = ranks.length;
    for (let at = delegationsOf.start[scope]!; at < delegationsOf.start[scope + 1]!; at++) {
      const number = delegationsOf.items[at]!;
      const own = lines.of(delegations[number]!.definition);
      for (let line = 0; line < own.principals.length; line++) {
        const kind = line < own.standing ? standing : eligible;
        const grant = add(own.principals[line]!, own.roles[line]!, scope, kind);
        source(grant, number, kind === standing ? line : line - own.standing, delegationRanks[number]!);
      }
    }
    for (let at = assignmentsOf.start[scope]!; at < assignmentsOf.start[scope + 1]!; at++) {
      const place = assignmentsOf.items[at]!;
      const { principal, role } = roleAssignments[place]!;
      source(add(ids.find(principal), roleIds.add(role), scope, assigned), -1, place, yes);
    }
  }
  firstOf[scopeTable.scopes.length] = ranks.length;

  return {
    principals: new Int32Array(columns.principals),
    roles: new Int32Array(columns.roles),
    scopes: new Int32Array(columns.scopes),
    kinds: new Uint8Array(columns.kinds),
    ranks: new Uint8Array(ranks),
    firstOf,
    delegationsOf,
    sourcesOf: listsOf(ranks.length, sources.grants),
    sourceDelegations: new Int32Array(sources.delegations),
    sourcePlaces: new Int32Array(sources.places),
    ofPrincipal: listsOf(ids.size(), columns.principals),
    ofRole: listsOf(roleIds.size(), columns.roles),
    roleIds,
  };
}

/** What a delegation is worth to whoever its definition names. */
export function delegationRank({ state }: Delegation, isOurOwn: boolean): number {
  if (isOurOwn) return no;
  return state === "Succeeded" ? yes : state === "unknown" ? cannotSee : no;
}
