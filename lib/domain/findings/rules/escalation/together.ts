import { no, yes } from "@/lib/domain/access/answer";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import { standing } from "@/lib/domain/access/grant-table";
import type { PrincipalId, SubscriptionId } from "@/lib/domain/ids";

/** Two standing grants, by number, that come to somebody on the same scope. */
export type Together = Readonly<{ one: number; other: number }>;

/** Grants of two sorts that must not come together, by the number of whoever holds them. */
export type Sorted = Readonly<{ ones: ByHolder; others: ByHolder }>;
type ByHolder = ReadonlyMap<number, readonly number[]>;

/** Picks the standing grants that give something. */
export const sortGrants = (
  index: AccessIndex,
  sorts: Readonly<{ one: (grant: number) => boolean; other: (grant: number) => boolean }>,
): Sorted => ({ ones: byHolder(index, sorts.one), others: byHolder(index, sorts.other) });

/** Each grant of the one sort beside which somebody has one of the other sort. */
export function* grantsTogether(index: AccessIndex, { ones, others }: Sorted): Generator<Together> {
  for (const [holder, own] of ones) {
    const beside = [...sharersOf(index, holder, others).keys()].flatMap((sharer) => others.get(sharer)!);
    const places = placesOf(index, beside);
    for (const one of own) {
      const other = nearest(index, places, one);
      if (other !== undefined) yield { one, other };
    }
  }
}

/**
 * Whoever has grants of both sorts on one scope, by number, and the first two such grants: a holder that has both itself, or
 * a person who is in two groups.
 */
export function peopleTogether(index: AccessIndex, { ones, others }: Sorted): ReadonlyMap<number, Together> {
  const found = new Map<number, Together>();
  for (const [holder, own] of ones)
    for (const [sharer, persons] of sharersOf(index, holder, others)) {
      if (persons.every((person) => found.has(person))) continue;
      const places = placesOf(index, others.get(sharer)!);
      for (const one of own) {
        const other = nearest(index, places, one);
        if (other === undefined) continue;
        for (const person of persons) if (!found.has(person)) found.set(person, { one, other });
        break;
      }
    }
  return found;
}

/** Groups, or what may be some, behind holders of the one sort whose members cannot all be seen, so that somebody unseen may have both. */
export function hidingTogether(index: AccessIndex, { ones, others }: Sorted): Set<PrincipalId> {
  const hiding = new Set<PrincipalId>();
  if (others.size === 0) return hiding;
  for (const holder of ones.keys())
    for (const node of index.downward(holder).nodes)
      if (index.graph.hidden.has(node)) hiding.add(index.people.ids.at(node));
  return hiding;
}

function byHolder({ grants }: AccessIndex, isWanted: (grant: number) => boolean): ByHolder {
  const found = new Map<number, number[]>();
  for (let grant = 0; grant < grants.principals.length; grant++) {
    if (grants.kinds[grant] !== standing || grants.ranks[grant] === no || !isWanted(grant)) continue;
    const holder = grants.principals[grant]!;
    const own = found.get(holder);
    if (own) own.push(grant);
    else found.set(holder, [grant]);
  }
  return found;
}

/**
 * Who is behind a holder and behind one of the others as well, by the latter. A holder that nobody tells of has what offers
 * give to its id, whatever it is; only who is behind it takes a directory.
 */
function sharersOf(
  { people, downward, upward }: AccessIndex,
  holder: number,
  others: ReadonlyMap<number, unknown>,
): Map<number, number[]> {
  const sharing = new Map<number, number[]>();
  if (others.size === 0) return sharing;
  if (people.ranks[holder] !== no && others.has(holder)) sharing.set(holder, [holder]);
  const { nodes, ranks } = downward(holder);
  nodes.forEach((person, at) => {
    if (people.kinds[person] === "group" || ranks[at] !== yes) return;
    const above = upward(person);
    above.nodes.forEach((beside, place) => {
      if (beside === holder || above.ranks[place] !== yes || !others.has(beside)) return;
      const persons = sharing.get(beside);
      if (persons) persons.push(person);
      else sharing.set(beside, [person]);
    });
  });
  return sharing;
}

/** Grants by where they are: on the whole subscription, on a scope in it, and any. */
type Places = Map<SubscriptionId, { whole: number | undefined; within: Map<number, number>; any: number }>;

function placesOf({ grants, scopeTable }: AccessIndex, those: readonly number[]): Places {
  const places: Places = new Map();
  for (const grant of those) {
    const scope = grants.scopes[grant]!;
    const { kind, subscription } = scopeTable.scopes[scope]!;
    let place = places.get(subscription);
    if (!place) places.set(subscription, (place = { whole: undefined, within: new Map(), any: grant }));
    if (kind === "subscription") place.whole ??= grant;
    else if (!place.within.has(scope)) place.within.set(scope, grant);
  }
  return places;
}

/** What is granted on a subscription holds in its resource groups, whichever of the two it is. */
function nearest({ grants, scopeTable }: AccessIndex, places: Places, grant: number): number | undefined {
  const scope = grants.scopes[grant]!;
  const { kind, subscription } = scopeTable.scopes[scope]!;
  const place = places.get(subscription);
  return kind === "subscription" ? place?.any : (place?.within.get(scope) ?? place?.whole);
}
