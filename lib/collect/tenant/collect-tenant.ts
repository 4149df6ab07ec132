import type { Azure } from "@/lib/azure/client";
import type { Directory } from "@/lib/domain/directory";
import type { PrincipalId } from "@/lib/domain/ids";
import { tenantParts, type TenantReading } from "@/lib/domain/tenant-facts";
import { createPartLedger } from "../part-ledger";
import { readApplications } from "./read-applications";
import { readOwners } from "./read-owners";
import { readRootRoles } from "./read-root-roles";
import type { TenantPass } from "./tenant-pass";

export type CollectTenantOptions = Readonly<{
  azure: Azure;
  /** What was read of the directory: its groups and applications are asked for owners. */
  directory: Directory;
  /** Those that grants name: of whoever is gone among them it is asked whether an application has the id. */
  principals: Iterable<PrincipalId>;
  signal?: AbortSignal | undefined;
}>;

/**
 * Reads of the managing tenant what findings alone ask for. What is not given is told in the coverage and never thrown;
 * stopped by the signal, it resolves with what was read so far.
 */
export async function collectTenant({ azure, directory, principals, signal }: CollectTenantOptions) {
  const ledger = createPartLedger(tenantParts, azure.graph.clock.now, undefined);
  // Should one read fail for a fault of ours, the others must not go on unheard.
  const stop = new AbortController();
  const pass: TenantPass = {
    azure,
    signal: AbortSignal.any([stop.signal, ...(signal ? [signal] : [])]),
    ledger,
    draft: { owners: new Map(), applications: new Map(), rootRoles: undefined },
  };
  const gone = [...new Set(principals)].filter((id) => directory.principals.get(id)?.state === "deleted");
  try {
    await Promise.all([readOwners(pass, directory), readApplications(pass, gone), readRootRoles(pass)]);
  } catch (error) {
    if (!signal?.aborted) throw error;
  } finally {
    stop.abort();
  }
  ledger.finish();
  return { facts: pass.draft, coverage: ledger.snapshot() } satisfies TenantReading;
}
