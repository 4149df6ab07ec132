import type { PrincipalId } from "../ids";
import type { AccessIndex } from "./access-index";
import type { Answer, Reason } from "./answer";
import { grantRows, type GrantRow } from "./grant-rows";
import { listAt } from "./lists";
import { namesOf } from "./principal-state";
import type { Reach } from "./reach";

/** What ends a grant for somebody who leaves. */
export type Removal = Readonly<
  /** To be taken out of each of these groups; where a group follows a rule, the rule has to change. */
  | { kind: "leave"; groups: readonly Readonly<{ id: PrincipalId; name: string | undefined; isDynamic: boolean }>[] }
  /** The offer names the person: it has to change, or the customer removes the delegation. */
  | { kind: "offer"; isMarketplace: boolean }
  /** Azure assigned it in the customer's subscription, where it is removed. */
  | { kind: "assignment" }
>;

/** One grant that has to end when somebody leaves, whether or not it gives anything now. */
export type LeaverRow = Readonly<{
  grant: GrantRow;
  /** What it gives to the one who leaves: nothing today may be everything once an account is enabled again. */
  gives: Answer;
  reasons: readonly Reason[];
  isDirect: boolean;
  removal: Removal;
}>;

/** Customer by customer, what has to end when this principal leaves. */
export function leaverRows(index: AccessIndex, reach: Reach): LeaverRow[] {
  const answers = new Map<number, { gives: Answer; reasons: readonly Reason[] }>();
  for (const held of reach.held)
    for (const grant of held.grants) {
      const kind = kindOf(index, grant);
      answers.set(grant, { gives: held[kind] === "yes" ? "yes" : "cannotSee", reasons: held.doubts });
    }
  for (const { grant, reasons } of reach.inVain) answers.set(grant, { gives: "no", reasons });
  const removals = createRemovals(index, reach.principal);
  const numbers = [...answers.keys()].sort((one, other) => one - other);
  return grantRows(index, numbers).map((grant) => ({
    grant,
    ...answers.get(grant.grant)!,
    isDirect: grant.principal.id === reach.principal,
    removal: removals(grant),
  }));
}

const kinds = ["standing", "eligible", "assigned"] as const;
const kindOf = ({ grants }: AccessIndex, grant: number) => kinds[grants.kinds[grant]!]!;

function createRemovals(index: AccessIndex, principal: PrincipalId): (grant: GrantRow) => Removal {
  const known = new Map<PrincipalId, Removal>();
  return (grant) => {
    if (grant.principal.id === principal)
      return grant.access === "assigned"
        ? { kind: "assignment" }
        : { kind: "offer", isMarketplace: grant.offerSources.includes("marketplace") };
    let removal = known.get(grant.principal.id);
    if (!removal) {
      const groups = firstSteps(index, principal, grant.principal.id).map((id) => ({
        id,
        name: namesOf(index, id).name ?? namesOf(index, id).label,
        isDynamic: index.directory.groups.get(id)?.dynamic === true,
      }));
      known.set(grant.principal.id, (removal = { kind: "leave", groups }));
    }
    return removal;
  };
}

/** The groups that the principal is directly in and that lead to the holder; those that carry nothing only alone. */
function firstSteps({ people, graph, upward }: AccessIndex, principal: PrincipalId, holder: PrincipalId) {
  const wanted = people.ids.find(holder);
  const steps = [...listAt(graph.groupsOf, people.ids.find(principal))].flatMap((group) => {
    const { nodes, ranks } = upward(group);
    const at = nodes.indexOf(wanted);
    return at < 0 ? [] : [{ id: people.ids.at(group), carries: ranks[at]! > 0 }];
  });
  const carrying = steps.filter(({ carries }) => carries);
  return (carrying.length > 0 ? carrying : steps).map(({ id }) => id);
}
