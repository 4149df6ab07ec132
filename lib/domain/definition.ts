import type { ArmId, PrincipalId, RoleId, SubscriptionId, TenantId } from "./ids";

/** Azure's provisioning states; what a later version adds reads as "unknown". */
export type ProvisioningState =
  | "NotSpecified"
  | "Accepted"
  | "Running"
  | "Ready"
  | "Creating"
  | "Created"
  | "Deleting"
  | "Deleted"
  | "Canceled"
  | "Failed"
  | "Succeeded"
  | "Updating"
  | "unknown";

/** A published plan of a Marketplace offer; a definition without one came from a template. */
export type Plan = Readonly<{ publisher: string; product: string; name: string; version: string }>;

export type Authorization = Readonly<{
  principal: PrincipalId;
  /** The label that the customer reads; it need not be the principal's real name. */
  label: string | undefined;
  role: RoleId;
  /** Roles that a holder of User Access Administrator may assign to managed identities; empty for every other role. */
  delegatedRoles: readonly RoleId[];
}>;

export type EligibleAuthorization = Readonly<{
  principal: PrincipalId;
  label: string | undefined;
  role: RoleId;
  /** Azure's defaults are filled in: no MFA, PT8H, no approvers. `stated` tells whether the offer had a policy at all. */
  policy: Readonly<{
    stated: boolean;
    mfa: boolean;
    /** ISO 8601, as Azure sends it. */
    longest: string;
    /** The offer states no length, and Azure's default stands in for it. */
    defaultLength?: true;
    approvers: readonly Readonly<{ principal: PrincipalId; label: string | undefined }>[];
  }>;
}>;

/** Who wrote a resource and when, as far as Azure tells. Times are ISO 8601 in UTC. */
export type History = Readonly<{
  createdAt: string | undefined;
  createdBy: string | undefined;
  changedAt: string | undefined;
  changedBy: string | undefined;
}>;

/** A registration definition: the offer that says who of us gets which role. */
export type Definition = Readonly<{
  id: ArmId;
  /** The GUID at the end of the id. */
  name: string;
  subscription: SubscriptionId;
  offer: string;
  description: string | undefined;
  managingTenant: TenantId;
  managingTenantName: string | undefined;
  /** `manageeTenantId`: the customer that signed the offer. Its subscription may have moved to another tenant since. */
  customer: TenantId | undefined;
  customerName: string | undefined;
  plan: Plan | undefined;
  state: ProvisioningState;
  authorizations: readonly Authorization[];
  eligibleAuthorizations: readonly EligibleAuthorization[];
  history: History;
  /** The record as Azure sent it, for people who want to see for themselves; undefined where it was not kept. */
  raw: unknown;
}>;
