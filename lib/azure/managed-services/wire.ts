import * as z from "zod/mini";
import type { ProvisioningState } from "@/lib/domain/definition";
import { armId, principalId, roleId, tenantId } from "@/lib/domain/ids";
import { entries, id, maybe, text } from "../wire";

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

const provisioningState = z.pipe(
  text,
  z.transform((value): ProvisioningState => known.find((state) => state === value) ?? "unknown"),
);

const SystemData = z.nullish(
  z.object({ createdBy: text, createdByType: text, createdAt: text, lastModifiedBy: text, lastModifiedAt: text }),
);

const Plan = z.nullish(z.object({ publisher: text, product: text, name: text, version: text }));

export const Authorization = z.object({
  principalId: id(principalId),
  principalIdDisplayName: text,
  roleDefinitionId: id(roleId),
  delegatedRoleDefinitionIds: entries,
});

export const EligibleAuthorization = z.object({
  principalId: id(principalId),
  principalIdDisplayName: text,
  roleDefinitionId: id(roleId),
  justInTimeAccessPolicy: z.nullish(
    z.object({
      multiFactorAuthProvider: text,
      maximumActivationDuration: text,
      managedByTenantApprovers: entries,
    }),
  ),
});

export const Approver = z.object({ principalId: id(principalId), principalIdDisplayName: text });

/** Authorizations stay as they came: each is judged by itself, and one bad one costs no other. */
export const RegistrationDefinition = z.object({
  id: id(armId),
  name: text,
  type: text,
  plan: Plan,
  systemData: SystemData,
  properties: z.object({
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
export type RegistrationDefinition = z.output<typeof RegistrationDefinition>;

export const RegistrationAssignment = z.object({
  id: id(armId),
  name: text,
  type: text,
  /** Resource Graph adds the tenant that owns the scope; ARM does not. */
  tenantId: maybe(tenantId),
  systemData: SystemData,
  properties: z.object({
    registrationDefinitionId: id(armId),
    provisioningState,
    registrationDefinition: z.optional(z.unknown()),
  }),
});
export type RegistrationAssignment = z.output<typeof RegistrationAssignment>;

export const MarketplaceRegistrationDefinition = z.object({
  id: id(armId),
  name: text,
  type: text,
  plan: Plan,
  properties: z.object({
    managedByTenantId: id(tenantId),
    offerDisplayName: text,
    publisherDisplayName: text,
    planDisplayName: text,
    authorizations: entries,
    eligibleAuthorizations: entries,
  }),
});
export type MarketplaceRegistrationDefinition = z.output<typeof MarketplaceRegistrationDefinition>;

export const Operation = z.object({
  name: z.string(),
  display: z.nullish(z.object({ provider: text, resource: text, operation: text, description: text })),
});
export type Operation = z.output<typeof Operation>;

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
