import { scopeKey, type AccessScope } from "@/lib/domain/access/scope-table";
import type { Delegation } from "@/lib/domain/delegation";
import type { SubscriptionId, TenantId } from "@/lib/domain/ids";
import type { Assessment } from "../engine/assessment";

type Groups = ReadonlyMap<string, readonly Delegation[]>;

/** The delegations to us by a key of theirs, gathered when they are first asked for. */
function gathering(keyOf: (delegation: Delegation) => string): (assessment: Assessment) => Groups {
  const known = new WeakMap<Assessment, Groups>();
  return (assessment) => {
    let groups = known.get(assessment);
    if (!groups) known.set(assessment, (groups = gathered(assessment.delegations, keyOf)));
    return groups;
  };
}

function gathered(delegations: readonly Delegation[], keyOf: (delegation: Delegation) => string): Groups {
  const groups = new Map<string, Delegation[]>();
  for (const delegation of delegations) {
    const key = keyOf(delegation);
    const group = groups.get(key);
    if (group) group.push(delegation);
    else groups.set(key, [delegation]);
  }
  return groups;
}

const none: readonly never[] = [];
const byScope = gathering(({ scope }) => scopeKey(scope));
const bySubscription = gathering(({ scope }) => scope.subscription);
const byCustomer = gathering(({ customer }) => customer);

/** Those of one scope together. */
export const scopeGroups = (assessment: Assessment): Iterable<readonly Delegation[]> => byScope(assessment).values();

export const delegationsAt = (scope: AccessScope, assessment: Assessment): readonly Delegation[] =>
  byScope(assessment).get(scopeKey(scope)) ?? none;

/** Of the subscription as a whole and of its resource groups. */
export const delegationsIn = (subscription: SubscriptionId, assessment: Assessment): readonly Delegation[] =>
  bySubscription(assessment).get(subscription) ?? none;

export const delegationsOfCustomer = (customer: TenantId, assessment: Assessment): readonly Delegation[] =>
  byCustomer(assessment).get(customer) ?? none;
