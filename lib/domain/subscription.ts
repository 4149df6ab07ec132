import type { SubscriptionId, TenantId } from "./ids";

export type SubscriptionState = "Enabled" | "Warned" | "PastDue" | "Disabled" | "Deleted" | "unknown";

export type Subscription = Readonly<{
  id: SubscriptionId;
  name: string;
  /** The tenant that owns it: the customer, for a delegated subscription. */
  tenant: TenantId;
  state: SubscriptionState;
  /** Tenants that manage it through any projection; Lighthouse is only one of several. */
  managedBy: readonly TenantId[];
}>;
