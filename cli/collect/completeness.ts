import { isConclusive } from "@/lib/domain/coverage";
import type { InventoryFile } from "@/lib/inventory-file/inventory-file";

/** `failed`: no delegation could be read, and none may be said to be absent. */
export type Completeness = "complete" | "partial" | "failed";

type Read = Pick<InventoryFile, "inventory" | "directory" | "tenant" | "roleAssignments" | "identities">;

export function completenessOf({ inventory, directory, tenant, roleAssignments, identities }: Read): Completeness {
  const { coverage, delegations } = inventory;
  if (delegations.size === 0 && !isConclusive(coverage)) return "failed";
  const parts = [
    ...Object.values(coverage.sources),
    ...Object.values(directory?.coverage.parts ?? {}),
    ...Object.values(tenant?.coverage.parts ?? {}),
    ...Object.values(roleAssignments?.coverage.parts ?? {}),
    ...Object.values(identities?.coverage.parts ?? {}),
  ];
  return isConclusive(coverage) && parts.every(({ state }) => state === "complete") ? "complete" : "partial";
}
