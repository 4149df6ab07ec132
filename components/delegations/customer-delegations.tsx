"use client";

import { useMemo } from "react";
import { useFindings } from "@/components/assessment/use-findings";
import { useInventory } from "@/components/coverage/use-inventory";
import { useOncePainted } from "@/components/ui/after-paint";
import { PartHead } from "@/components/ui/part-head";
import { allTold } from "@/components/ui/severity-cells";
import { countByDelegation, countSeverities } from "@/lib/domain/findings/rows/severity-counts";
import { tenantId } from "@/lib/domain/ids";
import { strongestLevel } from "@/lib/domain/roles/strongest-level";
import { formatCount } from "@/lib/format";
import { levelsIn } from "@/lib/queries/access";
import { delegationsIn } from "@/lib/queries/inventory-rows";
import { DelegationsTable } from "./delegations-table";
import { oneCustomerSpec, type JudgedDelegation } from "./judged-spec";

const none = countSeverities([]);

/** One customer's delegations, as a part of its page. */
export function CustomerDelegations({ tenantId: parameter }: { tenantId: string }) {
  const { inventory } = useInventory();
  const tenant = tenantId(parameter);
  const found = useFindings();
  // Telling the findings of each delegation takes longer than all else here: the rows come first.
  const judged = useOncePainted(found && !found.of.isPartial ? found : undefined);
  const findings = useMemo(() => (judged && tenant ? countByDelegation(judged, tenant) : undefined), [judged, tenant]);
  const untold = judged && tenant ? judged.untold.at(tenant) : allTold;
  const rows = useMemo(() => {
    if (!inventory) return undefined;
    const levelOf = levelsIn(inventory);
    return delegationsIn(inventory)
      .filter(({ customer }) => customer === tenant)
      .map((row): JudgedDelegation => {
        const definition = inventory.delegations.get(row.id)?.definition;
        return {
          ...row,
          level: definition && strongestLevel(definition, levelOf),
          findings: findings && (findings.get(row.id) ?? none),
          untold,
        };
      });
  }, [inventory, findings, untold, tenant]);
  if (!inventory || !rows) return null;
  return (
    <DelegationsTable
      spec={oneCustomerSpec}
      inventory={inventory}
      rows={rows}
      head={(actions) => <PartHead title="Delegations" count={formatCount(rows.length)} actions={actions} />}
    />
  );
}
