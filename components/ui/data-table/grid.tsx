"use client";

import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type CSSProperties, type Ref } from "react";
import { groupAt, isGroup } from "@/lib/table/group";
import { usePainted } from "../after-paint";
import { classNames } from "../class-names";
import { followAddress } from "../go";
import type { Column, TableSpec } from "./column";
import { namelessGroup } from "./group-order";
import { GridHead, headHeight } from "./grid-head";
import type { Place } from "./grid-move";
import { cellClasses, GridRow, rowWords } from "./grid-row";
import { GroupRow, groupWords } from "./group-row";
import type { RushWords } from "./rush-rows";
import type { Sort } from "./url-params";
import { useNow } from "../use-now";
import { firstInViewOf } from "./row-slots";
import { reveal, useRowWindow } from "./use-row-window";
import type { NumberedLines } from "./use-table";
import { lineOf, useGridEvents } from "./use-grid-events";

/** Focuses the current cell, or the given line. */
export type GridHandle = Readonly<{ focus: (line?: number) => void }>;

export type GridProps<Row> = {
  spec: TableSpec<Row>;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  lines: NumberedLines<Row>;
  sort: Sort;
  rowHeight: number;
  isNarrow: boolean;
  isBusy: boolean;
  closed: ReadonlySet<string>;
  selected: ReadonlySet<string>;
  openId: string | undefined;
  /** The column that rows are grouped by. */
  group: string | undefined;
  onFollow: ((href: string) => void) | undefined;
  onSort: (id: string) => void;
  onOpen: (row: Row) => void;
  onToggleGroup: (value: string) => void;
  onSelect: (id: string, isRange: boolean) => void;
  onSelectAll: () => void;
  onEscape: () => void;
};

// React's types know no custom properties, which its style attribute takes like any other.
const withVariables = (variables: Record<`--${string}`, string>) => variables as CSSProperties;

const geometry = <Row,>(columns: readonly Column<Row>[], isNarrow: boolean, rowHeight: number) =>
  withVariables({
    "--cols": ["42px", ...columns.map(({ width, grow }) => `minmax(${width}px, ${grow ?? 0}fr)`)].join(" "),
    "--row-line": `${rowHeight - 1}px`,
    "--least": isNarrow ? "0px" : `${42 + columns.reduce((sum, { width }) => sum + width, 0)}px`,
  });

