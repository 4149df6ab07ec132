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
  World,
} from "../world";

/** A GUID whose last digits say what it is in a failing test's output. */
const guid = (kind: string, n: number) => `${kind.padStart(8, "0")}-0000-4000-8000-${String(n).padStart(12, "0")}`;

export const tenants = {
  msp: guid("a", 1),
  contoso: guid("c", 1),
  fabrikam: guid("c", 2),
  adatum: guid("c", 3),
  northwind: guid("c", 4),
  otherMsp: guid("a", 9),
};

export const people = {
  /** Owner of the MSP's own subscription, Monitoring Reader at the root, reader everywhere, may end delegations. */
  admin: guid("e", 1),
  /** Reader of Contoso and of Adatum's group, through a group inside a cycle of groups. */
  engineer: guid("e", 2),
  /** Eligible at Contoso, and nothing that is held permanently. */
  onCall: guid("e", 3),
  /** In a Microsoft 365 group that an offer names, which gives nothing. */
  nobody: guid("e", 4),
  /** Admin Agent of the partner: Owner in Fabrikam's subscription by a role assignment there. */
  agent: guid("e", 5),
  /** Contributor and User Access Administrator at Contoso. */
  operator: guid("e", 6),
  /** Reader of Adatum's delegated resource group only. */
  groupReader: guid("e", 7),
};
export const groups = {
  engineers: guid("f", 1),
  tierTwo: guid("f", 2),
  office: guid("f", 3),
  deleted: guid("f", 4),
  agents: guid("f", 5),
};
export const servicePrincipals = { bot: guid("d", 1), botApp: guid("d", 101), contosoIdentity: guid("d", 2) };

export const subscriptions = {
  own: guid("5", 1),
  ownUnregistered: guid("5", 2),
  contoso: guid("5", 11),
  contosoSecond: guid("5", 12),
  fabrikam: guid("5", 21),
  adatum: guid("5", 31),
  /** Exists, and was never delegated. */
  northwind: guid("5", 41),
};

export const roles = {
  reader: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
  contributor: "b24988ac-6180-42a0-ab88-20f7382dd24c",
  owner: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
  userAccessAdministrator: "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
  monitoringReader: "43d0d8ad-25c7-4714-9337-8ba259a9fe05",
  assignmentDelete: "91c1777a-f3dc-4fae-b103-61d183457e46",
  logAnalyticsContributor: "92aaf0da-9dab-42b6-94a3-d43ce8d16293",
  accessControlAdministrator: "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
  inferenceOperator: "360cab3d-4340-4c96-816d-682fbd52b3e2",
  /** Invented: its second entry grants what its first one leaves out. */
  twoEntries: guid("b", 1),
  custom: guid("b", 2),
};

export const definitions = {
  contoso: guid("2", 1),
  fabrikam: guid("2", 2),
  adatum: guid("2", 3),
  otherMsp: guid("2", 4),
};
export const assignments = {
  contoso: guid("8", 1),
  contosoSecond: guid("8", 2),
  fabrikam: guid("8", 3),
  adatum: guid("8", 4),
  otherMsp: guid("8", 5),
};
export const roleAssignments = {
  ownOwner: guid("9", 1),
  rootReader: guid("9", 2),
  customersOwn: guid("9", 3),
  agents: guid("9", 4),
  identity: guid("9", 5),
};

export const contosoIdentityId = `/subscriptions/${subscriptions.contoso}/resourceGroups/rg-policy/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-policy`;

const since = "2026-02-03T10:11:12Z";
const keyed = <Row>(rows: readonly Row[], id: (row: Row) => string) =>
  new Map(rows.map((row) => [id(row).toLowerCase(), row]));

