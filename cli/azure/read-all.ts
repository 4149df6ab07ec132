import type { Azure } from "@/lib/azure/client";
import { AzureError } from "@/lib/azure/errors";
import { listProviderOperations } from "@/lib/azure/operations";
import { collect } from "@/lib/collect/collect";
import { collectDirectory } from "@/lib/collect/directory/collect-directory";
import { collectIdentities } from "@/lib/collect/identities/collect-identities";
import { collectRoleAssignments } from "@/lib/collect/role-assignments/collect-role-assignments";
import { collectTenant } from "@/lib/collect/tenant/collect-tenant";
import { spokenFor } from "@/lib/domain/coverage";
import { namedPrincipals } from "@/lib/domain/named-principals";
import type { InventoryFile } from "@/lib/inventory-file/inventory-file";
import type { Io } from "../program/io";
import { version } from "../program/version";
import { createProgress } from "./progress";

/** Reads everything that an inventory file holds, and shows how far it is. Stopped by the keyboard, it ends with what was read so far. */
export async function readAll(azure: Azure, io: Io): Promise<InventoryFile> {
  const stop = new AbortController();
  const onStop = () => stop.abort();
  process.once("SIGINT", onStop);
  const progress = createProgress(io, Date.now);
  const { signal } = stop;
  try {
    const inventory = await collect({
      azure,
      signal,
      onProgress: ({ coverage }) => progress.show(coverage.sources, coverage.throttled),
    });
    const principals = [...namedPrincipals(inventory)];
    const readPeople = async () => {
      const directory = await collectDirectory({
        azure,
        signal,
        principals,
        onProgress: ({ coverage }) => progress.show(coverage.parts, coverage.throttled),
      });
      return { directory, tenant: await collectTenant({ azure, signal, principals, directory: directory.directory }) };
    };
    const [people, roleAssignments, identities, operations] = await Promise.all([
      readPeople(),
      collectRoleAssignments({ azure, signal }),
      collectIdentities({ azure, signal, subscriptions: spokenFor(inventory.coverage) }),
      operationsOf(azure, signal, io),
    ]);
    return {
      collectedAt: Date.now(),
      program: version,
      cloud: azure.cloud.name,
      inventory,
      ...people,
      roleAssignments,
      identities,
      operations,
    };
  } finally {
    progress.end();
    process.removeListener("SIGINT", onStop);
  }
}

/** Only rules about what Azure adds need them: without them these cannot judge, and say so. */
async function operationsOf(azure: Azure, signal: AbortSignal, io: Io): Promise<InventoryFile["operations"]> {
  try {
    const { operations } = await listProviderOperations(azure, undefined, signal);
    return operations.map(({ name, isDataAction }) => ({ name, isDataAction }));
  } catch (error) {
    if (!(error instanceof AzureError)) throw error;
    io.note(`not seen: the operations that Azure publishes: ${error.message}`);
    return undefined;
  }
}
