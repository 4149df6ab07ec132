import type { Definition } from "@/lib/domain/definition";
import type { PrincipalId } from "@/lib/domain/ids";
import type { AuthorizationChange } from "./authorization-change";

/** The offer without any line of a principal. */
export function withoutHolder(definition: Definition, principal: PrincipalId): AuthorizationChange {
  const isOther = (one: { principal: PrincipalId }) => one.principal !== principal;
  const authorizations = definition.authorizations.filter(isOther);
  const eligibleAuthorizations = definition.eligibleAuthorizations.filter(isOther);
  const isEmpty = authorizations.length + eligibleAuthorizations.length === 0;
  return {
    definition,
    before: definition,
    after: { authorizations, eligibleAuthorizations },
    missing: isEmpty ? ["holder"] : [],
  };
}
