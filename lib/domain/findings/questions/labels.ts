import type { Assessment } from "../engine/assessment";
import type { PrincipalId } from "@/lib/domain/ids";

/** What offers call a principal, each name once. It is all that is left of somebody who was deleted, and proves nothing. */
export const labelsOf = (principal: PrincipalId, { definitionsNaming }: Assessment): string[] => [
  ...new Set(
    definitionsNaming(principal)
      .flatMap(({ authorizations, eligibleAuthorizations }) => [...authorizations, ...eligibleAuthorizations])
      .flatMap((line) => (line.principal === principal && line.label ? line.label : [])),
  ),
];
