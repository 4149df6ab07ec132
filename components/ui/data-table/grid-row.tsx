"use client";

import { memo } from "react";
import { CheckMark } from "../checkbox";
import { classNames } from "../class-names";
import { CopyButton } from "../copy-button";
import { foreignText } from "../foreign";
import { exportedValue, type Column, type TableSpec } from "./column";

type Props<Row> = {
  spec: TableSpec<Row>;
  columns: readonly Column<Row>[];
  row: Row;
  line: number;
  now: number;
  top: number;
  height: number;
  /** The column of the current cell, where this row has it. */
  current: number | undefined;
  /** The pointer is on it. */
  isHot: boolean;
  /** Rows rush past: words alone. */
  isBrief: boolean;
  isSelected: boolean;
  isOpen: boolean;
  isNarrow: boolean;
  level: 2 | undefined;
};

function Row<Data>(props: Props<Data>) {
  const { spec, columns, row, line, now, top, height, current, isHot, isBrief } = props;
  const { isSelected, isOpen, isNarrow, level } = props;
  const cell = (column: number) => ({
    role: "gridcell",
    "aria-colindex": column + 1,
    tabIndex: current === column ? 0 : undefined,
  });
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      aria-selected={isSelected}
      aria-current={isOpen || undefined}
      aria-level={level}
      style={{ top, height }}
      className={classNames("grid-row", isNarrow && "grid-row-narrow", spec.isStale?.(row) && "text-ink-3")}
    >
      {isNarrow ? (
        <div {...cell(0)} className="grid-cell grid-clip px-4!">
          {spec.compact(row)}
        </div>
      ) : (
        <>
          <div {...cell(0)} className="grid-cell grid-check">
            {!isBrief && checkbox(isSelected, `Select ${spec.rowLabel(row)}`)}
          </div>
          {columns.map((column, index) => (
            <div
              key={column.id}
              {...cell(index + 1)}
              title={isHot ? column.title?.(row) : undefined}
              className={classNames(
                index === 0 ? "grid-cell grid-first" : "grid-cell",
                !column.isShort && "grid-clip",
                column.align === "end" && "grid-end",
                column.isQuiet && "grid-quiet",
              )}
            >
              {/* One child alone is set as text; React keeps account of each of several. */}
              {isBrief ? (
                foreignText((column.brief ?? column.text)(row))
              ) : column.copies !== undefined && (isHot || current !== undefined) ? (
                <>
                  {column.cell(row, now)}
                  <CopyButton text={String(exportedValue(column, row))} what={column.copies} className="grid-copy" />
                </>
              ) : (
                column.cell(row, now)
              )}
            </div>
          ))}
        </>
      )}
    </div>
  );
}

const checkbox = (checked: boolean, label: string) =>
  checked ? (
    <CheckMark checked label={label} />
  ) : (
    <i role="checkbox" aria-checked={false} aria-label={label} className="grid-box" />
  );

export const GridRow = memo(Row) as typeof Row;
