"use client";

import { useInventory } from "@/components/coverage/use-inventory";
import { customersIn } from "@/lib/queries/inventory-rows";
import { paths } from "@/lib/paths";

/** How many rows each place holds, by its path; nothing while there is nothing. */
export function useCounts(): Readonly<Record<string, number>> {
  const { inventory } = useInventory();
  const customers = inventory && customersIn(inventory);
  if (!customers?.length) return {};
  // Not from the rows of delegations, which need not be made for a page that shows customers.
  const delegations = customers.reduce((sum, { delegations }) => sum + (delegations ?? 0), 0);
  // None at all of customers who could not be read is no count.
  return { [paths.customers]: customers.length, ...(delegations > 0 && { [paths.delegations]: delegations }) };
}
