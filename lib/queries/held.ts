import { queryOptions, skipToken } from "@tanstack/react-query";
import type { Azure } from "@/lib/azure/client";
import type { Inventory } from "@/lib/domain/inventory";

/**
 * What an earlier visit read as a whole, with people and assignments beside it in the cache: reach and findings stand on
 * it until this visit has read anew. It says of itself that it is to be read again, so nothing in it is conclusive.
 */
export const heldQuery = (azure: Azure) =>
  queryOptions<Inventory>({
    queryKey: [...azure.key, "held"],
    queryFn: skipToken,
    staleTime: Infinity,
    gcTime: Infinity,
    structuralSharing: false,
  });
