import type { Assessment } from "../engine/assessment";
import { isRefusedRole, refusalToAssign } from "../questions/refused-role";
import type { AuthorizationLine } from "../subject";
import type { AuthorizationChange } from "./authorization-change";
import { withoutLine } from "./without-line";

/** The offer without a line whose role cannot be delegated; of roles to hand out, without those that cannot. */
export function withoutRefused(line: AuthorizationLine, assessment: Assessment): AuthorizationChange {
  const { definition, authorization, access } = line;
  const delegated = access === "standing" ? authorization.delegatedRoles : [];
  const delegatedRoles = delegated.filter((id) => !refusalToAssign(id, assessment));
  if (isRefusedRole(authorization.role, assessment) || delegatedRoles.length === 0)
    return withoutLine(line, assessment);
  const isLine = (one: typeof authorization) =>
    one.principal === authorization.principal && one.role === authorization.role;
  return {
    definition,
    before: definition,
    after: {
      authorizations: definition.authorizations.map((one) => (isLine(one) ? { ...one, delegatedRoles } : one)),
      eligibleAuthorizations: definition.eligibleAuthorizations,
    },
    missing: [],
  };
}
