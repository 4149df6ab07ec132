import type { Authorization, EligibleAuthorization } from "@/lib/domain/definition";
import type { Authorizations } from "./authorization-change";

/** Authorizations as a template's registration definition holds them (2022-10-01). No eligible ones: the property is left out. */
export const templateFragment = ({ authorizations, eligibleAuthorizations }: Authorizations) => ({
  authorizations: authorizations.map(standing),
  ...(eligibleAuthorizations.length > 0 && { eligibleAuthorizations: eligibleAuthorizations.map(eligible) }),
});

const named = ({ principal, label }: Pick<Authorization, "principal" | "label">) => ({
  principalId: principal,
  ...(label !== undefined && { principalIdDisplayName: label }),
});

const standing = (line: Authorization) => ({
  ...named(line),
  roleDefinitionId: line.role,
  ...(line.delegatedRoles.length > 0 && { delegatedRoleDefinitionIds: line.delegatedRoles }),
});

const eligible = (line: EligibleAuthorization) => ({
  ...named(line),
  roleDefinitionId: line.role,
  justInTimeAccessPolicy: {
    multiFactorAuthProvider: line.policy.mfa ? "Azure" : "None",
    maximumActivationDuration: line.policy.longest,
    ...(line.policy.approvers.length > 0 && { managedByTenantApprovers: line.policy.approvers.map(named) }),
  },
});
