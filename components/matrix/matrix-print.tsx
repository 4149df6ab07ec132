"use client";

import { useMemo } from "react";
import { cellRows } from "@/components/matrix/cells/cell-rows";
import { cellSpec } from "@/components/matrix/cells/cell-spec";
import { PrintTable } from "@/components/ui/data-table/print-table";
import { usePrinting } from "@/components/ui/use-printing";
import { finish } from "@/lib/table/slices";
import { orderFor, prepareOrder, tableOf } from "@/lib/table/table";
import type { Matrix } from "./use-matrix";

type Props = { matrix: Matrix; isSettled: boolean };

const { sort } = cellSpec;
const url = { query: "", chosen: {}, group: undefined, sort };
const columns = cellSpec.columns.filter(({ isHidden }) => !isHidden);

/** Cells on paper are their table: a picture that is pointed at says nothing there. */
export const MatrixPrint = (props: Props) => usePrinting() && <Printed {...props} />;

function Printed({ matrix, isSettled }: Props) {
  const { table, arranged } = useMemo(() => {
    const rows = cellRows(matrix);
    const table = tableOf(cellSpec.columns, rows);
    finish(prepareOrder(table, sort.id));
    const order = orderFor(table, sort.id)?.rows ?? Int32Array.from(rows.keys());
    return { table, arranged: sort.descending ? order.toReversed() : order };
  }, [matrix]);
  return (
    <PrintTable spec={cellSpec} columns={columns} table={table} arranged={arranged} url={url} isSettled={isSettled} />
  );
}
