import { scopeKey, type AccessScope } from "@/lib/domain/access/scope-table";
import type { Delegation } from "@/lib/domain/delegation";
import type { Assessment } from "../engine/assessment";

const known = new WeakMap<Assessment, readonly (readonly Delegation[])[]>();

/** The delegations to us, those of one scope together. */
export function scopeGroups(assessment: Assessment): readonly (readonly Delegation[])[] {
  let groups = known.get(assessment);
  if (!groups) known.set(assessment, (groups = [...grouped(assessment.delegations)]));
  return groups;
}

function grouped(delegations: readonly Delegation[]): Iterable<readonly Delegation[]> {
  const groups = new Map<string, Delegation[]>();
  for (const delegation of delegations) {
    const key = scopeKey(delegation.scope);
    const group = groups.get(key);
    if (group) group.push(delegation);
    else groups.set(key, [delegation]);
  }
  return groups.values();
}

export const delegationsAt = (scope: AccessScope, assessment: Assessment): readonly Delegation[] =>
  scopeGroups(assessment).find(([first]) => first && scopeKey(first.scope) === scopeKey(scope)) ?? [];
