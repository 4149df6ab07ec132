import { scopeKey } from "@/lib/domain/access/scope-table";
import type { Delegation } from "@/lib/domain/delegation";
import type { PrincipalId } from "@/lib/domain/ids";
import type { Assessment } from "../engine/assessment";
import { subjectsOf, type Finding } from "../finding";
import { holdersFor } from "../questions/definitions-by";
import { delegationsAt } from "../questions/delegations-by";
import type { Subject } from "../subject";

/**
 * Tells of each finding whether it takes effect through the delegation: whether that is one of `delegationsAffected`, which
 * for a person or a role are thousands.
 */
export function takesEffectThrough(
  delegation: Delegation,
  assessment: Assessment,
): (finding: Pick<Finding, "subject" | "alike">) => boolean {
  const { definition, scope, customer } = delegation;
  const isOurs = delegationsAt(scope, assessment).includes(delegation);
  const lines = definition ? [...definition.authorizations, ...definition.eligibleAuthorizations] : [];
  const named = new Set(lines.map(({ principal }) => principal));
  const roles = new Set(lines.map(({ role }) => role));
  const place = scopeKey(scope);
  const known = new Map<PrincipalId, boolean>();
  const isHolder = (principal: PrincipalId): boolean => {
    let answer = known.get(principal);
    if (answer === undefined)
      known.set(principal, (answer = holdersFor(principal, assessment).some((id) => named.has(id))));
    return answer;
  };

  const isThrough = (subject: Subject): boolean => {
    switch (subject.kind) {
      case "authorization":
      case "definition":
        return isOurs && subject.definition === definition;
      case "delegation":
        return subject.delegation === delegation;
      case "principal":
        return isOurs && isHolder(subject.principal);
      case "role":
        return isOurs && roles.has(subject.role);
      case "subscription":
        return isOurs && subject.subscription === scope.subscription;
      case "customer":
        return isOurs && subject.customer === customer;
      case "grant":
        return (
          isOurs &&
          scopeKey(subject.scope) === place &&
          lines.some(({ role, principal }) => role === subject.role && principal === subject.principal)
        );
      case "rootRole":
        return false;
    }
  };
  return (finding) => subjectsOf(finding).some(isThrough);
}
