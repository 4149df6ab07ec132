import { queryOptions } from "@tanstack/react-query";
import type { Azure } from "@/lib/azure/client";
import type { Inventory } from "@/lib/domain/inventory";

/** An inventory as it was when this person last looked. Azure's own records are left out of it. */
export type LastSeen = Readonly<{ inventory: Inventory; at: number }>;

/**
 * The inventory that this person last saw before this visit, in this browser; null where there is none, as on a first visit,
 * where keeping is turned off, or after a week.
 *
 * A visit is another one only if nothing was read for four hours before it. Whoever reloads every five minutes, opens a
 * second tab or comes back from lunch would otherwise be told that nothing has changed, although they have not yet dealt
 * with what did; and a night shift that passes midnight is one visit. While the page is open it reads by itself, so that the
 * time between two readings is the time in which nobody looked. It stays the same as long as the page is open.
 */
export const lastSeenQuery = (azure: Azure) =>
  queryOptions<LastSeen | null>({
    queryKey: [...azure.key, "lastSeen"],
    queryFn: async () => {
      const { lastSeen } = await import("./kept");
      const inventory = await lastSeen(azure);
      const at = inventory?.coverage.finishedAt;
      return inventory && at !== undefined ? { inventory, at } : null;
    },
    staleTime: Infinity,
    gcTime: Infinity,
    retry: false,
    structuralSharing: false,
  });