const role = (id: string, roleName: string, ...permissions: Partial<RolePermission>[]): RoleDefinition => ({
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

const subscription = (subscriptionId: string, displayName: string, tenantId: string): Subscription => ({
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

const group = (id: string, displayName: string, members: string[], more: Partial<Group> = {}): Group => ({
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

const user = (id: string, displayName: string, accountEnabled = true) => ({
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

const servicePrincipal = (id: string, displayName: string, appId: string) => ({
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

const definition = (
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

const assignment = (name: string, scope: string, definitionName: string): RegistrationAssignment => ({
  id: `${scope}/providers/Microsoft.ManagedServices/registrationAssignments/${name}`,
  name,
  type: "Microsoft.ManagedServices/registrationAssignments",
  systemData: { createdBy: "admin@customer.example", createdByType: "User", createdAt: since },
  properties: {
    registrationDefinitionId: `${scope.split("/resourceGroups/")[0]}/providers/Microsoft.ManagedServices/registrationDefinitions/${definitionName}`,
    provisioningState: "Succeeded",
  },
});

const roleAssignment = (
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

const plan = (version: string, planName = "gold") => ({
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

const roleDefinitions = [
  role(roles.reader, "Reader", { actions: ["*/read"] }),
  role(roles.contributor, "Contributor", {
    actions: ["*"],
    notActions: ["Microsoft.Authorization/*/Delete", "Microsoft.Authorization/*/Write"],
  }),
  role(roles.owner, "Owner", { actions: ["*"] }),
  role(roles.userAccessAdministrator, "User Access Administrator", {
    actions: ["*/read", "Microsoft.Authorization/*", "Microsoft.Support/*"],
  }),
  role(roles.monitoringReader, "Monitoring Reader", { actions: ["*/read", "Microsoft.Support/*"] }),
  role(roles.assignmentDelete, "Managed Services Registration assignment Delete Role", {
    actions: [
      "Microsoft.ManagedServices/registrationAssignments/read",
      "Microsoft.ManagedServices/registrationAssignments/delete",
      "Microsoft.ManagedServices/operationStatuses/read",
    ],
  }),
  role(roles.logAnalyticsContributor, "Log Analytics Contributor", {
    actions: ["*/read"],
    dataActions: ["Microsoft.OperationalInsights/workspaces/jobs/export/action"],
  }),
  role(roles.accessControlAdministrator, "Role Based Access Control Administrator", {
    actions: ["Microsoft.Authorization/roleAssignments/write", "*/read"],
  }),
  role(roles.inferenceOperator, "Inference Account Operator", {
    actions: ["Microsoft.InferenceService/inferenceAccounts/read"],
    notDataActions: ["Microsoft.InferenceService/inferenceAccounts/invoke/*"],
  }),
  role(
    roles.twoEntries,
    "Two Entries",
    { actions: ["Microsoft.Compute/*"], notActions: ["Microsoft.Compute/disks/*"] },
    { actions: ["Microsoft.Compute/disks/read"] },
  ),
  role(roles.custom, "Custom", { actions: ["Microsoft.Compute/*/read"] }),
];

const scopeOf = (id: string) => `/subscriptions/${id}`;
const adatumGroup = `${scopeOf(subscriptions.adatum)}/resourceGroups/rg-Web`;
const resourceGroup = (subscriptionId: string, name: string) => ({
  id: `${scopeOf(subscriptionId)}/resourceGroups/${name}`,
  name,
  subscriptionId,
  location: "westeurope",
  managedBy: null,
  tags: {},
});

const tenant = (tenantId: string, displayName: string) => ({
  tenantId,
  displayName,
  defaultDomain: `${displayName.toLowerCase()}.example`,
  domains: [`${displayName.toLowerCase()}.example`],
  countryCode: "DE",
});

/** A handful of everything, written by hand: what the tests of the emulator's services look things up in. */
export function smallWorld(changes: Partial<World["settings"]> = {}): World {
  return {
    id: tenants.msp,
    name: "small",
    seed: 1,
    clientId: guid("1", 1),
    redirectUris: [],
    settings: {
      accessTokenSeconds: 3600,
      exposedHeaders: [],
      latencyMs: 0,
      resourceGraphQuota: { queries: 15, windowSeconds: 5 },
      armBuckets: { reads: 250, readsPerSecond: 25, writes: 200, writesPerSecond: 10 },
      graphUnitsPerTenSeconds: 8000,
      armPageSize: 100,
      graphPageSize: 100,
      subscriptionLimit: 10_000,
      listsNestedAssignments: false,
      expandsAssignments: true,
      ...changes,
    },
    faults: [],
    personas: [],
    consented: [],
    tenants: keyed(
      [
        tenant(tenants.msp, "MSP"),
        tenant(tenants.contoso, "Contoso"),
        tenant(tenants.fabrikam, "Fabrikam"),
        tenant(tenants.adatum, "Adatum"),
        tenant(tenants.northwind, "Northwind"),
      ],
      (row) => row.tenantId,
    ),
    users: keyed(
      [
        user(people.admin, "Ada"),
        user(people.engineer, "Emil"),
        user(people.onCall, "Olga"),
        user(people.nobody, "Noor"),
        user(people.agent, "Agnes"),
        user(people.operator, "Otto"),
        user(people.groupReader, "Greta"),
      ],
      (row) => row.id,
    ),
    groups: keyed(
      [
        group(groups.engineers, "Engineers", [groups.tierTwo]),
        group(groups.tierTwo, "Tier 2", [people.engineer, groups.engineers]),
        group(groups.office, "Everyone", [people.nobody], { mailEnabled: true, groupTypes: ["Unified"] }),
        group(groups.agents, "AdminAgents", [people.agent]),
      ],
      (row) => row.id,
    ),
    servicePrincipals: keyed(
      [servicePrincipal(servicePrincipals.bot, "Policy bot", servicePrincipals.botApp)],
      (row) => row.id,
    ),
    subscriptions: keyed(
      [
        subscription(subscriptions.own, "MSP platform", tenants.msp),
        subscription(subscriptions.ownUnregistered, "MSP lab", tenants.msp),
        subscription(subscriptions.contoso, "Contoso production", tenants.contoso),
        subscription(subscriptions.contosoSecond, "Contoso test", tenants.contoso),
        subscription(subscriptions.fabrikam, "Fabrikam", tenants.fabrikam),
        subscription(subscriptions.adatum, "Adatum", tenants.adatum),
        subscription(subscriptions.northwind, "Northwind", tenants.northwind),
      ],
      (row) => row.subscriptionId,
    ),
    resourceGroups: keyed(
      [
        resourceGroup(subscriptions.own, "rg-shared"),
        resourceGroup(subscriptions.contoso, "rg-policy"),
        resourceGroup(subscriptions.adatum, "rg-Web"),
        resourceGroup(subscriptions.adatum, "rg-private"),
      ],
      (row) => row.id,
    ),
    registrationDefinitions: keyed(
      [
        definition(
          definitions.contoso,
          subscriptions.contoso,
          tenants.contoso,
          [
            { principalId: groups.engineers, principalIdDisplayName: "Engineers", roleDefinitionId: roles.reader },
            { principalId: people.admin, roleDefinitionId: roles.reader },
            { principalId: people.admin, roleDefinitionId: roles.assignmentDelete },
            { principalId: people.operator, roleDefinitionId: roles.contributor },
            {
              principalId: people.operator,
              roleDefinitionId: roles.userAccessAdministrator,
              delegatedRoleDefinitionIds: [roles.contributor],
            },
            { principalId: groups.office, roleDefinitionId: roles.reader },
            { principalId: groups.deleted, roleDefinitionId: roles.contributor },
          ],
          {
            eligibleAuthorizations: [
              { principalId: people.onCall, roleDefinitionId: roles.contributor },
              { principalId: people.engineer, roleDefinitionId: roles.contributor },
            ],
          },
        ),
        definition(definitions.fabrikam, subscriptions.fabrikam, tenants.fabrikam, [
          { principalId: people.admin, roleDefinitionId: roles.assignmentDelete },
          { principalId: servicePrincipals.bot, roleDefinitionId: roles.twoEntries },
        ]),
        definition(definitions.adatum, subscriptions.adatum, tenants.adatum, [
          { principalId: people.admin, roleDefinitionId: roles.reader },
          { principalId: people.groupReader, roleDefinitionId: roles.reader },
          { principalId: groups.tierTwo, roleDefinitionId: roles.reader },
        ]),
        definition(
          definitions.otherMsp,
          subscriptions.contoso,
          tenants.contoso,
          [{ principalId: people.nobody, roleDefinitionId: roles.contributor }],
          { managedByTenantId: tenants.otherMsp },
        ),
      ],
      (row) => row.id,
    ),
    registrationAssignments: keyed(
      [
        assignment(assignments.contoso, scopeOf(subscriptions.contoso), definitions.contoso),
        assignment(assignments.fabrikam, scopeOf(subscriptions.fabrikam), definitions.fabrikam),
        assignment(assignments.adatum, adatumGroup, definitions.adatum),
        assignment(assignments.otherMsp, scopeOf(subscriptions.contoso), definitions.otherMsp),
      ],
      (row) => row.id,
    ),
    marketplaceRegistrationDefinitions: keyed(
      [plan("1.2.0"), plan("1.10.0"), plan("1.9.0"), plan("2.0.0", "silver")],
      (row) => row.name,
    ),
    roleDefinitions: keyed(roleDefinitions, (row) => row.name),
    roleAssignments: keyed(
      [
        roleAssignment(roleAssignments.ownOwner, scopeOf(subscriptions.own), roles.owner, people.admin),
        roleAssignment(roleAssignments.rootReader, "/", roles.monitoringReader, people.admin),
        roleAssignment(roleAssignments.customersOwn, scopeOf(subscriptions.contoso), roles.owner, guid("77", 1), {
          principalTenantId: tenants.contoso,
          createdBy: guid("77", 1),
          updatedBy: guid("77", 1),
        }),
        roleAssignment(roleAssignments.agents, scopeOf(subscriptions.fabrikam), roles.owner, groups.agents, {
          principalType: "ForeignGroup",
        }),
        roleAssignment(
          roleAssignments.identity,
          scopeOf(subscriptions.contoso),
          roles.contributor,
          servicePrincipals.contosoIdentity,
          {
            principalType: "ServicePrincipal",
            principalTenantId: tenants.contoso,
            createdBy: people.operator,
            updatedBy: people.operator,
            delegatedManagedIdentityResourceId: contosoIdentityId,
          },
        ),
      ],
      (row) => row.id,
    ),
    resources: keyed(
      [
        {
          id: contosoIdentityId,
          name: "id-policy",
          type: "microsoft.managedidentity/userassignedidentities",
          location: "westeurope",
          resourceGroup: "rg-policy",
          subscriptionId: subscriptions.contoso,
          properties: { principalId: servicePrincipals.contosoIdentity },
        },
      ],
      (row) => row.id,
    ),
    version: 1,
  };
}
