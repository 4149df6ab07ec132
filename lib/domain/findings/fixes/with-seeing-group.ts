import type { Definition } from "@/lib/domain/definition";
import type { Assessment } from "../engine/assessment";
import { linesOf } from "../subject";
import { readerRole } from "../rules/known-roles";
import type { AuthorizationChange } from "./authorization-change";
import { isLivingGroup, usualHolder } from "./usual-holder";
import { readerFor } from "./with-reader";

/** Reader for the groups that the offer names already, or else for the one that sees our other customers. */
export function withSeeingGroup(definition: Definition, assessment: Assessment): AuthorizationChange | undefined {
  const named = new Map(linesOf(definition).map(({ authorization }) => [authorization.principal, authorization]));
  const groups = [...named.values()].filter(({ principal }) => isLivingGroup(principal, assessment));
  const usual = usualHolder(readerRole, assessment);
  const holders = groups.length > 0 ? groups : usual ? [usual] : [];
  if (holders.length === 0) return undefined;
  return {
    definition,
    before: definition,
    after: {
      authorizations: [...definition.authorizations, ...holders.map(readerFor)],
      eligibleAuthorizations: definition.eligibleAuthorizations,
    },
    missing: [],
  };
}
