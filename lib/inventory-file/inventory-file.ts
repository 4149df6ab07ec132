import type { DirectoryReading } from "@/lib/domain/directory-reading";
import type { IdentitiesReading } from "@/lib/domain/identities-reading";
import type { Inventory } from "@/lib/domain/inventory";
import type { Operation } from "@/lib/domain/operation";
import type { RoleAssignmentsReading } from "@/lib/domain/role-assignments-reading";
import type { TenantReading } from "@/lib/domain/tenant-facts";

/** The name and version that a file begins with. A change of what is written takes another version. */
export const inventoryFormat = { format: "fresnel inventory", version: 2 } as const;

/** All that was read of one managing tenant at one time. What is undefined was not asked for. */
export type InventoryFile = Readonly<{
  /** Milliseconds since the epoch. */
  collectedAt: number;
  /** The version of Fresnel that wrote it. */
  program: string;
  /** The cloud's name. */
  cloud: string;
  inventory: Inventory;
  directory: DirectoryReading | undefined;
  /** What findings alone ask of the managing tenant. */
  tenant: TenantReading | undefined;
  roleAssignments: RoleAssignmentsReading | undefined;
  /** Where resources run as managed identities. */
  identities: IdentitiesReading | undefined;
  /** The operations that Azure publishes. */
  operations: readonly Pick<Operation, "name" | "isDataAction">[] | undefined;
}>;

/** The collections of an inventory, each of which is written record by record. */
export const collections = ["delegations", "definitions", "subscriptions", "tenants", "roles", "principals"] as const;
