"use client";

import { useInventory } from "@/components/coverage/use-inventory";
import { customersIn, delegationsIn } from "@/lib/queries/inventory-rows";
import { paths } from "@/lib/paths";

/** How many rows each place holds, by its path; nothing while nothing has been read. */
export function useCounts(): Readonly<Record<string, number>> {
  const { inventory } = useInventory();
  if (!inventory) return {};
  return {
    [paths.customers]: customersIn(inventory).length,
    [paths.delegations]: delegationsIn(inventory).length,
  };
}
