"use client";

import { ChevronDown, Download } from "lucide-react";
import { buttonLook } from "@/components/ui/button";
import type { ExportFormat } from "@/components/ui/data-table/export-rows";
import { MenuButton } from "@/components/ui/menu-button";
import type { Freshness } from "@/lib/export/sheet";
import { cellRows } from "@/components/matrix/cells/cell-rows";
import { cellSpec } from "@/components/matrix/cells/cell-spec";
import type { Matrix } from "./use-matrix";

/** Files of the cells that are shown. */
export function MatrixExport({ matrix, freshness }: { matrix: Matrix; freshness: Freshness }) {
  const as = (format: ExportFormat) => async () => {
    const { exportRows } = await import("@/components/ui/data-table/export-rows");
    await exportRows(format, { spec: cellSpec, columns: cellSpec.columns, rows: cellRows(matrix), freshness });
  };
  return (
    <MenuButton
      label="Export"
      className={buttonLook({ variant: "quiet" }, "max-sm:size-11 max-sm:p-0")}
      trigger={
        <>
          <Download aria-hidden size={15} />
          <span className="max-sm:sr-only">Export</span>
          <ChevronDown aria-hidden size={12} className="max-sm:hidden" />
        </>
      }
      items={[
        { label: "CSV", onSelect: as("csv") },
        { label: "JSON", onSelect: as("json") },
        { label: "Excel", onSelect: as("xlsx") },
      ]}
    />
  );
}
