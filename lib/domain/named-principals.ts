import type { PrincipalId } from "./ids";
import type { Inventory } from "./inventory";

/** Whoever offers to us name, as holders or as approvers: those that the managing tenant's directory can know. */
export function namedPrincipals({ definitions, managingTenant }: Inventory): ReadonlySet<PrincipalId> {
  const ids = new Set<PrincipalId>();
  for (const definition of definitions.values()) {
    if (definition.managingTenant !== managingTenant) continue;
    for (const { principal } of definition.authorizations) ids.add(principal);
    for (const { principal, policy } of definition.eligibleAuthorizations) {
      ids.add(principal);
      for (const approver of policy.approvers) ids.add(approver.principal);
    }
  }
  return ids;
}
