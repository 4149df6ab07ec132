import type { RoleId } from "../ids";
import type { Principal, PrincipalKind } from "../principal";
import type { AccessIndex } from "./access-index";
import { cannotSee, no, type Answer, type Reason } from "./answer";
import { grantAt } from "./grant";
import { eligible } from "./grant-table";
import { listAt } from "./lists";
import type { LevelOf } from "./matrix";
import { principalIn } from "./people";
import { memberCountOf, namesOf, statesOf, type PrincipalState } from "./principal-state";
import { rankFor } from "./worth";

/** One line of the list of principals. undefined reads as "cannot see", never as "none". */
export type PrincipalRow = Readonly<{
  principal: Principal;
  kind: PrincipalKind | undefined;
  name: string | undefined;
  /** What an offer calls it, where its name cannot be seen. */
  label: string | undefined;
  states: readonly PrincipalState[];
  /** Customers with standing access, with eligible access alone, and those of which it cannot be told; together all. */
  customers: number;
  standing: number;
  eligible: number;
  inDoubt: number;
  /** The strongest role; undefined where nothing is reached. `level` is undefined too for a role that nobody knows. */
  role: Readonly<{ id: RoleId; name: string | undefined }> | undefined;
  level: number | undefined;
  /** Grants that name the principal itself. */
  grants: number;
  /** Direct members, of a group. */
  members: number | undefined;
  /** Whether anything of it gives access; if not surely, `reasons` tells why for what it holds itself. */
  gives: Answer;
  reasons: readonly Reason[];
}>;

/**
 * Whoever holds a grant, reaches a customer by the way of groups too, or would if the account were enabled; in the order of the
 * index.
 */
export function principalRows(index: AccessIndex, levelOf: LevelOf): PrincipalRow[] {
  const { people, grants, inventory } = index;
  const reaches = createReaches(index, levelOf);
  const rows: PrincipalRow[] = [];
  for (let person = 0; person < people.ids.size(); person++) {
    const own = listAt(grants.ofPrincipal, person);
    const { standing, eligible: activated, inDoubt, strongest } = reaches(person);
    const customers = standing + activated + inDoubt;
    const waiting = customers === 0 ? disabledWithGroups(index, person) : undefined;
    if (own.length === 0 && customers === 0 && !waiting) continue;
    const id = people.ids.at(person);
    const role = strongest < 0 ? undefined : grants.roleIds.at(strongest);
    const gives = standing + activated > 0 ? "yes" : inDoubt > 0 ? "cannotSee" : "no";
    rows.push({
      principal: principalIn(index, id),
      kind: people.kinds[person],
      ...namesOf(index, id),
      states: statesOf(index, id),
      customers,
      standing,
      eligible: activated,
      inDoubt,
      role: role && { id: role, name: inventory.roles.get(role)?.name },
      level: role && levelOf(role),
      grants: own.length,
      members: memberCountOf(index, id),
      gives,
      reasons: gives === "yes" ? [] : own.length > 0 ? grantAt(index, own[0]!).reasons : waiting ? [waiting] : [],
    });
  }
  return rows;
}

/** Why somebody reaches nothing who is in groups that reach something: whoever enables the account brings that back. */
function disabledWithGroups({ people, grants, upward }: AccessIndex, person: number): Reason | undefined {
  const reason = people.reasons.get(person);
  if (reason?.why !== "disabled") return undefined;
  const holds = (node: number) =>
    node !== person && people.ranks[node] !== no && listAt(grants.ofPrincipal, node).length > 0;
  return upward(person).nodes.some(holds) ? reason : undefined;
}

/** What a holder's grants give: customers by number, and for each the best of either access; and the strongest role. */
type Own = Readonly<{ customers: Int32Array; marks: Uint8Array; strength: number; role: number }>;

const standingMark = 1;
const eligibleMark = 2;
const doubtMark = 4;

/** Grants are summed up once for each holder and way to it, so that thousands who share groups cost little. */
function createReaches(index: AccessIndex, levelOf: LevelOf) {
  const { grants, scopeTable, people } = index;
  const levels = Array.from({ length: grants.roleIds.size() }, (_, role) => levelOf(grants.roleIds.at(role)) ?? 0);
  const known = new Map<number, Own>();
  const marksOf = new Uint8Array(scopeTable.customers.size());

  const sumUp = (holder: number, way: number, person: number): Own => {
    const key = (holder * 3 + way) * 2 + (people.kinds[person] === "servicePrincipal" ? 1 : 0);
    const before = known.get(key);
    if (before) return before;
    const marks = new Map<number, number>();
    let strength = -1;
    let role = -1;
    for (const grant of listAt(grants.ofPrincipal, holder)) {
      const rank = rankFor(index, person, way, grant);
      if (rank === no) continue;
      const isEligible = grants.kinds[grant] === eligible;
      const mark = rank === cannotSee ? doubtMark : isEligible ? eligibleMark : standingMark;
      const customer = scopeTable.customerOf[grants.scopes[grant]!]!;
      marks.set(customer, (marks.get(customer) ?? 0) | mark);
      const own = levels[grants.roles[grant]!]! * 2 + (isEligible ? 0 : 1);
      if (own > strength) [strength, role] = [own, grants.roles[grant]!];
    }
    const made = { customers: Int32Array.from(marks.keys()), marks: Uint8Array.from(marks.values()), strength, role };
    known.set(key, made);
    return made;
  };

  return (person: number) => {
    const { nodes, ranks } = index.upward(person);
    const found: number[] = [];
    let strength = -1;
    let strongest = -1;
    for (let at = 0; at < nodes.length; at++) {
      if (ranks[at] === no) continue;
      const own = sumUp(nodes[at]!, ranks[at]!, person);
      if (own.strength > strength) [strength, strongest] = [own.strength, own.role];
      for (let next = 0; next < own.customers.length; next++) {
        const customer = own.customers[next]!;
        if (marksOf[customer] === 0) found.push(customer);
        marksOf[customer]! |= own.marks[next]!;
      }
    }
    const sums = { standing: 0, eligible: 0, inDoubt: 0, strongest };
    for (const customer of found) {
      const marks = marksOf[customer]!;
      if (marks & standingMark) sums.standing++;
      else if (marks & eligibleMark) sums.eligible++;
      else sums.inDoubt++;
      marksOf[customer] = 0;
    }
    return sums;
  };
}
