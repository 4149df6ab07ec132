"use client";

import { memo } from "react";
import { CheckMark } from "../checkbox";
import { classNames } from "../class-names";
import { CopyButton } from "../copy-button";
import { foreignText } from "../foreign";
import { exportedValue, type Column, type TableSpec } from "./column";
import type { RushWords } from "./rush-rows";

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
  /** One of many that came at once: words alone. */
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
      style={{ transform: `translateY(${top}px)`, height }}
      className={classNames(rowClass(spec, row), isNarrow && "grid-row-narrow")}
    >
      {isNarrow ? (
        <div {...cell(0)} className="grid-cell grid-clip px-4!">
          {spec.compact(row)}
        </div>
      ) : (
        <>
          <div {...cell(0)} className={checkClass}>
            {!isBrief && checkbox(isSelected, `Select ${spec.rowLabel(row)}`)}
          </div>
          {columns.map((column, index) => (
            <div
              key={column.id}
              {...cell(index + 1)}
              title={isHot ? column.title?.(row) : undefined}
              className={cellClass(column, index)}
            >
              {/* One child alone is set as text; React keeps account of each of several. */}
              {isBrief ? (
                briefText(column, row, now)
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

const checkClass = "grid-cell grid-check";

const cellClass = <Data,>({ isShort, align, isQuiet }: Column<Data>, index: number): string =>
  classNames(
    index === 0 ? "grid-cell grid-first" : "grid-cell",
    !isShort && "grid-clip",
    align === "end" && "grid-end",
    isQuiet && "grid-quiet",
  );

export const cellClasses = <Data,>(columns: readonly Column<Data>[]): readonly string[] => [
  checkClass,
  ...columns.map(cellClass),
];

const rowClass = <Data,>({ isStale }: TableSpec<Data>, row: Data) =>
  classNames("grid-row", isStale?.(row) && "text-ink-3");

const briefText = <Data,>(column: Column<Data>, row: Data, now: number) =>
  foreignText(column.brief ? column.brief(row, now) : column.text(row));

/** A row that rushes past. */
export const rowWords = <Data,>(
  spec: TableSpec<Data>,
  columns: readonly Column<Data>[],
  row: Data,
  now: number,
  isSelected: boolean,
): RushWords => ({
  texts: ["", ...columns.map((column) => briefText(column, row, now))],
  className: rowClass(spec, row),
  isSelected,
});

const checkbox = (checked: boolean, label: string) =>
  checked ? (
    <CheckMark checked label={label} />
  ) : (
    <i role="checkbox" aria-checked={false} aria-label={label} className="grid-box" />
  );

export const GridRow = memo(Row) as typeof Row;
