import { queryOptions } from "@tanstack/react-query";
import type { Azure } from "@/lib/azure/client";
import { collectIdentities } from "@/lib/collect/identities/collect-identities";
import { spokenFor } from "@/lib/domain/coverage";
import type { IdentitiesReading } from "@/lib/domain/identities-reading";
import type { Inventory } from "@/lib/domain/inventory";

const minutes = 60_000;

/** Where resources run as managed identities, in the subscriptions that Resource Graph answered for. */
export const identitiesQuery = (azure: Azure, inventory: Inventory | undefined) =>
  queryOptions<IdentitiesReading>({
    queryKey: [...azure.key, "identities", inventory?.coverage.finishedAt ?? 0],
    queryFn: ({ signal }) => {
      if (!inventory) throw new Error("There are no subscriptions to ask about.");
      return collectIdentities({ azure, subscriptions: spokenFor(inventory.coverage), signal });
    },
    enabled: inventory?.coverage.finishedAt !== undefined,
    staleTime: 15 * minutes,
    retry: false,
    structuralSharing: false,
    placeholderData: (previous) => previous,
  });
