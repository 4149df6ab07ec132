/**
 * What exists: one managing tenant with its people, its customers with their subscriptions, and what was delegated.
 * Rows are kept as Azure's APIs send them, so a route looks them up and never rebuilds them. Maps are keyed by
 * lower-cased id (GUID or ARM path); the rows themselves keep the casing that Azure would show.
 */
export type World = {
  /** The managing tenant's id: a token's `tid` finds its world, and tests isolate themselves by it. */
  readonly id: string;
  readonly name: string;
  readonly seed: number;
  /** The single-page app's registration in the managing tenant. */
  readonly clientId: string;
  /** Patterns of redirect URIs; any port of localhost and 127.0.0.1 by default, as Entra allows on loopback. */
  readonly redirectUris: readonly string[];
  readonly settings: Settings;
  readonly faults: Fault[];
  readonly personas: readonly Persona[];
  /** Graph scopes that an administrator consented to for the app. */
  readonly consented: readonly string[];

  readonly tenants: Map<string, Tenant>;
  readonly users: Map<string, User>;
  readonly groups: Map<string, Group>;
  readonly servicePrincipals: Map<string, ServicePrincipal>;

  readonly subscriptions: Map<string, Subscription>;
  /** Keyed by lower-cased ARM path. */
  readonly resourceGroups: Map<string, ResourceGroup>;
  readonly registrationDefinitions: Map<string, RegistrationDefinition>;
  readonly registrationAssignments: Map<string, RegistrationAssignment>;
  /** Keyed by lower-cased `{publisher}.{product}.{plan}.{version}`. */
  readonly marketplaceRegistrationDefinitions: Map<string, MarketplaceRegistrationDefinition>;
  /** Keyed by lower-cased role GUID. */
  readonly roleDefinitions: Map<string, RoleDefinition>;
  readonly roleAssignments: Map<string, RoleAssignment>;
  /** Roles that people activated, until they end or are given back; keyed by the lower-cased name of their schedule. */
  readonly activations: Map<string, Activation>;
  /** Everything that was asked of PIM, granted or not, keyed by lower-cased ARM path. */
  readonly activationRequests: Map<string, ActivationRequest>;
  /** Any other ARM resource that Resource Graph shows in `Resources`, keyed by lower-cased ARM path. */
  readonly resources: Map<string, Resource>;

  /** Raised by every write, so that what was derived from the world (indexes, effective rights) can be cached. */
  version: number;
};

export type Settings = {
  /** Seconds that an access token lives. */
  accessTokenSeconds: number;
  /** Response headers that scripts may read beyond the CORS safelist. Azure's list is not documented; none by default. */
  exposedHeaders: readonly string[];
  /** Added to every answer of ARM, Resource Graph and Graph. */
  latencyMs: number;
  resourceGraphQuota: { queries: number; windowSeconds: number };
  /** Seconds that writing or deleting a registration assignment takes; 5 if absent (Azure needs 20 to 60). */
  operationSeconds?: number;
  armBuckets: { reads: number; readsPerSecond: number; writes: number; writesPerSecond: number };
  graphUnitsPerTenSeconds: number;
  /** Rows of an ARM list page and of a Graph page. */
  armPageSize: number;
  graphPageSize: number;
  /** Tenant-scope Resource Graph queries see so many subscriptions at most. */
  subscriptionLimit: number;
  /** Whether a subscription's assignment list also holds those of its resource groups (not documented; see README). */
  listsNestedAssignments: boolean;
  /** Whether Resource Graph carries the definition expanded inside an assignment (not documented; see README). */
  expandsAssignments: boolean;
  /** Whether PIM's API knows the eligible authorizations of delegations (not documented; see ARM's README). */
  servesLighthousePim: boolean;
  /** Whether everybody signs in with a second factor, which an activation may demand. */
  secondFactor: boolean;
  /** How long an activated role must have been held before it can be given back; five minutes in Azure. */
  shortestActivationSeconds: number;
};

