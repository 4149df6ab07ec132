import type { ArmId, PrincipalId, RoleId, SubscriptionId, TenantId } from "./ids";

/**
 * A role assignment that Azure shows us in a delegated subscription. Lighthouse's own grants are never among them, nor are
 * those that a customer's people hold; what is shown are for example those made for managed identities.
 */
export type RoleAssignment = Readonly<{
  id: ArmId;
  principal: PrincipalId;
  /** As Azure wrote it down: the principal may live in the customer's tenant, where we cannot look. */
  principalType: "user" | "group" | "servicePrincipal" | "unknown";
  role: RoleId;
  /** Where the role holds; it may lie below a subscription's resource groups, at one resource. */
  scope: ArmId;
  subscription: SubscriptionId;
  /** The tenant that owns the subscription. */
  customer: TenantId;
  /** Milliseconds since the epoch. */
  createdAt: number | undefined;
}>;
