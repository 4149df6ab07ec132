import type { AuthorizationChange } from "./authorization-change";

/** One offer that is deployed many times over, always with the same lines, changes in the same way each time. */
export type DistinctChange = Readonly<{ change: AuthorizationChange; further: number }>;

export function distinctChanges(changes: readonly AuthorizationChange[]): readonly DistinctChange[] {
  const distinct = new Map<string, { change: AuthorizationChange; further: number }>();
  for (const change of changes) {
    const { offer, authorizations, eligibleAuthorizations } = change.definition;
    const key = JSON.stringify([offer, authorizations, eligibleAuthorizations]);
    const known = distinct.get(key);
    if (known) known.further++;
    else distinct.set(key, { change, further: 0 });
  }
  return [...distinct.values()];
}
