import type { World } from "../world";
import {
  guid,
  tenants,
  people,
  groups,
  servicePrincipals,
  subscriptions,
  roles,
  definitions,
  assignments,
  roleAssignments,
  contosoIdentityId,
} from "./small-world-ids";
import {
  keyed,
  role,
  subscription,
  group,
  user,
  servicePrincipal,
  definition,
  assignment,
  roleAssignment,
  plan,
  resourceGroup,
  tenant,
  scopeOf,
} from "./small-world-rows";

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

const adatumGroup = `${scopeOf(subscriptions.adatum)}/resourceGroups/rg-Web`;
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
      servesLighthousePim: true,
      secondFactor: true,
      shortestActivationSeconds: 300,
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
    activations: new Map(),
    activationRequests: new Map(),
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
