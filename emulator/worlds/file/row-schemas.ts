import { z } from "zod";

export const guid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, "expected a GUID");

const scopeId = (what: string, rest: RegExp) =>
  z.string().refine((id) => rest.test(id), `expected the full path of a ${what}`);
const text = z.string();
const texts = z.array(text);
/** What Azure's rows carry beside their id, so that one can be pasted as it is. */
const shown = { name: text.optional(), type: text.optional() };
const tags = z.record(z.string(), z.string());
const instant = z.string().refine((value) => !Number.isNaN(Date.parse(value)), "expected an instant in ISO 8601");

const tenant = z
  .strictObject({ tenantId: guid, displayName: text, defaultDomain: text, domains: texts, countryCode: text })
  .partial();

const user = z
  .strictObject({
    id: guid,
    displayName: text,
    userPrincipalName: text,
    mail: text.nullable(),
    jobTitle: text.nullable(),
    accountEnabled: z.boolean(),
    userType: z.enum(["Member", "Guest"]),
    externalUserState: text.nullable(),
    onPremisesSyncEnabled: z.boolean().nullable(),
  })
  .partial();

/** Members and owners by object id, user principal name or display name. */
const group = z
  .strictObject({
    id: guid,
    displayName: text,
    description: text.nullable(),
    securityEnabled: z.boolean(),
    mailEnabled: z.boolean(),
    groupTypes: texts,
    isAssignableToRole: z.boolean().nullable(),
    membershipRule: text.nullable(),
    visibility: text.nullable(),
    onPremisesSyncEnabled: z.boolean().nullable(),
    members: texts,
    owners: texts,
  })
  .partial();

const credential = z.strictObject({
  keyId: guid,
  displayName: text.nullable(),
  startDateTime: instant,
  endDateTime: instant,
});
const servicePrincipal = z
  .strictObject({
    id: guid,
    displayName: text,
    appId: guid,
    servicePrincipalType: z.enum(["Application", "ManagedIdentity", "Legacy", "SocialIdp"]),
    accountEnabled: z.boolean(),
    appOwnerOrganizationId: guid.nullable(),
    signInAudience: z.enum(["AzureADMyOrg", "AzureADMultipleOrgs", "AzureADandPersonalMicrosoftAccount"]),
    keyCredentials: z.array(credential),
    passwordCredentials: z.array(credential),
    owners: texts,
    secret: text,
  })
  .partial();

const subscription = z
  .strictObject({
    id: text,
    subscriptionId: guid,
    displayName: text,
    /** Id or name of a tenant. */
    tenantId: text,
    state: z.enum(["Enabled", "Warned", "PastDue", "Disabled", "Deleted"]),
    subscriptionPolicies: z.strictObject({
      locationPlacementId: text,
      quotaId: text,
      spendingLimit: z.enum(["On", "Off", "CurrentPeriodOff"]),
    }),
    authorizationSource: text,
    managedByTenants: z.array(z.strictObject({ tenantId: guid })),
    tags,
  })
  .partial();

const resourceGroup = z.strictObject({
  id: scopeId("resource group", /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+$/i),
  ...shown,
  location: text.optional(),
  managedBy: text.nullable().optional(),
  tags: tags.optional(),
});

export const plan = z.strictObject({ name: text, publisher: text, product: text, version: text });
const authorization = z.strictObject({
  principalId: text,
  principalIdDisplayName: text.optional(),
  roleDefinitionId: text,
  delegatedRoleDefinitionIds: texts.optional(),
});
const eligibleAuthorization = z.strictObject({
  principalId: text,
  principalIdDisplayName: text.optional(),
  roleDefinitionId: text,
  justInTimeAccessPolicy: z
    .strictObject({
      multiFactorAuthProvider: z.enum(["Azure", "None"]).optional(),
      maximumActivationDuration: text.optional(),
      managedByTenantApprovers: z
        .array(z.strictObject({ principalId: text, principalIdDisplayName: text.optional() }))
        .optional(),
    })
    .optional(),
});

const author = z.enum(["User", "Application", "ManagedIdentity", "Key"]);
const systemData = z.strictObject({
  createdBy: text.optional(),
  createdByType: author.optional(),
  createdAt: instant.optional(),
  lastModifiedBy: text.optional(),
  lastModifiedByType: author.optional(),
  lastModifiedAt: instant.optional(),
});

