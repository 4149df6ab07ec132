import { queryOptions } from "@tanstack/react-query";
import type { Azure } from "@/lib/azure/client";
import { collectTenant } from "@/lib/collect/tenant/collect-tenant";
import type { Directory } from "@/lib/domain/directory";
import type { DirectoryReading } from "@/lib/domain/directory-reading";
import type { Inventory } from "@/lib/domain/inventory";
import { namedPrincipals } from "@/lib/domain/named-principals";
import type { TenantReading } from "@/lib/domain/tenant-facts";
import { printOf } from "./print";

const minutes = 60_000;

/**
 * What findings alone ask of the managing tenant: who owns groups and applications, which ids are applications', who holds
 * roles at the root. It is read when the directory has been, and again when the directory holds others.
 */
export const tenantQuery = (azure: Azure, inventory: Inventory | undefined, reading: DirectoryReading | undefined) => {
  const isReady = inventory !== undefined && reading?.coverage.finishedAt !== undefined;
  const print = isReady ? printIn(reading.directory) : "none";
  return queryOptions<TenantReading>({
    queryKey: [...azure.key, "tenant", print],
    queryFn: ({ signal }) => {
      if (!inventory || !reading) throw new Error("There is no directory to ask about.");
      const { directory } = reading;
      return collectTenant({ azure, directory, principals: namedPrincipals(inventory), signal });
    },
    enabled: isReady,
    staleTime: 15 * minutes,
    gcTime: 60 * minutes,
    retry: false,
    structuralSharing: false,
    placeholderData: (previous) => previous,
  });
};

const known = new WeakMap<Directory["principals"], string>();

/** Those who are asked about: with another deleted principal there is another question. Once for each state of them. */
function printIn({ principals }: Directory): string {
  const before = known.get(principals);
  if (before !== undefined) return before;
  const now = printOf([...principals.values()].map(({ id, state }) => `${id} ${state}`).sort());
  known.set(principals, now);
  return now;
}
