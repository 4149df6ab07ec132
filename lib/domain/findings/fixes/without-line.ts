import type { Assessment } from "../engine/assessment";
import type { AuthorizationLine } from "../subject";
import { missingIn, type AuthorizationChange } from "./authorization-change";
import { withReaderBesideEligible } from "./with-reader";

/** The offer without a line. What is eligible for the same holder keeps Reader beside it. */
export function withoutLine(line: AuthorizationLine, assessment: Assessment): AuthorizationChange {
  const { definition, authorization, access } = line;
  const isOther = (one: { principal: string; role: string }) =>
    one.principal !== authorization.principal || one.role !== authorization.role;
  const { authorizations, eligibleAuthorizations } = definition;
  const after = withReaderBesideEligible(
    access === "standing"
      ? { authorizations: authorizations.filter(isOther), eligibleAuthorizations }
      : { authorizations, eligibleAuthorizations: eligibleAuthorizations.filter(isOther) },
    authorization,
    assessment,
  );
  return { definition, before: definition, after, missing: missingIn(after) };
}
