"use client";

import { useMemo, type ReactNode } from "react";
import { cellRows, type CellRow } from "@/components/matrix/cells/cell-rows";
import { cellSpec } from "@/components/matrix/cells/cell-spec";
import { DataTable } from "@/components/ui/data-table/data-table";
import { useTableUrl } from "@/components/ui/data-table/use-table-url";
import { go } from "@/components/ui/go";
import type { Freshness } from "@/lib/export/sheet";
import { formatCounted } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { Matrix } from "./use-matrix";
import { matrixParams } from "./use-matrix-url";

type Props = {
  matrix: Matrix;
  isSettled: boolean;
  freshness: Freshness;
  head: (actions: ReactNode) => ReactNode;
};

/** The same cells as a table: sorted, grouped and filtered as any other. */
export function MatrixTable({ matrix, isSettled, freshness, head }: Props) {
  const url = useTableUrl(cellSpec);
  const rows = useMemo(() => cellRows(matrix), [matrix]);
  const blind = matrix.blind.filter((why) => why > 0).length;
  const unseen = blind > 0 && `Of ${formatCounted(blind, "customer")} not everything can be seen`;
  const totals = useMemo(
    () => (all: readonly CellRow[], hits: Int32Array) => {
      const [principals, customers] = [new Set<string>(), new Set<string>()];
      for (const hit of hits) {
        const row = all[hit];
        if (!row) continue;
        principals.add(row.principal);
        customers.add(row.customer);
      }
      return (
        <>
          <b>{formatCounted(principals.size, "principal")}</b>
          <b>{formatCounted(customers.size, "customer")}</b>
          {unseen && <span className="text-stale-text">{unseen}</span>}
        </>
      );
    },
    [unseen],
  );
  return (
    <DataTable
      spec={cellSpec}
      rows={rows}
      // The parameters of the matrix are kept for the way back.
      url={{ ...url, unknown: url.unknown.filter((name) => !((name.split("=")[0] ?? "") in matrixParams)) }}
      isSettled={isSettled}
      freshness={freshness}
      onOpen={({ principal }) => go(paths.principal(principal))}
      totals={totals}
      head={head}
    />
  );
}
