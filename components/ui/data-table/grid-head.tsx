"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { memo } from "react";
import { CheckMark } from "../checkbox";
import { classNames } from "../class-names";
import type { Column } from "./column";
import type { Sort } from "./url-params";

type Props<Row> = {
  columns: readonly Column<Row>[];
  sort: Sort;
  selected: boolean | "mixed";
  many: string;
  currentColumn: number | undefined;
};

export const headHeight = 36;

const cell = "flex h-9 min-w-0 items-end bg-canvas px-2 pb-1.5 text-xs leading-[13px] font-narrow -outline-offset-2";
export const pinned = "max-xl:sticky max-xl:z-1 max-xl:bg-inherit";

/** Presses are the grid's. */
function Head<Row>({ columns, sort, selected, many, currentColumn }: Props<Row>) {
  return (
    <div role="rowgroup" className="sticky top-0 z-sticky border-b border-line-2 bg-canvas">
      <div role="row" aria-rowindex={1} className="grid min-w-(--least) grid-cols-(--cols)">
        <div
          role="columnheader"
          aria-colindex={1}
          tabIndex={currentColumn === 0 ? 0 : undefined}
          className={classNames(cell, pinned, "left-0 cursor-pointer pl-5")}
        >
          <CheckMark checked={selected} />
          <span className="sr-only">Select all {many}</span>
        </div>
        {columns.map((column, index) => {
          const isSorted = sort.id === column.id;
          const Arrow = sort.descending ? ArrowDown : ArrowUp;
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={index + 2}
              aria-sort={isSorted ? (sort.descending ? "descending" : "ascending") : "none"}
              tabIndex={currentColumn === index + 1 ? 0 : undefined}
              className={classNames(
                cell,
                "cursor-pointer gap-1 hover:text-ink",
                column.align === "end" && "justify-end text-right",
                isSorted ? "font-[620] text-ink" : "font-[520] text-ink-2",
                index === 0 && classNames(pinned, "left-10.5"),
              )}
            >
              <span>{column.header}</span>
              {isSorted && <Arrow aria-hidden size={12} className="shrink-0" />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

export const GridHead = memo(Head) as typeof Head;
