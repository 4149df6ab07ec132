import { moment } from "@/lib/domain/history";
import { armId, principalId, roleId, subscriptionId, tenantId, type TenantId } from "@/lib/domain/ids";
import type { RoleAssignment } from "@/lib/domain/role-assignment";
import { id, record, text, type Parse } from "./wire";

/**
 * Role assignments in subscriptions that other tenants own. An assignment above all subscriptions has none to be shown
 * with. Ordered by id, since pages of an unordered answer can overlap.
 */
export const roleAssignmentsQuery = (managingTenant: TenantId): string => `AuthorizationResources
| where type =~ 'microsoft.authorization/roleassignments'
| where tenantId !~ '${managingTenant}' and isnotempty(subscriptionId)
| project id, subscriptionId, tenantId, principalId = tostring(properties.principalId), principalType = tostring(properties.principalType), roleDefinitionId = tostring(properties.roleDefinitionId), scope = tostring(properties.scope), createdOn = tostring(properties.createdOn)
| order by id asc`;

const Row = record({
  id: id(armId),
  subscriptionId: id(subscriptionId),
  tenantId: id(tenantId),
  principalId: id(principalId),
  principalType: text,
  roleDefinitionId: id(roleId),
  scope: id(armId),
  createdOn: text,
});

const types = {
  user: "user",
  group: "group",
  foreigngroup: "group",
  serviceprincipal: "servicePrincipal",
} as const;

const typeOf = (said: string | undefined): RoleAssignment["principalType"] =>
  Object.entries(types).find(([name]) => name === said?.toLowerCase())?.[1] ?? "unknown";

/** A row of the query above. */
export const roleAssignmentRow: Parse<RoleAssignment> = (raw) => {
  const row = Row(raw);
  return {
    id: row.id,
    principal: row.principalId,
    principalType: typeOf(row.principalType),
    role: row.roleDefinitionId,
    scope: row.scope,
    subscription: row.subscriptionId,
    customer: row.tenantId,
    createdAt: moment(row.createdOn),
  };
};