const registrationDefinition = z.strictObject({
  id: scopeId(
    "registration definition",
    /^\/subscriptions\/[^/]+\/providers\/Microsoft\.ManagedServices\/registrationDefinitions\/[^/]+$/i,
  ),
  ...shown,
  plan: plan.optional(),
  systemData: systemData.optional(),
  properties: z
    .strictObject({
      registrationDefinitionName: text,
      description: text,
      managedByTenantId: guid,
      managedByTenantName: text,
      manageeTenantId: guid,
      manageeTenantName: text,
      provisioningState: text,
      authorizations: z.array(authorization),
      eligibleAuthorizations: z.array(eligibleAuthorization),
    })
    .partial()
    .optional(),
});

const registrationAssignment = z.strictObject({
  id: scopeId(
    "registration assignment",
    /^\/subscriptions\/.+\/providers\/Microsoft\.ManagedServices\/registrationAssignments\/[^/]+$/i,
  ),
  ...shown,
  systemData: systemData.optional(),
  properties: z.strictObject({ registrationDefinitionId: text, provisioningState: text }).partial().optional(),
});

const marketplaceRegistrationDefinition = z.strictObject({
  ...shown,
  id: text.optional(),
  plan,
  properties: z
    .strictObject({
      managedByTenantId: guid,
      authorizations: z.array(authorization),
      eligibleAuthorizations: z.array(eligibleAuthorization),
      offerDisplayName: text,
      publisherDisplayName: text,
      planDisplayName: text,
    })
    .partial()
    .optional(),
});

const permission = z.strictObject({
  actions: texts.optional(),
  notActions: texts.optional(),
  dataActions: texts.optional(),
  notDataActions: texts.optional(),
  condition: text.optional(),
  conditionVersion: text.optional(),
});
const roleDefinition = z.strictObject({
  id: text.optional(),
  name: guid.optional(),
  type: text.optional(),
  properties: z
    .strictObject({
      roleName: text,
      description: text,
      type: z.enum(["BuiltInRole", "CustomRole"]),
      permissions: z.array(permission),
      assignableScopes: texts,
      createdOn: instant,
      updatedOn: instant,
      createdBy: text.nullable(),
      updatedBy: text.nullable(),
    })
    .partial(),
});

const roleAssignment = z.strictObject({
  id: scopeId("role assignment", /\/providers\/Microsoft\.Authorization\/roleAssignments\/[^/]+$/i),
  ...shown,
  properties: z
    .strictObject({
      scope: text,
      roleDefinitionId: text,
      principalId: text,
      principalType: z.enum(["User", "Group", "ServicePrincipal", "ForeignGroup", "Device"]),
      principalTenantId: guid,
      description: text,
      condition: text.nullable(),
      conditionVersion: text.nullable(),
      createdOn: instant,
      updatedOn: instant,
      createdBy: text,
      updatedBy: text,
      delegatedManagedIdentityResourceId: text.nullable(),
    })
    .partial()
    .optional(),
});

const resource = z.strictObject({
  id: scopeId("resource", /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/[^/]+\/[^/]+\/[^/]+/i),
  ...shown,
  kind: text.optional(),
  location: text.optional(),
  tags: tags.optional(),
  plan: z.unknown().optional(),
  sku: z.unknown().optional(),
  identity: z.unknown().optional(),
  managedBy: text.optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});

/** Rows as Azure's APIs send them. One whose id exists changes that row; a new one is filled in with what is usual. */
export const rows = {
  tenants: z.array(tenant).optional(),
  users: z.array(user).optional(),
  groups: z.array(group).optional(),
  servicePrincipals: z.array(servicePrincipal).optional(),
  roleDefinitions: z.array(roleDefinition).optional(),
  subscriptions: z.array(subscription).optional(),
  resourceGroups: z.array(resourceGroup).optional(),
  registrationDefinitions: z.array(registrationDefinition).optional(),
  registrationAssignments: z.array(registrationAssignment).optional(),
  marketplaceRegistrationDefinitions: z.array(marketplaceRegistrationDefinition).optional(),
  roleAssignments: z.array(roleAssignment).optional(),
  resources: z.array(resource).optional(),
};
