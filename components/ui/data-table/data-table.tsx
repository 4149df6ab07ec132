"use client";

import { ChevronDown, Download, SlidersHorizontal, X } from "lucide-react";
import { useRef, useState, type ReactNode } from "react";
import type { Freshness } from "@/lib/export/sheet";
import { savedRowHeight } from "@/lib/preference";
import { Button, buttonLook, IconButton } from "../button";
import { EmptyState } from "../empty-state";
import { Kbd } from "../kbd";
import { MenuButton, type MenuItem } from "../menu-button";
import { PopoverButton } from "../popover-button";
import { narrow, useMedia } from "../use-media";
import { useKeys } from "../use-keys";
import { usePreference } from "../use-preference";
import type { Column, TableSpec } from "./column";
import { exportRows, type ExportFormat } from "./export-rows";
import { FilterBar } from "./filter-bar";
import { Grid, type GridHandle } from "./grid";
import { extended, nothingSelected, toggled } from "./selection";
import { SelectionBar } from "./selection-bar";
import { rowHeights, type RowHeight } from "./url-params";
import { useTable } from "./use-table";
import type { TableUrl } from "./use-table-url";
import { ViewOptions } from "./view-options";

type Props<Row> = {
  spec: TableSpec<Row>;
  rows: readonly Row[];
  url: TableUrl;
  /** No more rows will come: the order may settle. */
  isSettled: boolean;
  freshness: Freshness;
  openId?: string | undefined;
  onOpen: (row: Row) => void;
  /** Title row and what stands between it and the filters; it is given the buttons that belong to the table. */
  head: (actions: ReactNode) => ReactNode;
  /** Sums of the filtered rows, for the foot. */
  totals: (rows: readonly Row[]) => ReactNode;
};

const compactHeight = 60;
const noneClosed: ReadonlySet<string> = new Set();

