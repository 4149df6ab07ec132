/** Bodies in the shapes of Microsoft.ManagedServices 2022-10-01. */
export const subscription = "5d0f3c1a-7c50-4a4e-9d5c-1f2e3d4c5b01";
export const customerTenant = "c0a11111-1111-4111-8111-111111111111";
export const managingTenantId = "a0b22222-2222-4222-8222-222222222222";
export const definitionName = "2f7b8a90-1b2c-4d3e-8f40-5a6b7c8d9ebb";
export const assignmentName = "8c1e2d3f-4a5b-4c6d-9e7f-0a1b2c3d4eaa";
export const principals = {
  readers: "61f0a1b2-c3d4-4e5f-8a6b-7c8d9e0f1a01",
  policyBot: "61f0a1b2-c3d4-4e5f-8a6b-7c8d9e0f1a02",
  engineers: "61f0a1b2-c3d4-4e5f-8a6b-7c8d9e0f1a03",
  leads: "61f0a1b2-c3d4-4e5f-8a6b-7c8d9e0f1a04",
};
export const roles = {
  reader: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
  userAccessAdministrator: "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
  contributor: "b24988ac-6180-42a0-ab88-20f7382dd24c",
};

const definitionPath = `/subscriptions/${subscription}/providers/Microsoft.ManagedServices/registrationDefinitions/${definitionName}`;

export const definition = {
  id: definitionPath,
  type: "Microsoft.ManagedServices/registrationDefinitions",
  name: definitionName,
  plan: { name: "gold", publisher: "msp", product: "msp-care", version: "1.2.0" },
  systemData: {
    createdBy: "admin@customer.example",
    createdByType: "User",
    createdAt: "2026-02-03T10:11:12Z",
    lastModifiedBy: "admin@customer.example",
    lastModifiedByType: "User",
    lastModifiedAt: "2026-03-04T05:06:07Z",
  },
  properties: {
    registrationDefinitionName: "Care Gold",
    description: "Day-to-day operations",
    managedByTenantId: managingTenantId,
    managedByTenantName: "MSP Ltd",
    manageeTenantId: customerTenant,
    manageeTenantName: "Customer AG",
    provisioningState: "Succeeded",
    authorizations: [
      { principalId: principals.readers, principalIdDisplayName: "MSP Readers", roleDefinitionId: roles.reader },
      {
        principalId: principals.policyBot,
        principalIdDisplayName: "MSP Policy bot",
        roleDefinitionId: roles.userAccessAdministrator,
        delegatedRoleDefinitionIds: [roles.contributor],
      },
    ],
    eligibleAuthorizations: [
      {
        principalId: principals.engineers,
        principalIdDisplayName: "MSP Engineers",
        roleDefinitionId: roles.contributor,
        justInTimeAccessPolicy: {
          multiFactorAuthProvider: "Azure",
          maximumActivationDuration: "PT4H",
          managedByTenantApprovers: [{ principalId: principals.leads, principalIdDisplayName: "MSP Leads" }],
        },
      },
    ],
  },
};

export const assignment = {
  id: `/subscriptions/${subscription}/providers/Microsoft.ManagedServices/registrationAssignments/${assignmentName}`,
  type: "Microsoft.ManagedServices/registrationAssignments",
  name: assignmentName,
  systemData: { createdBy: "admin@customer.example", createdByType: "User", createdAt: "2026-02-03T10:11:12Z" },
  properties: { registrationDefinitionId: definitionPath, provisioningState: "Succeeded" },
};

export const expandedAssignment = {
  ...assignment,
  properties: { ...assignment.properties, registrationDefinition: definition },
};

export const marketplaceDefinition = {
  id: "/providers/Microsoft.ManagedServices/marketplaceRegistrationDefinitions/msp.msp-care.gold.1.2.0",
  name: "msp.msp-care.gold.1.2.0",
  type: "Microsoft.ManagedServices/marketplaceRegistrationDefinitions",
  plan: { name: "gold", publisher: "msp", product: "msp-care", version: "1.2.0" },
  properties: {
    managedByTenantId: managingTenantId,
    offerDisplayName: "Care",
    publisherDisplayName: "MSP Ltd",
    planDisplayName: "Gold",
    authorizations: definition.properties.authorizations,
    eligibleAuthorizations: definition.properties.eligibleAuthorizations,
  },
};

export const operation = {
  name: "Microsoft.ManagedServices/registrationDefinitions/read",
  display: {
    provider: "Microsoft.ManagedServices",
    resource: "registrationDefinitions",
    operation: "Read Registration Definition",
    description: "Retrieves a list of Managed Services registration definitions.",
  },
};
