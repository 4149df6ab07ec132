import type {
  Authorization,
  EligibleAuthorization,
  Group,
  RegistrationAssignment,
  RegistrationDefinition,
  RoleAssignment,
  RoleDefinition,
  RolePermission,
  Subscription,
} from "../world";
import { tenants, people, groups, subscriptions, roles } from "./small-world-ids";

export const scopeOf = (id: string) => `/subscriptions/${id}`;

export const since = "2026-02-03T10:11:12Z";
export const keyed = <Row>(rows: readonly Row[], id: (row: Row) => string) =>
  new Map(rows.map((row) => [id(row).toLowerCase(), row]));

export const role = (id: string, roleName: string, ...permissions: Partial<RolePermission>[]): RoleDefinition => ({
  id: `/providers/Microsoft.Authorization/roleDefinitions/${id}`,
  name: id,
  type: "Microsoft.Authorization/roleDefinitions",
  properties: {
    roleName,
    description: `${roleName}.`,
    type: id === roles.custom ? "CustomRole" : "BuiltInRole",
    permissions: permissions.map((entry) => ({
      actions: [],
      notActions: [],
      dataActions: [],
      notDataActions: [],
      ...entry,
    })),
    assignableScopes: id === roles.custom ? [`/subscriptions/${subscriptions.own}`] : ["/"],
    createdOn: since,
    updatedOn: since,
    createdBy: null,
    updatedBy: null,
  },
});

export const subscription = (subscriptionId: string, displayName: string, tenantId: string): Subscription => ({
  subscriptionId,
  displayName,
  tenantId,
  state: "Enabled",
  subscriptionPolicies: {
    locationPlacementId: "Public_2014-09-01",
    quotaId: "PayAsYouGo_2014-09-01",
    spendingLimit: "Off",
  },
  authorizationSource: "RoleBased",
  managedByTenants: tenantId === tenants.msp || tenantId === tenants.northwind ? [] : [{ tenantId: tenants.msp }],
  tags: {},
});

export const group = (id: string, displayName: string, members: string[], more: Partial<Group> = {}): Group => ({
  id,
  displayName,
  description: null,
  securityEnabled: true,
  mailEnabled: false,
  groupTypes: [],
  isAssignableToRole: null,
  membershipRule: null,
  visibility: null,
  onPremisesSyncEnabled: null,
  members,
  owners: [],
  ...more,
});

export const user = (id: string, displayName: string, accountEnabled = true) => ({
  id,
  displayName,
  userPrincipalName: `${displayName.toLowerCase()}@msp.example`,
  mail: null,
  jobTitle: null,
  accountEnabled,
  userType: "Member" as const,
  externalUserState: null,
  onPremisesSyncEnabled: null,
});

export const servicePrincipal = (id: string, displayName: string, appId: string) => ({
  id,
  displayName,
  appId,
  servicePrincipalType: "Application" as const,
  accountEnabled: true,
  appOwnerOrganizationId: tenants.msp,
  keyCredentials: [],
  passwordCredentials: [],
  owners: [],
});

export const definition = (
  name: string,
  subscriptionId: string,
  manageeTenantId: string,
  authorizations: Authorization[],
  more: { managedByTenantId?: string; eligibleAuthorizations?: EligibleAuthorization[] } = {},
): RegistrationDefinition => ({
  id: `/subscriptions/${subscriptionId}/providers/Microsoft.ManagedServices/registrationDefinitions/${name}`,
  name,
  type: "Microsoft.ManagedServices/registrationDefinitions",
  systemData: { createdBy: "admin@customer.example", createdByType: "User", createdAt: since },
  properties: {
    registrationDefinitionName: "Care",
    description: "Day-to-day operations",
    managedByTenantId: tenants.msp,
    managedByTenantName: "MSP",
    manageeTenantId,
    manageeTenantName: "Customer",
    provisioningState: "Succeeded",
    authorizations,
    ...more,
  },
});

export const assignment = (name: string, scope: string, definitionName: string): RegistrationAssignment => ({
  id: `${scope}/providers/Microsoft.ManagedServices/registrationAssignments/${name}`,
  name,
  type: "Microsoft.ManagedServices/registrationAssignments",
  systemData: { createdBy: "admin@customer.example", createdByType: "User", createdAt: since },
  properties: {
    registrationDefinitionId: `${scope.split("/resourceGroups/")[0]}/providers/Microsoft.ManagedServices/registrationDefinitions/${definitionName}`,
    provisioningState: "Succeeded",
  },
});

export const roleAssignment = (
  name: string,
  scope: string,
  roleId: string,
  principalId: string,
  more: Partial<RoleAssignment["properties"]> = {},
): RoleAssignment => ({
  id: `${scope === "/" ? "" : scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
  name,
  type: "Microsoft.Authorization/roleAssignments",
  properties: {
    scope,
    roleDefinitionId: `${scope === "/" ? "" : scope}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`,
    principalId,
    principalType: "User",
    principalTenantId: tenants.msp,
    createdOn: since,
    updatedOn: since,
    createdBy: people.admin,
    updatedBy: people.admin,
    ...more,
  },
});

export const plan = (version: string, planName = "gold") => ({
  id: `/providers/Microsoft.ManagedServices/marketplaceRegistrationDefinitions/msp.care.${planName}.${version}`,
  name: `msp.care.${planName}.${version}`,
  type: "Microsoft.ManagedServices/marketplaceRegistrationDefinitions" as const,
  plan: { name: planName, publisher: "msp", product: "care", version },
  properties: {
    managedByTenantId: tenants.msp,
    authorizations: [{ principalId: groups.engineers, roleDefinitionId: roles.reader }],
    offerDisplayName: "Care",
    publisherDisplayName: "MSP",
    planDisplayName: "Gold",
  },
});

export const resourceGroup = (subscriptionId: string, name: string) => ({
  id: `${scopeOf(subscriptionId)}/resourceGroups/${name}`,
  name,
  subscriptionId,
  location: "westeurope",
  managedBy: null,
  tags: {},
});

export const tenant = (tenantId: string, displayName: string) => ({
  tenantId,
  displayName,
  defaultDomain: `${displayName.toLowerCase()}.example`,
  domains: [`${displayName.toLowerCase()}.example`],
  countryCode: "DE",
});