/** A failure as data. The first fault that matches and fires decides; latency adds up. */
export type Fault = {
  service: "login" | "arm" | "resourceGraph" | "graph" | "any";
  match?: {
    /** Case-insensitive part of the request's path, or for Resource Graph of its query text. */
    contains?: string;
    method?: string;
    /** Requests that name this subscription; for Resource Graph its rows vanish (effect `unreadable`). */
    subscription?: string;
    /** Object id of the caller. */
    persona?: string;
  };
  effect:
    | { kind: "latency"; ms: number }
    | { kind: "throttle"; retryAfterSeconds?: number }
    | { kind: "status"; status: number; code?: string; message?: string }
    | { kind: "reset" }
    | { kind: "hang" }
    | { kind: "cut"; afterBytes: number }
    | { kind: "body"; text: string; status?: number; contentType?: string }
    | { kind: "unreadable" }
    | { kind: "claimsChallenge"; claims: string };
  /** Share of matching requests that it hits, drawn from the world's seed; 1 if absent. */
  rate?: number;
  /** Fires so many times at most, then never again. */
  times?: number;
};

/** Someone to sign in as. `shows` says in one sentence what their view of the estate teaches. */
export type Persona = { objectId: string; name: string; title: string; shows: string };

export type Tenant = {
  tenantId: string;
  displayName: string;
  defaultDomain: string;
  domains: string[];
  countryCode: string;
};

type Directory = { id: string; displayName: string };
export type User = Directory & {
  userPrincipalName: string;
  mail: string | null;
  jobTitle: string | null;
  accountEnabled: boolean;
  userType: "Member" | "Guest";
  externalUserState: string | null;
  onPremisesSyncEnabled: boolean | null;
};
export type Group = Directory & {
  description: string | null;
  securityEnabled: boolean;
  mailEnabled: boolean;
  groupTypes: string[];
  isAssignableToRole: boolean | null;
  membershipRule: string | null;
  visibility: string | null;
  onPremisesSyncEnabled: boolean | null;
  /** Object ids of direct members (users, groups, service principals) and of owners. */
  members: string[];
  owners: string[];
};
export type Credential = { keyId: string; displayName: string | null; startDateTime: string; endDateTime: string };
export type ServicePrincipal = Directory & {
  appId: string;
  servicePrincipalType: "Application" | "ManagedIdentity" | "Legacy" | "SocialIdp";
  accountEnabled: boolean;
  appOwnerOrganizationId: string | null;
  /** Whose people and programs may sign in to it; those of its own tenant if absent. */
  signInAudience?: "AzureADMyOrg" | "AzureADMultipleOrgs" | "AzureADandPersonalMicrosoftAccount";
  keyCredentials: Credential[];
  passwordCredentials: Credential[];
  owners: string[];
  /** The fictitious secret with which scripts may sign in as it; never part of an answer of Graph. */
  secret?: string;
};

export type Subscription = {
  subscriptionId: string;
  displayName: string;
  tenantId: string;
  state: "Enabled" | "Warned" | "PastDue" | "Disabled" | "Deleted";
  subscriptionPolicies: {
    locationPlacementId: string;
    quotaId: string;
    spendingLimit: "On" | "Off" | "CurrentPeriodOff";
  };
  authorizationSource: string;
  managedByTenants: { tenantId: string }[];
  tags: Record<string, string>;
};
export type ResourceGroup = {
  id: string;
  name: string;
  subscriptionId: string;
  location: string;
  managedBy: string | null;
  tags: Record<string, string>;
};
export type Resource = {
  id: string;
  name: string;
  type: string;
  kind?: string;
  location: string;
  resourceGroup: string;
  subscriptionId: string;
  tags?: Record<string, string>;
  plan?: unknown;
  sku?: unknown;
  identity?: unknown;
  managedBy?: string;
  properties: Record<string, unknown>;
};

