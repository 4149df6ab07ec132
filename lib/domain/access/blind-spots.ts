import type { SubscriptionId } from "../ids";
import type { Delegation } from "../delegation";
import type { AccessIndex } from "./access-index";
import { cannotSee, no } from "./answer";
import type { HiddenMembers } from "./membership-graph";
import { rankFor } from "./worth";
import { listAt } from "./lists";

/** What could add to an answer and cannot be seen. Only where all of it is empty may "nothing more" be said. */
export type BlindSpots = Readonly<{
  /** Principals that lead here and may have members of which we know nothing. */
  groups: readonly HiddenMembers[];
  /** Delegations whose definition could not be read. */
  definitions: readonly Delegation[];
  /** Subscriptions that did not answer. */
  subscriptions: readonly SubscriptionId[];
  /** Whether the list of delegations is all there is. */
  isConclusive: boolean;
  /** Azure was not asked for role assignments. Those of customers' own people are hidden from us in any case. */
  roleAssignmentsUnread: boolean;
}>;

/** Whether an answer may end with "and nothing else", as far as Lighthouse goes. */
export const seesAll = ({ groups, definitions, subscriptions, isConclusive }: BlindSpots): boolean =>
  isConclusive && groups.length === 0 && definitions.length === 0 && subscriptions.length === 0;

const known = new WeakMap<AccessIndex, readonly number[]>();

/** Principals with members that we do not see, and to whom some grant leads: the same for every question. */
function hiddenWithGrants(index: AccessIndex): readonly number[] {
  let found = known.get(index);
  if (!found) {
    const { graph, upward, grants } = index;
    found = [...graph.hidden.keys()].filter((hidden) => {
      const { nodes, ranks } = upward(hidden);
      return nodes.some((node, at) =>
        listAt(grants.ofPrincipal, node).some((grant) => rankFor(index, hidden, ranks[at]!, grant) > no),
      );
    });
    known.set(index, found);
  }
  return found;
}

/** What could add to the reach of one principal, given those that it is known to be in. `person` is -1 for a stranger. */
export function blindSpotsOfPerson(index: AccessIndex, person: number): BlindSpots {
  // A disabled account is in its groups all the same.
  const enough = person < 0 ? cannotSee : Math.min(cannotSee, index.people.ranks[person]!);
  const isIn = new Set<number>();
  if (person >= 0) {
    const { nodes, ranks } = index.upward(person);
    nodes.forEach((node, at) => ranks[at]! >= enough && isIn.add(node));
  }
  return {
    groups: hiddenWithGrants(index)
      .filter((hidden) => !isIn.has(hidden))
      .map((hidden) => index.graph.hidden.get(hidden)!),
    definitions: index.unreadDefinitions,
    subscriptions: index.unreadSubscriptions,
    isConclusive: index.isConclusive,
    roleAssignmentsUnread: index.roleAssignments === undefined,
  };
}
