import type { Definition } from "@/lib/domain/definition";
import type { PrincipalId } from "@/lib/domain/ids";
import { missingIn, type AuthorizationChange } from "./authorization-change";

/** The offer without any line of a principal. */
export function withoutHolder(definition: Definition, principal: PrincipalId): AuthorizationChange {
  const isOther = (one: { principal: PrincipalId }) => one.principal !== principal;
  const after = {
    authorizations: definition.authorizations.filter(isOther),
    eligibleAuthorizations: definition.eligibleAuthorizations.filter(isOther),
  };
  return { definition, before: definition, after, missing: missingIn(after) };
}
