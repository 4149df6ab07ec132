import type { CSSProperties } from "react";
import type { Column } from "./data-table/column";

const widths = [148, 96, 120, 88, 132, 104, 140, 112, 92, 126, 84, 116];

/** A table in its final geometry, without what it will say. */
export function TableSkeleton<Row>({ columns, rowHeight }: { columns: readonly Column<Row>[]; rowHeight: number }) {
  const shown = columns.filter(({ isHidden }) => !isHidden);
  return (
    <div aria-busy="true" role="status" aria-label="Reading" className="min-h-0 flex-1 overflow-hidden bg-surface">
      <div
        aria-hidden
        className="flex h-[43px] items-center border-b border-line bg-canvas px-5 max-sm:h-[53px] max-sm:px-4"
      >
        <span className="h-control w-59 rounded-sm border border-line-2 bg-surface max-sm:h-touch" />
      </div>
      <div
        aria-hidden
        className="flex h-9 items-end max-sm:hidden gap-4 border-b border-line-2 bg-canvas px-5 pb-1.5 text-xs text-ink-2"
      >
        {shown.map(({ id, header, width, grow }) => (
          <span key={id} className="truncate" style={{ width, flexGrow: grow ?? 0 }}>
            {header}
          </span>
        ))}
      </div>
      {widths.map((width, row) => (
        <div
          key={width}
          aria-hidden
          className="flex h-(--row) items-center gap-4 border-b border-line px-5 max-sm:h-15 max-sm:px-4"
          style={{ "--row": `${rowHeight}px`, opacity: 1 - row / widths.length } as CSSProperties}
        >
          <span className="hidden w-full max-sm:block">
            <span className="block h-2.5 rounded-xs bg-press" style={{ width }} />
            <span className="mt-2.5 block h-2 rounded-xs bg-press" style={{ width: width * 0.7 }} />
          </span>
          {shown.map((column, index) => (
            <span key={column.id} className="max-sm:hidden" style={{ width: column.width, flexGrow: column.grow ?? 0 }}>
              <span
                className="block h-2 rounded-xs bg-press"
                style={{ width: index === 0 ? width : Math.min(column.width * 0.6, width * 0.7) }}
              />
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
