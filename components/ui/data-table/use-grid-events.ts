"use client";

import type { ClipboardEvent, KeyboardEvent, MouseEvent, RefObject } from "react";
import { withoutFormulas } from "@/lib/export/formula";
import { groupAt, isGroup } from "@/lib/table/group";
import { toast } from "../toast";
import { isSwitchedOff } from "../use-keys";
import { exportedValue } from "./column";
import type { GridProps } from "./grid";
import { headHeight } from "./grid-head";
import { moved, type Place } from "./grid-move";
import { leaveBy } from "./use-focus-back";

type Parts<Row> = GridProps<Row> & {
  place: Place;
  columnCount: number;
  scroller: RefObject<HTMLDivElement | null>;
  go: (place: Place, how?: "pressed") => void;
  onLeave: (line: number) => void;
};

/** What keys, presses and copying do in a grid. One listener each: rows come and go while the grid scrolls. */
export function useGridEvents<Row>(props: Parts<Row>) {
  const { spec, rows, columns, lines, rowHeight, isNarrow, closed, place, columnCount, scroller } = props;
  const count = lines.lines.length;
  const rowAt = (line: number): Row | undefined => {
    const at = lines.lines[line];
    return at === undefined || isGroup(at) ? undefined : rows[at];
  };
  const groupOf = (line: number) => {
    const at = lines.lines[line];
    return at !== undefined && isGroup(at) ? lines.groups[groupAt(at)] : undefined;
  };

  const activate = (at: Place) => {
    if (at.line < 0) {
      const column = columns[at.column - 1];
      return column ? props.onSort(column.id) : props.onSelectAll();
    }
    const group = groupOf(at.line);
    if (group) return props.onToggleGroup(group.value);
    const row = rowAt(at.line);
    if (!row) return;
    props.onOpen(row);
  };

  /** Of a link that leads elsewhere than its row does. */
  const follow = (link: Element | null) => {
    const href = link?.hasAttribute("data-follow") ? link.getAttribute("href") : null;
    if (!href || !props.onFollow) return false;
    props.onFollow(href);
    return true;
  };

  /** Does what may lead to another page, and tells whether it did: Back returns to the row then. */
  const leaves = (line: number, act: () => void): boolean => {
    const page = window.location.pathname;
    act();
    if (window.location.pathname === page) return false;
    props.onLeave(line);
    const row = rowAt(line);
    if (row) leaveBy(page, spec.rowId(row));
    return true;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.altKey || isSwitchedOff(event)) return;
    const group = groupOf(place.line);
    if (group && (event.key === "ArrowRight" || event.key === "ArrowLeft")) {
      event.preventDefault();
      if (closed.has(group.value) === (event.key === "ArrowRight")) props.onToggleGroup(group.value);
      return;
    }
    const next = moved(place, event, {
      lines: count,
      columns: columnCount,
      page: Math.max(
        1,
        Math.floor((Math.min(scroller.current?.clientHeight ?? 0, window.innerHeight) - headHeight) / rowHeight) - 1,
      ),
    });
    const row = rowAt(place.line);
    if (next) {
      event.preventDefault();
      if (event.shiftKey && row && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
        props.onSelect(spec.rowId(row), true);
        const target = rowAt(next.line);
        if (target) props.onSelect(spec.rowId(target), true);
      }
      return props.go(next);
    }
    if (event.key === "Enter") {
      event.preventDefault();
      const link = event.target instanceof Element ? event.target.querySelector("a") : null;
      leaves(place.line, () => follow(link) || activate(place));
      return;
    }
    if ((event.key === " " || event.key.toLowerCase() === "x") && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (row) props.onSelect(spec.rowId(row), event.shiftKey);
      else activate(place);
    }
    if (event.key === "Escape") props.onEscape();
  };

  const press = (at: Place, isRange: boolean) => {
    const row = rowAt(at.line);
    if (row && at.column === 0 && !isNarrow) props.onSelect(spec.rowId(row), isRange);
    else activate(at);
  };

  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    if (!(event.target instanceof Element)) return;
    const cell = event.target.closest("[role=gridcell], [role=columnheader]");
    if (!cell) return;
    const at = { line: lineOf(cell) ?? -1, column: Number(cell.getAttribute("aria-colindex")) - 1 };
    if (event.target.closest("button")) return;
    const link = event.target.closest("a");
    if (link && (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0)) return;
    if (!link && !window.getSelection()?.isCollapsed) return;
    event.preventDefault();
    const isLeft = leaves(at.line, () => follow(link) || press(at, event.shiftKey));
    // Drawing a current cell on a page that is left would hold up the page that comes.
    if (!isLeft) props.go(at, "pressed");
  };

  const onCopy = (event: ClipboardEvent<HTMLDivElement>) => {
    const column = columns[place.column - 1];
    const row = rowAt(place.line);
    if (!column || !row || !window.getSelection()?.isCollapsed) return;
    const value = exportedValue(column, row);
    const text = value instanceof Date ? value.toISOString() : String(value ?? "?");
    // Customers choose names, and a pasted cell runs as one that was typed; ids and numbers never look like formulas.
    const safe = withoutFormulas(text);
    event.clipboardData.setData("text/plain", safe);
    event.preventDefault();
    toast(`${column.header} copied${safe === text ? "" : ", with an apostrophe so that no spreadsheet runs it"}`);
  };

  return { onKeyDown, onClick, onCopy };
}

/** The line that something in the grid stands in; the head has none. */
export function lineOf(target: EventTarget | null | undefined): number | undefined {
  const index = target instanceof Element ? target.closest("[role=row]")?.getAttribute("aria-rowindex") : undefined;
  const line = Number(index) - 2;
  return line >= 0 ? line : undefined;
}
