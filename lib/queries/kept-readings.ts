import type { QueryClient, QueryKey } from "@tanstack/react-query";
import type { Azure } from "@/lib/azure/client";
import { drawn } from "@/lib/collect/drawn";
import { toBeReadAgain } from "@/lib/domain/coverage";
import type { DirectoryReading } from "@/lib/domain/directory-reading";
import type { IdentitiesReading } from "@/lib/domain/identities-reading";
import type { Inventory } from "@/lib/domain/inventory";
import { namedPrincipals } from "@/lib/domain/named-principals";
import type { ReadingCoverage } from "@/lib/domain/reading-coverage";
import type { RoleAssignmentsReading } from "@/lib/domain/role-assignments-reading";
import type { TenantReading } from "@/lib/domain/tenant-facts";
import type { Packing } from "@/lib/store/packing";
import { directoryPacking, identitiesPacking, roleAssignmentsPacking, tenantPacking } from "@/lib/store/readings-codec";
import { directoryQuery } from "./directory";
import { heldQuery } from "./held";
import { identitiesQuery } from "./identities";
import { forgetRestored, isReload, keepPart, openPart, restoredInventory } from "./kept";
import { roleAssignmentsQuery } from "./role-assignments";
import { tenantQuery } from "./tenant";

/** The readings beside the inventory, by the part of the store that they are kept in. */
export type KeptReadings = Readonly<{
  directory: DirectoryReading;
  roleAssignments: RoleAssignmentsReading;
  tenant: TenantReading;
  identities: IdentitiesReading;
}>;

const packings: { readonly [Name in keyof KeptReadings]: Packing<KeptReadings[Name]> } = {
  directory: directoryPacking,
  roleAssignments: roleAssignmentsPacking,
  tenant: tenantPacking,
  identities: identitiesPacking,
};

/** How long, in milliseconds, a page that is busy with its first rows may hold up what comes after them. */
const patience = 500;

/** Those that need not be kept, since they are. */
const known = new WeakSet<object>();

/**
 * Puts what an earlier visit read beside the inventory where screens look for it, as old as it is: it is read anew as soon
 * as the inventory has been. What this visit is reading already is left alone.
 */
export async function restoreReadings(client: QueryClient, azure: Azure): Promise<void> {
  await drawn(patience);
  const inventory = restoredInventory(azure);
  if (!inventory) return;
  const [directory, assignments, tenant, identities] = await Promise.all([
    openPart(azure, "directory", packings.directory),
    openPart(azure, "roleAssignments", packings.roleAssignments),
    openPart(azure, "tenant", packings.tenant),
    openPart(azure, "identities", packings.identities),
  ]);
  // Another visit may have begun to read while these were opened.
  if (restoredInventory(azure) !== inventory) return;
  const put = (queryKey: QueryKey, reading: { coverage: ReadingCoverage<string> } | undefined) => {
    const state = client.getQueryState(queryKey);
    if (!reading || state?.data !== undefined || state?.fetchStatus === "fetching") return;
    known.add(reading);
    client.setQueryData(queryKey, reading, { updatedAt: isReload() ? 0 : (reading.coverage.finishedAt ?? 0) });
  };
  put(roleAssignmentsQuery(azure).queryKey, assignments);
  if (!directory || !isOf(directory, inventory)) return;
  const held = { ...inventory, coverage: toBeReadAgain(inventory.coverage) };
  put(directoryQuery(azure, held).queryKey, directory);
  put(tenantQuery(azure, held, directory).queryKey, tenant);
  // Of an inventory that is current they are current too; of one that is read again they stand in meanwhile.
  for (const ground of [inventory, held]) put(identitiesQuery(azure, ground).queryKey, identities);
  client.setQueryData(heldQuery(azure).queryKey, held);
}

/** This visit has read the inventory anew: from now on reach and findings stand on that. */
export function dropHeld(client: QueryClient, azure: Azure): void {
  forgetRestored(azure);
  client.removeQueries({ queryKey: heldQuery(azure).queryKey });
}

/** The directory was asked for everybody whom the inventory names. */
const isOf = ({ directory }: DirectoryReading, inventory: Inventory): boolean =>
  [...namedPrincipals(inventory)].every((id) => directory.principals.has(id));

const ended: ReadonlySet<string> = new Set(["complete", "partial", "refused"]);

/** Keeps a reading that came to its end, once. One that failed or was stopped is not kept: an earlier one tells more. */
export function keepReading<Name extends keyof KeptReadings>(
  azure: Azure,
  name: Name,
  reading: KeptReadings[Name],
): void {
  const { finishedAt, parts } = reading.coverage;
  const isWorthKeeping = Object.values<{ state: string }>(parts).every(({ state }) => ended.has(state));
  if (finishedAt === undefined || !isWorthKeeping || known.has(reading)) return;
  known.add(reading);
  // Where it cannot be kept, the next visit begins without.
  keepPart(azure, name, packings[name], reading, finishedAt).catch(() => known.delete(reading));
}
