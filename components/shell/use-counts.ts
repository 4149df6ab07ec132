"use client";

import { useInventory } from "@/components/coverage/use-inventory";
import { customersIn, delegationsIn } from "@/lib/queries/inventory-rows";
import { paths } from "@/lib/paths";

/** How many rows each place holds, by its path; nothing while there is nothing. */
export function useCounts(): Readonly<Record<string, number>> {
  const { inventory } = useInventory();
  const customers = inventory && customersIn(inventory).length;
  if (!customers) return {};
  return { [paths.customers]: customers, [paths.delegations]: delegationsIn(inventory).length };
}
