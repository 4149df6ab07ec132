import type { AssignmentRow } from "@/lib/domain/access/assignment-rows";
import { policyWords } from "@/lib/domain/authorization-rows";

/**
 * A grant as a JSON export holds it; null is what could not be seen or does not exist.
 * `access` is "standing", "eligible" or "assigned"; `gives` is "yes", "no" or "cannotSee" and `why` tells why it is not yes.
 * `delegationIds` are registration assignments that it comes through, none for what Azure assigned; `mayAssign` are roles that
 * a holder of User Access Administrator may assign to managed identities.
 */
export const assignmentRecord = (row: AssignmentRow) => ({
  principalId: row.principal.id,
  principalName: row.principalName ?? null,
  principalState: row.principal.state,
  principalKind: row.sort ?? null,
  roleId: row.role.id,
  roleName: row.role.name ?? null,
  privilege: row.level ?? null,
  access: row.access,
  scope: row.path,
  scopeKind: row.scopeKind,
  subscriptionId: row.subscription,
  subscriptionName: row.subscriptionName ?? null,
  resourceGroup: row.resourceGroup ?? null,
  customerTenantId: row.customer,
  customerName: row.customerName ?? null,
  offers: [...row.offers],
  offerVersions: [...row.versions],
  delegationIds: [...row.delegations],
  policies: row.policies.map((policy) => ({
    longest: policy.longest,
    mfa: policy.mfa,
    approverIds: policy.approvers.map(({ principal }) => principal),
  })),
  mayAssign: row.delegatedRoles.map(({ id, name }) => ({ roleId: id, roleName: name ?? null })),
  gives: row.gives,
  why: row.reasons.map(({ why }) => why),
});

export const policyText = ({ policies }: Pick<AssignmentRow, "policies">): string =>
  policies.map(policyWords).join("; or ");
