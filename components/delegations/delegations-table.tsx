"use client";

import { type ReactNode } from "react";
import { freshnessOf } from "@/components/coverage/words";
import type { TableSpec } from "@/components/ui/data-table/column";
import { DataTable } from "@/components/ui/data-table/data-table";
import { useTableUrl } from "@/components/ui/data-table/use-table-url";
import { go } from "@/components/ui/go";
import { Fetched } from "@/components/ui/fetched";
import { lazily } from "@/components/ui/lazily";
import { Total } from "@/components/ui/total";
import { isReading } from "@/lib/domain/coverage";
import type { DelegationRow } from "@/lib/domain/delegation-rows";
import type { Inventory } from "@/lib/domain/inventory";

const DelegationPanel = lazily(async () => (await import("./delegation-panel")).DelegationPanel);

type Props<Row> = {
  spec: TableSpec<Row>;
  inventory: Inventory;
  rows: readonly Row[];
  head: (actions: ReactNode) => ReactNode;
};

/** Delegations, and beside them the open one, which the URL names. */
export function DelegationsTable<Row extends DelegationRow>({ spec, inventory, rows, head }: Props<Row>) {
  const url = useTableUrl(spec);
  const { open } = url;
  return (
    <DataTable
      spec={spec}
      rows={rows}
      url={url}
      isSettled={!isReading(inventory.coverage)}
      freshness={freshnessOf(inventory.coverage)}
      onOpen={({ id }) => url.setOpen(id)}
      onFollow={go}
      totals={totals}
      head={head}
      panel={(near) =>
        open !== undefined && (
          <Fetched>
            <DelegationPanel id={open} inventory={inventory} near={near} onOpen={url.setOpen} />
          </Fetched>
        )
      }
    />
  );
}

function totals(rows: readonly DelegationRow[], hits: Int32Array) {
  let standing = 0;
  let eligible = 0;
  const customers = new Set<string>();
  for (const index of hits) {
    const row = rows[index];
    if (!row) continue;
    standing += row.standing ?? 0;
    eligible += row.eligible ?? 0;
    customers.add(row.customer);
  }
  return (
    <>
      <Total count={hits.length} one="delegation" />
      <Total count={customers.size} one="customer" />
      <Total count={standing} one="standing authorization" className="max-sm:hidden" />
      <Total count={eligible} one="eligible authorization" className="max-sm:hidden" />
    </>
  );
}
