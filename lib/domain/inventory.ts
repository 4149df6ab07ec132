import type { Coverage } from "./coverage";
import type { Definition } from "./definition";
import type { Delegation } from "./delegation";
import type { ArmId, PrincipalId, RoleId, SubscriptionId, TenantId } from "./ids";
import type { Principal } from "./principal";
import type { Role } from "./role";
import type { Subscription } from "./subscription";

export type Tenant = Readonly<{
  id: TenantId;
  /** undefined: nobody told us a name; show the id. */
  name: string | undefined;
  domain: string | undefined;
  /** Who told the name; ARM's tenant list where absent. */
  nameFrom?: "tenants" | "graph";
}>;

/** All that one pass over Azure found, and what it could not see. A snapshot: progress makes a new one. */
export type Inventory = Readonly<{
  managingTenant: TenantId;
  /** By lower-cased ARM id, and in the order in which they were read. */
  delegations: ReadonlyMap<ArmId, Delegation>;
  definitions: ReadonlyMap<ArmId, Definition>;
  subscriptions: ReadonlyMap<SubscriptionId, Subscription>;
  tenants: ReadonlyMap<TenantId, Tenant>;
  roles: ReadonlyMap<RoleId, Role>;
  principals: ReadonlyMap<PrincipalId, Principal>;
  coverage: Coverage;
}>;
