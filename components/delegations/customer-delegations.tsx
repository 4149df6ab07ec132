"use client";

import { useMemo } from "react";
import { useInventory } from "@/components/coverage/use-inventory";
import { tenantId } from "@/lib/domain/ids";
import { formatCount } from "@/lib/format";
import { delegationsIn } from "@/lib/queries/inventory-rows";
import { oneCustomerSpec } from "./delegation-spec";
import { DelegationsTable } from "./delegations-table";

/** One customer's delegations, as a part of its page. */
export function CustomerDelegations({ tenantId: parameter }: { tenantId: string }) {
  const { inventory } = useInventory();
  const tenant = tenantId(parameter);
  const all = inventory && delegationsIn(inventory);
  const rows = useMemo(() => all?.filter(({ customer }) => customer === tenant), [all, tenant]);
  if (!inventory || !rows) return null;
  return (
    <DelegationsTable
      spec={oneCustomerSpec}
      inventory={inventory}
      rows={rows}
      head={(actions) => (
        <div className="flex min-h-10 shrink-0 items-center gap-2 border-b border-line px-5 max-sm:px-4">
          <h2 className="font-[620]">
            Delegations <span className="ml-1 text-xs font-[400] text-ink-3">{formatCount(rows.length)}</span>
          </h2>
          <div className="ml-auto flex items-center gap-2">{actions}</div>
        </div>
      )}
    />
  );
}
