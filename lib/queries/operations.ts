import { queryOptions } from "@tanstack/react-query";
import type { Azure } from "@/lib/azure/client";
import { listProviderOperations } from "@/lib/azure/operations";

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
