"use client";

import { useMemo, type ReactNode } from "react";
import { accessFreshness } from "@/components/access/access-freshness";
import { rated } from "@/components/access/grant-columns";
import type { Access } from "@/components/access/access-view";
import { inVainSpec } from "@/components/principals/leaver/leaver-spec";
import { DataTable } from "@/components/ui/data-table/data-table";
import { useTableUrl } from "@/components/ui/data-table/use-table-url";
import { EmptyState } from "@/components/ui/empty-state";
import { go } from "@/components/ui/go";
import { leaverRows, type LeaverRow } from "@/lib/domain/access/leaver-rows";
import type { Reach } from "@/lib/domain/access/reach";
import { formatCounted } from "@/lib/format";
import { paths } from "@/lib/paths";
import { levelsIn } from "@/lib/queries/access";

const own = ["show"] as const;

type Props = { access: Access; reach: Reach; head: (actions: ReactNode) => ReactNode };

/** What is granted to a principal or its groups, and surely gives it nothing. */
export function InVainTable({ access, reach, head }: Props) {
  const url = useTableUrl(inVainSpec, own);
  const { index } = access;
  // What gives something has no part in it, and may be thousands of grants.
  const rows = useMemo(
    () => rated(leaverRows(index, { ...reach, held: [] }), levelsIn(index.inventory)),
    [index, reach],
  );
  if (rows.length === 0)
    return (
      <>
        {head(null)}
        <EmptyState title="No grant is in vain">
          <p>Every grant that was read and leads here gives access, or it cannot be told whether it does.</p>
        </EmptyState>
      </>
    );
  return (
    <DataTable
      spec={inVainSpec}
      rows={rows}
      url={url}
      isSettled={!access.isReading}
      freshness={accessFreshness(access)}
      onOpen={({ grant }) => go(paths.customer(grant.customer))}
      totals={totals}
      head={head}
    />
  );
}

const totals = (_: readonly LeaverRow[], hits: Int32Array) => (
  <span>
    <b>{formatCounted(hits.length, "grant")}</b> that {hits.length === 1 ? "gives" : "give"} nothing
  </span>
);