export function DataTable<Row>({ spec, rows, url, isSettled, freshness, openId, onOpen, head, totals }: Props<Row>) {
  const [closed, setClosed] = useState(noneClosed);
  const [selection, setSelection] = useState(nothingSelected);
  const [saved, saveRowHeight] = usePreference(savedRowHeight);
  const isNarrow = useMedia(narrow);
  const grid = useRef<GridHandle>(null);
  const input = useRef<HTMLInputElement>(null);
  const { table, hits, arranged, lines, isSettling } = useTable(spec, rows, url, isSettled, closed);

  const rowHeight = url.rows ?? rowHeights.find((height) => String(height) === saved) ?? 32;
  const columns = shownColumns(spec, url.columns);
  const shownRows = () => Array.from(arranged, (index) => rows[index]!);
  const focusGrid = () => grid.current?.focus();
  useKeys({ "/": () => input.current?.focus(), j: focusGrid, k: focusGrid });

  const exports = (of: () => readonly Row[]): MenuItem[] => {
    const start = (format: ExportFormat) => () => void exportRows(format, { spec, columns, rows: of(), freshness });
    return [
      { label: "CSV", onSelect: start("csv") },
      { label: "JSON", onSelect: start("json") },
      { label: "Excel", onSelect: start("xlsx") },
    ];
  };
  const setRowHeight = (height: RowHeight) => {
    saveRowHeight(`${height}`);
    url.setRows(height);
  };
  const actions = (
    <>
      <MenuButton
        label="Export"
        className={buttonLook({ variant: "quiet" })}
        trigger={
          <>
            <Download aria-hidden size={15} />
            <span className="max-sm:sr-only">Export</span>
            <ChevronDown aria-hidden size={12} />
          </>
        }
        items={exports(shownRows)}
      />
      <PopoverButton
        label="View options"
        className={buttonLook()}
        panelClassName="w-72"
        trigger={
          <>
            <SlidersHorizontal aria-hidden size={15} />
            <span className="max-sm:sr-only">View</span>
            <ChevronDown aria-hidden size={12} />
          </>
        }
      >
        {() => (
          <ViewOptions
            spec={spec}
            shown={columns}
            rowHeight={rowHeight}
            group={url.group}
            onRowHeight={setRowHeight}
            onGroup={url.setGroup}
            onColumns={url.setColumns}
          />
        )}
      </PopoverButton>
    </>
  );

  return (
    <div className="relative flex min-h-0 min-w-0 flex-1 flex-col">
      {head(actions)}
      {url.unknown.length > 0 && <UnknownParams url={url} />}
      <FilterBar spec={spec} table={table} url={url} shown={hits.length} input={input} onLeave={focusGrid} />
      {hits.length === 0 && rows.length > 0 ? (
        <NothingFound spec={spec} url={url} />
      ) : (
        <Grid
          ref={grid}
          spec={spec}
          rows={rows}
          columns={columns}
          lines={lines}
          sort={url.sort}
          rowHeight={isNarrow ? compactHeight : rowHeight}
          isNarrow={isNarrow}
          isBusy={!isSettled || isSettling}
          closed={closed}
          selected={selection.ids}
          openId={openId}
          onSort={(id) => url.setSort({ id, descending: url.sort.id === id && !url.sort.descending })}
          onOpen={onOpen}
          onToggleGroup={(value) => setClosed(toggled({ ids: closed, anchor: undefined }, value).ids)}
          onSelect={(id, isRange) =>
            setSelection((old) => (isRange ? extended(old, id, shownRows().map(spec.rowId)) : toggled(old, id)))
          }
          onSelectAll={() =>
            setSelection(
              selection.ids.size ? nothingSelected : { ids: new Set(shownRows().map(spec.rowId)), anchor: undefined },
            )
          }
          onEscape={() => (selection.ids.size ? setSelection(nothingSelected) : openId && url.setOpen(undefined))}
        />
      )}
      <SelectionBar
        count={selection.ids.size}
        exports={exports(() => shownRows().filter((row) => selection.ids.has(spec.rowId(row))))}
        onClear={() => setSelection(nothingSelected)}
      />
      <footer className="flex h-[30px] shrink-0 items-center gap-4 overflow-hidden border-t border-line-2 bg-canvas px-5 text-sm whitespace-nowrap text-ink-2 max-sm:px-4 [&_b]:font-[620] [&_b]:text-ink">
        {totals(shownRows())}
        {isSettling && <span className="text-ink-3">order settles at the end</span>}
        <span className="ml-auto hidden items-center gap-1.5 text-ink-3 lg:flex">
          <Kbd>J</Kbd>
          <Kbd>K</Kbd> move <Kbd>X</Kbd> select <Kbd>↵</Kbd> open
        </span>
      </footer>
    </div>
  );
}

function shownColumns<Row>({ columns }: TableSpec<Row>, ids: readonly string[] | undefined): Column<Row>[] {
  const [first, ...rest] = columns;
  if (!first) return [];
  if (!ids) return columns.filter(({ isHidden }) => !isHidden);
  const chosen = ids.flatMap((id) => rest.filter((column) => column.id === id));
  return [first, ...chosen];
}

function UnknownParams({ url }: { url: TableUrl }) {
  return (
    <div role="status" className="flex min-h-9 shrink-0 items-center gap-2 border-b border-line bg-sunken px-5 py-1">
      <span className="min-w-0">
        The link asks for what this page does not know, which was ignored:{" "}
        <bdi className="font-mono text-sm break-all">{url.unknown.join(", ").slice(0, 300)}</bdi>
      </span>
      <IconButton icon={X} size="small" label="Dismiss" className="ml-auto" onClick={url.dropUnknown} />
    </div>
  );
}

function NothingFound<Row>({ spec, url }: { spec: TableSpec<Row>; url: TableUrl }) {
  const filters = [
    ...(url.query ? [`text is “${url.query}”`] : []),
    ...Object.entries(url.chosen).map(
      ([id, values]) =>
        `${spec.columns.find((column) => column.id === id)?.header.toLowerCase()} is ${values.join(" or ")}`,
    ),
  ];
  return (
    <EmptyState title={`No ${spec.one} matches`} actions={<Button onClick={url.clearFilters}>Clear filters</Button>}>
      <p>
        <bdi>{filters.join(", and ")}</bdi>
      </p>
    </EmptyState>
  );
}
