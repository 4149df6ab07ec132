"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useAzure } from "@/components/auth/use-azure";
import type { Inventory } from "@/lib/domain/inventory";
import { inventoryQuery } from "@/lib/queries/inventory";

export type Reading = Readonly<{
  /** What has been read so far; it grows while it is read. */
  inventory: Inventory | undefined;
  /** Why nothing at all could be read. */
  error: Error | undefined;
  readAgain: () => void;
  /** Ends the reading and keeps what came. */
  stop: () => void;
}>;

/** The one inventory that all screens stand on, and what a person can do about it. */
export function useInventory(): Reading {
  const { azure } = useAzure();
  const client = useQueryClient();
  const query = inventoryQuery(azure);
  const { data, error, refetch } = useQuery(query);
  return {
    inventory: data,
    error: error ?? undefined,
    readAgain: () => void refetch({ cancelRefetch: false }),
    stop: () => void client.cancelQueries({ queryKey: query.queryKey }, { revert: false }),
  };
}
