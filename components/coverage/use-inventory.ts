"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { useAzure } from "@/components/auth/use-azure";
import type { SourceName } from "@/lib/domain/coverage";
import type { SubscriptionId } from "@/lib/domain/ids";
import type { Inventory } from "@/lib/domain/inventory";
import { inventoryQuery, readAgain, retrySources, retrySubscription, stopReading } from "@/lib/queries/inventory";

export type Reading = Readonly<{
  /** What has been read so far; it grows while it is read. */
  inventory: Inventory | undefined;
  /** Why nothing at all could be read. */
  error: Error | undefined;
  readAgain: () => void;
  retry: (sources: readonly SourceName[]) => void;
  retrySubscription: (subscription: SubscriptionId) => void;
  /** Ends the reading and keeps what came. */
  stop: () => void;
}>;

// The query itself holds the error, and the pages show it.
const told = () => undefined;

/** The one inventory that all screens stand on, and what a person can do about it. */
export function useInventory(): Reading {
  const { azure } = useAzure();
  const client = useQueryClient();
  const { data, error } = useQuery(inventoryQuery(azure));
  // A large estate takes a while to draw: the first rows come at once, later ones in a render that gives way to all else.
  const late = useDeferredValue(data);
  const inventory = late?.delegations.size ? late : data;
  return {
    inventory,
    error: error ?? undefined,
    readAgain: () => void readAgain(client, azure).catch(told),
    retry: (sources) => void retrySources(client, azure, sources).catch(told),
    retrySubscription: (subscription) => void retrySubscription(client, azure, subscription).catch(told),
    stop: () => stopReading(azure),
  };
}
