import type { ProvisioningState } from "@/lib/domain/definition";
import { armId, principalId, roleId, tenantId } from "@/lib/domain/ids";
import { anything, entries, id, maybe, optional, record, text, type Output, type Schema } from "../wire";

/** The shapes of Microsoft.ManagedServices 2022-10-01, as far as they are read. Names are the wire's own. */

const known: readonly ProvisioningState[] = [
  "NotSpecified",
  "Accepted",
  "Running",
  "Ready",
  "Creating",
  "Created",
  "Deleting",
  "Deleted",
  "Canceled",
  "Failed",
  "Succeeded",
  "Updating",
];

const provisioningState: Schema<ProvisioningState> = (raw) => known.find((state) => state === raw) ?? "unknown";

const SystemData = optional(
  record({ createdBy: text, createdByType: text, createdAt: text, lastModifiedBy: text, lastModifiedAt: text }),
);

const Plan = optional(record({ publisher: text, product: text, name: text, version: text }));

export const Authorization = record({
  principalId: id(principalId),
  principalIdDisplayName: text,
  roleDefinitionId: id(roleId),
  delegatedRoleDefinitionIds: entries,
});

export const EligibleAuthorization = record({
  principalId: id(principalId),
  principalIdDisplayName: text,
  roleDefinitionId: id(roleId),
  justInTimeAccessPolicy: optional(
    record({
      multiFactorAuthProvider: text,
      maximumActivationDuration: text,
      managedByTenantApprovers: entries,
    }),
  ),
});

export const Approver = record({ principalId: id(principalId), principalIdDisplayName: text });

/** Authorizations stay as they came: each is judged by itself, and one bad one costs no other. */
export const RegistrationDefinition = record({
  id: id(armId),
  name: text,
  type: text,
  plan: Plan,
  systemData: SystemData,
  properties: record({
    registrationDefinitionName: text,
    description: text,
    managedByTenantId: id(tenantId),
    managedByTenantName: text,
    manageeTenantId: maybe(tenantId),
    manageeTenantName: text,
    provisioningState,
    authorizations: entries,
    eligibleAuthorizations: entries,
  }),
});
export type RegistrationDefinition = Output<typeof RegistrationDefinition>;

export const RegistrationAssignment = record({
  id: id(armId),
  name: text,
  type: text,
  /** Resource Graph adds the tenant that owns the scope; ARM does not. */
  tenantId: maybe(tenantId),
  systemData: SystemData,
  properties: record({
    registrationDefinitionId: id(armId),
    provisioningState,
    registrationDefinition: anything,
  }),
});
export type RegistrationAssignment = Output<typeof RegistrationAssignment>;

export const MarketplaceRegistrationDefinition = record({
  id: id(armId),
  name: text,
  type: text,
  plan: Plan,
  properties: record({
    managedByTenantId: id(tenantId),
    offerDisplayName: text,
    publisherDisplayName: text,
    planDisplayName: text,
    authorizations: entries,
    eligibleAuthorizations: entries,
  }),
});
export type MarketplaceRegistrationDefinition = Output<typeof MarketplaceRegistrationDefinition>;

export const Operation = record({
  name: id(String),
  display: optional(record({ provider: text, resource: text, operation: text, description: text })),
});
export type Operation = Output<typeof Operation>;

/** What a PUT of a definition takes. Identifiers are those of the managing tenant. */
export type RegistrationDefinitionBody = Readonly<{
  properties: Readonly<{
    registrationDefinitionName?: string;
    description?: string;
    managedByTenantId: string;
    authorizations: readonly Readonly<{
      principalId: string;
      principalIdDisplayName?: string;
      roleDefinitionId: string;
      delegatedRoleDefinitionIds?: readonly string[];
    }>[];
    eligibleAuthorizations?: readonly Readonly<{
      principalId: string;
      principalIdDisplayName?: string;
      roleDefinitionId: string;
      justInTimeAccessPolicy?: Readonly<{
        multiFactorAuthProvider: "Azure" | "None";
        maximumActivationDuration?: string;
        managedByTenantApprovers?: readonly Readonly<{ principalId: string; principalIdDisplayName?: string }>[];
      }>;
    }>[];
  }>;
  plan?: Readonly<{ name: string; publisher: string; product: string; version: string }>;
}>;

export type RegistrationAssignmentBody = Readonly<{ properties: Readonly<{ registrationDefinitionId: string }> }>;