export type SystemData = {
  createdBy?: string;
  createdByType?: "User" | "Application" | "ManagedIdentity" | "Key";
  createdAt?: string;
  lastModifiedBy?: string;
  lastModifiedByType?: "User" | "Application" | "ManagedIdentity" | "Key";
  lastModifiedAt?: string;
};
export type Plan = { name: string; publisher: string; product: string; version: string };
export type Authorization = {
  principalId: string;
  principalIdDisplayName?: string;
  roleDefinitionId: string;
  delegatedRoleDefinitionIds?: string[];
};
export type EligibleAuthorization = {
  principalId: string;
  principalIdDisplayName?: string;
  roleDefinitionId: string;
  justInTimeAccessPolicy?: {
    multiFactorAuthProvider?: "Azure" | "None";
    maximumActivationDuration?: string;
    managedByTenantApprovers?: { principalId: string; principalIdDisplayName?: string }[];
  };
};
export type RegistrationDefinition = {
  id: string;
  name: string;
  type: "Microsoft.ManagedServices/registrationDefinitions";
  plan?: Plan;
  systemData?: SystemData;
  properties: {
    registrationDefinitionName: string;
    description?: string;
    managedByTenantId: string;
    managedByTenantName?: string;
    manageeTenantId: string;
    manageeTenantName?: string;
    provisioningState: string;
    authorizations: Authorization[];
    eligibleAuthorizations?: EligibleAuthorization[];
  };
};
export type RegistrationAssignment = {
  id: string;
  name: string;
  type: "Microsoft.ManagedServices/registrationAssignments";
  systemData?: SystemData;
  properties: { registrationDefinitionId: string; provisioningState: string };
};
export type MarketplaceRegistrationDefinition = {
  id: string;
  name: string;
  type: "Microsoft.ManagedServices/marketplaceRegistrationDefinitions";
  plan: Plan;
  properties: {
    managedByTenantId: string;
    authorizations: Authorization[];
    eligibleAuthorizations?: EligibleAuthorization[];
    offerDisplayName: string;
    publisherDisplayName: string;
    planDisplayName: string;
  };
};

export type RolePermission = {
  actions: string[];
  notActions: string[];
  dataActions: string[];
  notDataActions: string[];
  /** Some built-in roles limit one entry by an ABAC condition. */
  condition?: string;
  conditionVersion?: string;
};
export type RoleDefinition = {
  /** Tenant-level path: `/providers/Microsoft.Authorization/roleDefinitions/{guid}`. */
  id: string;
  name: string;
  type: "Microsoft.Authorization/roleDefinitions";
  properties: {
    roleName: string;
    description: string;
    type: "BuiltInRole" | "CustomRole";
    permissions: RolePermission[];
    assignableScopes: string[];
    createdOn: string;
    updatedOn: string;
    createdBy: string | null;
    updatedBy: string | null;
  };
};
export type RoleAssignment = {
  id: string;
  name: string;
  type: "Microsoft.Authorization/roleAssignments";
  properties: {
    scope: string;
    roleDefinitionId: string;
    principalId: string;
    principalType: "User" | "Group" | "ServicePrincipal" | "ForeignGroup" | "Device";
    /** Tenant in which the principal lives: assignments of a customer's own people are never shown to the provider. */
    principalTenantId: string;
    description?: string;
    condition?: string | null;
    conditionVersion?: string | null;
    createdOn: string;
    updatedOn: string;
    createdBy: string;
    updatedBy: string;
    delegatedManagedIdentityResourceId?: string | null;
  };
};

/** A role that somebody eligible holds for a while. */
export type Activation = {
  /** The name of its schedule; its instance has one of its own. */
  name: string;
  requestName: string;
  /** The name of the eligibility schedule that allows it. */
  eligibility: string;
  /** Path of a subscription or resource group. */
  scope: string;
  /** Full path, with the subscription through which the role was named. */
  roleDefinitionId: string;
  principalId: string;
  /** `Granted` begins later; only `Provisioned` gives rights. */
  status: "Granted" | "Provisioned";
  createdOn: string;
  startDateTime: string;
  endDateTime: string;
};
export type ActivationRequest = {
  id: string;
  name: string;
  type: "Microsoft.Authorization/RoleAssignmentScheduleRequests";
  properties: {
    scope: string;
    roleDefinitionId: string;
    principalId: string;
    principalType: "User";
    requestType: "SelfActivate" | "SelfDeactivate";
    status: "Provisioned" | "Granted" | "PendingApproval" | "TimedOut" | "Canceled" | "Revoked";
    approvalId: string | null;
    targetRoleAssignmentScheduleId: string | null;
    targetRoleAssignmentScheduleInstanceId: null;
    scheduleInfo: {
      startDateTime: string;
      expiration: { type: string; endDateTime: string | null; duration: string | null };
    } | null;
    linkedRoleEligibilityScheduleId: string | null;
    justification: string | null;
    ticketInfo: { ticketNumber: string | null; ticketSystem: string | null };
    requestorId: string;
    createdOn: string;
    condition: null;
    conditionVersion: null;
  };
  /** People and groups who may approve it; never part of an answer. */
  approvers: readonly string[];
};