/** Rows as an ARIA grid with one tab stop; only those in view are in the page. */
export function Grid<Row>({ ref, ...props }: GridProps<Row> & { ref: Ref<GridHandle> }) {
  const { spec, rows, columns, lines, sort, rowHeight, isNarrow, isBusy, closed, selected, openId } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<Place>({ line: 0, column: 1 });
  const wantsFocus = useRef<"pressed" | "asked for">(undefined);
  const count = lines.lines.length;
  const columnCount = isNarrow ? 1 : columns.length + 1;
  const place: Place = {
    line: Math.min(current.line, count - 1),
    column: Math.min(current.column, columnCount - 1),
  };

  const now = useNow();
  const wordsOf = (line: number): RushWords | undefined => {
    const at = lines.lines[line];
    if (at === undefined) return undefined;
    const group = isGroup(at) ? lines.groups[groupAt(at)] : undefined;
    if (group) return groupWords(group.value || namelessGroup(spec, props.group), group.count);
    const row = rows[at];
    return row && rowWords(spec, columns, row, now, selected.has(spec.rowId(row)));
  };
  const [drawn, host] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  const [hot, setHot] = useState<number>();
  const { slots, show, isResting } = useRowWindow(
    scroller,
    { rowHeight, headHeight: isNarrow ? 0 : headHeight, current: place.line, isFlowing: isNarrow },
    isNarrow ? undefined : { drawn, host, cells: cellClasses(columns), wordsOf },
    () => setHot(lineOf(scroller.current?.querySelector("[role=row]:hover"))),
  );

  // When others are found or sorted, the first in view are drawn at once, and the rest a moment later: a key of the filter
  // must not wait for rows that nobody has come to yet.
  const before = usePainted(lines);
  const isFirst = firstInViewOf(slots, place.line);

  const focusPlace = ({ line, column }: Place, isSeen: boolean) => {
    const row = scroller.current?.querySelector(`[aria-rowindex="${line + 2}"]`);
    // The head of a group is one cell, whichever column one comes from.
    const cell = row?.querySelector<HTMLElement>(`:scope > [aria-colindex="${column + 1}"], :scope > [aria-colspan]`);
    cell?.focus({ preventScroll: true });
    if (isSeen) return;
    // The first columns are pinned; a row is as wide as all columns, so that it is never scrolled sideways.
    reveal((column > 1 && cell) || row || null);
  };

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    // Whoever presses a head sees it, and bringing it into view would lay out the page once more before it is sorted.
    focusPlace(current, wantsFocus.current === "pressed" && current.line === -1);
    wantsFocus.current = undefined;
  }, [current]);

  const go = (next: Place, how: "pressed" | "asked for" = "asked for") => {
    wantsFocus.current = how;
    show(next.line);
    setCurrent({ ...next });
  };
  useImperativeHandle(ref, () => ({
    focus: (line = place.line) => go({ line: Math.max(line, Math.min(0, count - 1)), column: place.column }),
  }));

  // The row that leads to another page is marked until that has been drawn.
  const [left, setLeft] = useState<number>();
  useEffect(() => followAddress(() => setLeft(undefined)), []);

  const events = useGridEvents({ ...props, place, columnCount, scroller, go, onLeave: setLeft });
  const isGrouped = lines.groups.length > 0;
  const selectedShown = selected.size > 0 ? (selected.size >= rows.length ? true : "mixed") : false;

  return (
    <div
      ref={scroller}
      role={isGrouped ? "treegrid" : "grid"}
      aria-label={spec.many}
      aria-rowcount={count + 1}
      aria-colcount={columnCount}
      aria-multiselectable
      aria-busy={isBusy}
      {...events}
      // Rows that pass under the pointer are not pointed at: the one it is left on is.
      onPointerOver={({ target }) => isResting.current && setHot(lineOf(target))}
      onPointerLeave={() => setHot(undefined)}
      style={geometry(columns, isNarrow, rowHeight)}
      className="grid-scroller relative flex-1 bg-surface"
    >
      {!isNarrow && (
        <GridHead
          columns={columns}
          sort={sort}
          selected={selectedShown}
          many={spec.many}
          currentColumn={place.line === -1 ? place.column : undefined}
        />
      )}
      <div role="rowgroup" className={classNames("relative min-w-(--least)")} style={{ height: count * rowHeight }}>
        {/* The pointer rests above rows that rush past: nobody points at one, and each would be drawn as if. */}
        <div ref={host} className="pointer-events-none" />
        <div ref={drawn}>
          {slots.map(({ slot, line: index, isBrief = false }) => {
            const isCurrent = place.line === index;
            const from = isCurrent || isFirst(index) ? lines : before;
            const at = index < count ? from.lines[index] : undefined;
            if (at === undefined) return null;
            const group = isGroup(at) ? from.groups[groupAt(at)] : undefined;
            if (group)
              return (
                <GroupRow
                  key={slot}
                  value={group.value || namelessGroup(spec, props.group)}
                  count={group.count}
                  mark={props.group !== undefined && spec.groups?.mark?.(props.group, from.rows[group.first]!)}
                  line={index}
                  top={index * rowHeight}
                  height={rowHeight}
                  columns={columnCount}
                  isCurrent={isCurrent}
                  isClosed={closed.has(group.value)}
                />
              );
            const row = from.rows[at];
            if (!row) return null;
            const id = spec.rowId(row);
            return (
              <GridRow
                key={slot}
                spec={spec}
                columns={columns}
                row={row}
                line={index}
                now={now}
                top={index * rowHeight}
                height={rowHeight}
                current={isCurrent ? place.column : undefined}
                isHot={hot === index}
                isBrief={isBrief && !isCurrent}
                isSelected={selected.has(id)}
                isOpen={openId === id || left === index}
                isNarrow={isNarrow}
                level={isGrouped ? 2 : undefined}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
