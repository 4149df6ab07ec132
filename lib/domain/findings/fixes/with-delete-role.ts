import type { Definition } from "@/lib/domain/definition";
import type { Assessment } from "../engine/assessment";
import { goneAs } from "../questions/gone-as";
import { deleteRole } from "../rules/known-roles";
import type { AuthorizationChange } from "./authorization-change";
import { usualHolder } from "./usual-holder";

/** The Delete Role for the group that ends our other delegations, instead of whoever is gone. undefined where there is none. */
export function withDeleteRole(definition: Definition, assessment: Assessment): AuthorizationChange | undefined {
  const holder = usualHolder(deleteRole, assessment);
  if (!holder) return undefined;
  const isLeft = ({ principal, role }: { principal: typeof holder.principal; role: string }) =>
    role !== deleteRole || !goneAs(principal, assessment);
  const { authorizations, eligibleAuthorizations } = definition;
  return {
    definition,
    before: definition,
    after: {
      authorizations: [...authorizations.filter(isLeft), { ...holder, role: deleteRole, delegatedRoles: [] }],
      eligibleAuthorizations: eligibleAuthorizations.filter(isLeft),
    },
    missing: [],
  };
}
