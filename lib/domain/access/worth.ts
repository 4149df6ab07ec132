import { isOurOwn, type AccessIndex } from "./access-index";
import { cannotSee, no, yes, type Reason } from "./answer";
import { eligible } from "./grant-table";
import { listAt } from "./lists";

/** What a grant is worth to somebody. `way` is how good the way to its holder is, `worth` how good its sources are. */
export function rankFor(
  { grants, people }: AccessIndex,
  person: number,
  way: number,
  grant: number,
  worth = grants.ranks[grant]!,
): number {
  if (grants.kinds[grant] === eligible && people.kinds[person] === "servicePrincipal") return no;
  return Math.min(way, worth);
}

type Case = Readonly<{
  person: number;
  /** Whoever makes the way less than yes, or -1. */
  cause: number;
  grant: number;
  rank: number;
  /** The one delegation that counts, if not all do. */
  through?: number;
}>;

const none: readonly never[] = [];

/** Why a grant is worth no more than `rank` to somebody. */
export function reasonsFor(index: AccessIndex, { person, cause, grant, rank, through = -1 }: Case): readonly Reason[] {
  if (rank === yes) return none;
  const { grants, people, delegationRanks } = index;
  const reasons: Reason[] = [];
  const onTheWay = cause >= 0 && people.ranks[cause] === rank ? people.reasons.get(cause) : undefined;
  if (onTheWay) reasons.push(onTheWay);
  if (rank === no && grants.kinds[grant] === eligible && people.kinds[person] === "servicePrincipal")
    reasons.push({ why: "cannotActivate", principal: people.ids.at(person) });
  if (through >= 0) {
    if (delegationRanks[through] === rank) reasons.push(reasonOfDelegation(index, through));
  } else if (grants.ranks[grant] === rank) {
    const delegations = new Set(Array.from(listAt(grants.sourcesOf, grant), (at) => grants.sourceDelegations[at]!));
    for (const one of delegations)
      if (one >= 0 && delegationRanks[one] === rank) reasons.push(reasonOfDelegation(index, one));
  }
  return reasons;
}

function reasonOfDelegation({ delegations, delegationRanks, inventory }: AccessIndex, number: number): Reason {
  const delegation = delegations[number]!;
  const { id, state, scope } = delegation;
  if (isOurOwn(delegation, inventory)) return { why: "subscriptionOurs", subscription: scope.subscription };
  return delegationRanks[number] === cannotSee
    ? { why: "unknownState", delegation: id }
    : { why: "delegationState", delegation: id, state };
}
