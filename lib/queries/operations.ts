import { queryOptions } from "@tanstack/react-query";
import type { Azure } from "@/lib/azure/client";
import { listProviderOperations } from "@/lib/azure/operations";
import type { Operation } from "@/lib/domain/operation";
import { knownOperations, type KnownOperations } from "@/lib/domain/roles/effective-operations";

const hours = 3_600_000;

/** Operations that roles can allow, of one provider or, about 12 MB, of all. They change about as often as Azure does. */
export const operationsQuery = (azure: Azure, namespace?: string) =>
  queryOptions({
    queryKey: [...azure.key, "operations", namespace?.toLowerCase() ?? "*"],
    queryFn: ({ signal }) => listProviderOperations(azure, namespace, signal),
    staleTime: 24 * hours,
    gcTime: 24 * hours,
    retry: false,
    structuralSharing: false,
  });

const indexed = new WeakMap<readonly Operation[], KnownOperations>();

/** The index over the operations, made once. */
export function knownIn(operations: readonly Operation[]): KnownOperations {
  let known = indexed.get(operations);
  if (!known) indexed.set(operations, (known = knownOperations(operations)));
  return known;
}
