"use client";

import { ChevronRight } from "lucide-react";
import { memo } from "react";
import { formatCount } from "@/lib/format";
import { CheckMark } from "../checkbox";
import { classNames } from "../class-names";
import { Foreign } from "../foreign";
import type { Column, TableSpec } from "./column";
import { pinned } from "./grid-head";

type Props<Row> = {
  spec: TableSpec<Row>;
  columns: readonly Column<Row>[];
  row: Row;
  line: number;
  top: number;
  height: number;
  /** The column of the current cell, where this row has it. */
  current: number | undefined;
  isSelected: boolean;
  isOpen: boolean;
  isNarrow: boolean;
  level: 2 | undefined;
};

const cellLook =
  "flex min-w-0 items-center overflow-hidden border-b border-line bg-inherit px-2 whitespace-nowrap outline-none focus-visible:shadow-[inset_0_-2px_0_var(--focus)]";

function Row<Data>({
  spec,
  columns,
  row,
  line,
  top,
  height,
  current,
  isSelected,
  isOpen,
  isNarrow,
  level,
}: Props<Data>) {
  const cellProps = (column: number) => ({
    role: "gridcell",
    "aria-colindex": column + 1,
    "data-line": line,
    "data-column": column,
    tabIndex: current === column ? 0 : -1,
  });
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      aria-selected={isSelected}
      aria-current={isOpen || undefined}
      aria-level={level}
      style={{ transform: `translateY(${top}px)`, height }}
      className={classNames(
        "group/row absolute inset-x-0 top-0 grid min-w-(--least) cursor-pointer",
        "focus-within:outline-2 focus-within:-outline-offset-2 focus-within:outline-focus",
        isSelected || isOpen ? "bg-beam-wash" : "bg-surface hover:bg-hover focus-within:bg-hover",
        isSelected && "edge",
        isNarrow ? "grid-cols-1" : "grid-cols-(--cols)",
        spec.isStale?.(row) && "text-ink-3",
      )}
    >
      {isNarrow ? (
        <div {...cellProps(0)} className={classNames(cellLook, "px-4")}>
          {spec.compact(row)}
        </div>
      ) : (
        <>
          <div {...cellProps(0)} className={classNames(cellLook, pinned, "left-0 pl-5")}>
            <span
              role="checkbox"
              aria-checked={isSelected}
              aria-label={`Select ${spec.rowLabel(row)}`}
              data-act="select"
            >
              <CheckMark checked={isSelected} />
            </span>
          </div>
          {columns.map((column, index) => (
            <div
              key={column.id}
              {...cellProps(index + 1)}
              className={classNames(
                cellLook,
                column.align === "end" && "justify-end",
                index === 0 && classNames(pinned, "left-10.5 font-[560]"),
              )}
            >
              {column.cell(row)}
            </div>
          ))}
        </>
      )}
    </div>
  );
}

export const GridRow = memo(Row) as typeof Row;

type GroupProps = {
  value: string;
  count: number;
  line: number;
  top: number;
  height: number;
  columns: number;
  isCurrent: boolean;
  isClosed: boolean;
};

export function GroupRow({ value, count, line, top, height, columns, isCurrent, isClosed }: GroupProps) {
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      aria-level={1}
      aria-expanded={!isClosed}
      style={{ transform: `translateY(${top}px)`, height }}
      className="absolute inset-x-0 top-0 min-w-(--least) cursor-pointer bg-sunken"
    >
      <div
        role="gridcell"
        aria-colindex={1}
        aria-colspan={columns}
        data-line={line}
        data-column={0}
        tabIndex={isCurrent ? 0 : -1}
        className="sticky left-0 flex h-full max-w-[100vw] items-center gap-2 border-b border-line px-5 font-[560] -outline-offset-2"
      >
        <ChevronRight aria-hidden size={13} className={classNames("text-ink-3", !isClosed && "rotate-90")} />
        <Foreign text={value || "No value"} className="truncate" />
        <span className="font-[400] text-ink-3">{formatCount(count)}</span>
      </div>
    </div>
  );
}
