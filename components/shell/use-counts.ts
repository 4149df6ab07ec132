"use client";

import { useInventory } from "@/components/coverage/use-inventory";
import { useFindings } from "@/components/assessment/use-findings";
import { customersIn } from "@/lib/queries/inventory-rows";
import type { Findings } from "@/lib/queries/findings";
import { paths } from "@/lib/paths";

/**
 * How many rows each place holds, by its path, of findings only the critical ones, "?" where they cannot be
 * told; nothing while there is nothing.
 */
export function useCounts(): Readonly<Record<string, number | "?">> {
  const { inventory } = useInventory();
  const findings = useFindings();
  const customers = inventory && customersIn(inventory);
  const critical = findings && !findings.of.isPartial && { [paths.findings]: criticalIn(findings) };
  if (!customers?.length) return {};
  // Not from the rows of delegations, which need not be made for a page that shows customers.
  const delegations = customers.reduce((sum, { delegations }) => sum + (delegations ?? 0), 0);
  // None at all of customers who could not be read is no count.
  return {
    ...critical,
    [paths.customers]: customers.length,
    ...(delegations > 0 && { [paths.delegations]: delegations }),
  };
}

const criticalIn = ({ counts: { critical }, untold }: Findings): number | "?" =>
  critical === 0 && untold.anywhere.has("critical") ? "?" : critical;
