import type { Resource, ResourceGroup, RoleAssignment, Subscription, Tenant } from "../world";
import type { Ground } from "./ground";

/** Databricks and other partners manage subscriptions as well: `managedByTenants` is not Lighthouse alone. */
export const partnerTenant = "2ff814a6-3304-4ab8-85cb-cd0e6f879c1d";

export function tenant(ground: Ground, name: string, domain: string, countryCode: string): Tenant {
  const tenantId = ground.guid("tenant", name);
  const row: Tenant = { tenantId, displayName: name, defaultDomain: domain, domains: [domain], countryCode };
  ground.world.tenants.set(tenantId, row);
  return row;
}

export function subscription(
  ground: Ground,
  name: string,
  tenantId: string,
  more: Partial<Subscription> = {},
): Subscription {
  const row: Subscription = {
    subscriptionId: ground.guid("subscription", name),
    displayName: name,
    tenantId,
    state: "Enabled",
    subscriptionPolicies: {
      locationPlacementId: "Public_2014-09-01",
      quotaId: "EnterpriseAgreement_2014-09-01",
      spendingLimit: "Off",
    },
    authorizationSource: "RoleBased",
    managedByTenants: tenantId === ground.world.id ? [] : [{ tenantId: ground.world.id }],
    tags: {},
    ...more,
  };
  ground.world.subscriptions.set(row.subscriptionId.toLowerCase(), row);
  return row;
}

export const subscriptionPath = ({ subscriptionId }: { subscriptionId: string }) => `/subscriptions/${subscriptionId}`;

export function resourceGroup(
  ground: Ground,
  parent: Subscription,
  name: string,
  location: string,
  managedBy: string | null = null,
): ResourceGroup {
  const id = `${subscriptionPath(parent)}/resourceGroups/${name}`;
  const row: ResourceGroup = { id, name, subscriptionId: parent.subscriptionId, location, managedBy, tags: {} };
  ground.world.resourceGroups.set(id.toLowerCase(), row);
  return row;
}

export function resource(
  ground: Ground,
  { id: parent, name: resourceGroupName, subscriptionId, location }: ResourceGroup,
  type: string,
  name: string,
  more: Partial<Resource> = {},
): Resource {
  const id = `${parent}/providers/${type}/${name}`;
  const row: Resource = {
    id,
    name,
    type,
    location,
    resourceGroup: resourceGroupName,
    subscriptionId,
    properties: { provisioningState: "Succeeded" },
    ...more,
  };
  ground.world.resources.set(id.toLowerCase(), row);
  return row;
}

type Assigned = Pick<RoleAssignment["properties"], "principalId" | "principalType" | "principalTenantId"> & {
  roleId: string;
  by: string;
  identity?: string;
  daysAgo?: number;
};

/** A role assignment of Azure RBAC itself, at a scope's path (`/` for the managing tenant's root). */
export function roleAssignment(ground: Ground, scope: string, assigned: Assigned): RoleAssignment {
  const { roleId, principalId, principalType, principalTenantId, by, identity, daysAgo = 200 } = assigned;
  const base = scope === "/" ? "" : scope;
  const name = ground.guid("role assignment", scope, principalId, roleId);
  const at = ground.daysAgo(daysAgo);
  const row: RoleAssignment = {
    id: `${base}/providers/Microsoft.Authorization/roleAssignments/${name}`,
    name,
    type: "Microsoft.Authorization/roleAssignments",
    properties: {
      scope,
      roleDefinitionId: `${base.match(/^\/subscriptions\/[^/]+/)?.[0] ?? ""}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`,
      principalId,
      principalType,
      principalTenantId,
      condition: null,
      conditionVersion: null,
      createdOn: at,
      updatedOn: at,
      createdBy: by,
      updatedBy: by,
      delegatedManagedIdentityResourceId: identity ?? null,
    },
  };
  ground.world.roleAssignments.set(row.id.toLowerCase(), row);
  return row;
}
