"use client";

import { useContext, useMemo, useRef, useState, type ReactNode } from "react";
import type { Freshness } from "@/lib/export/sheet";
import { savedRowHeight } from "@/lib/preference";
import { storedViews, viewsKey } from "@/lib/views/views-storage";
import { Fetched } from "../fetched";
import { lazily, useIdle } from "../lazily";
import type { MenuItem } from "../menu-button";
import { besideFits, narrow, useMedia } from "../use-media";
import { useKeys } from "../use-keys";
import { usePreference } from "../use-preference";
import type { Column, TableSpec } from "./column";
import type { ExportFormat, FileFormat } from "./export-rows";
import { FilterBar } from "./filter-bar";
import { Grid, type GridHandle } from "./grid";
import { extended, nothingSelected, toggled } from "./selection";
import { TableActions } from "./table-actions";
import { TableFoot } from "./table-foot";
import { TableOwner } from "./table-owner";
import { rowHeights } from "./url-params";
import { useTable } from "./use-table";
import { useFocusBack } from "./use-focus-back";
import type { TableUrl } from "./use-table-url";

const SelectionBar = lazily(async () => (await import("./selection-bar")).SelectionBar);
const NothingFound = lazily(async () => (await import("./table-notes")).NothingFound);
const UnknownParams = lazily(async () => (await import("./table-notes")).UnknownParams);
const PrintTable = lazily(async () => (await import("./print-table")).PrintTable);
const ViewTabs = lazily(async () => (await import("./views/view-tabs")).ViewTabs);
const SaveView = lazily(async () => (await import("./views/save-view")).SaveView);

/** The rows before and after the open one, and the way out. */
export type Near = Readonly<{ previous: string | undefined; next: string | undefined; close: () => void }>;

type Props<Row> = {
  spec: TableSpec<Row>;
  rows: readonly Row[];
  url: TableUrl;
  /** No more rows will come: the order may settle. */
  isSettled: boolean;
  freshness: Freshness;
  onOpen: (row: Row) => void;
  /** Goes where a link of a cell leads that is not the row's own. */
  onFollow?: ((href: string) => void) | undefined;
  /** Files beside CSV, JSON and Excel. */
  formats?: readonly FileFormat<Row>[];
  /** Title row and what stands between it and the filters; it is given the buttons that belong to the table. */
  head: (actions: ReactNode) => ReactNode;
  /** What stands before the rows, as high as they are. */
  aside?: ReactNode;
  /** The detail beside the rows, while the URL names an open one. */
  panel?: (near: Near) => ReactNode;
  /** Sums of the filtered rows, for the foot. */
  totals: (rows: readonly Row[], hits: Int32Array) => ReactNode;
};

const compactHeight = 60;
const noneToggled: ReadonlySet<string> = new Set();

export function DataTable<Row>(props: Props<Row>) {
  const { spec, rows, url, isSettled, freshness, onOpen, onFollow, formats = [], head, aside, panel, totals } = props;
  const [toggledGroups, setToggledGroups] = useState(noneToggled);
  const [selection, setSelection] = useState(nothingSelected);
  const [savedHeight] = usePreference(savedRowHeight);
  const isNarrow = useMedia(narrow);
  const isBeside = useMedia(besideFits);
  const grid = useRef<GridHandle>(null);
  const input = useRef<HTMLInputElement>(null);
  const { table, hits, arranged, lines, closed, isSettling } = useTable(spec, rows, url, isSettled, toggledGroups);
  const rowHeight = url.rows ?? rowHeights.find((height) => String(height) === savedHeight) ?? 32;
  const openId = panel ? url.open : undefined;
  const columnIds = url.columns ?? (openId !== undefined && isBeside ? spec.beside : undefined);
  const columns = useMemo(() => shownColumns(spec, columnIds), [spec, columnIds]);

  const views = storedViews(viewsKey(useContext(TableOwner), spec.many));
  const hasTabs = views !== null || url.named !== undefined;

  const shownRows = () => Array.from(arranged, (index) => rows[index]!);
  const focusGrid = () => grid.current?.focus();
  useKeys({ "/": () => input.current?.focus(), j: focusGrid, k: focusGrid });

  const isIdle = useIdle();
  useFocusBack(grid, openId, !isSettling, (id) =>
    lines.lines.findIndex((at) => at >= 0 && spec.rowId(rows[at]!) === id),
  );
  const clear = () => {
    url.clearFilters();
    input.current?.focus();
  };

  const exports = (of: () => readonly Row[]): MenuItem[] => {
    const shown = () => ({ spec, columns, group: url.group, rows: of(), freshness });
    const start = (format: ExportFormat) => async () => (await import("./export-rows")).exportRows(format, shown());
    const copy = (format: "csv" | "md") => async () => (await import("./export-rows")).copyRows(format, shown());
    return [
      { label: "CSV", onSelect: start("csv") },
      { label: "JSON", onSelect: start("json") },
      { label: "Excel", onSelect: start("xlsx") },
      ...formats.map((format) => ({
        label: format.label,
        onSelect: async () => (await import("./export-rows")).exportAs(format, shown()),
      })),
      { label: "Copy as Markdown", onSelect: copy("md") },
      { label: "Copy as CSV", onSelect: copy("csv") },
    ];
  };
  const near = (): Near => {
    const at = arranged.findIndex((index) => spec.rowId(rows[index]!) === openId);
    const idAt = (place: number) => {
      const index = at < 0 ? undefined : arranged[place];
      return index === undefined ? undefined : spec.rowId(rows[index]!);
    };
    return { previous: idAt(at - 1), next: idAt(at + 1), close: () => url.setOpen(undefined) };
  };

  return (
    <div className="flex min-w-0 flex-1 basis-0 flex-col">
      {head(
        <TableActions spec={spec} columns={columns} url={url} rowHeight={rowHeight} exports={exports(shownRows)} />,
      )}
      {url.unknown.length > 0 && (
        <Fetched>
          <UnknownParams url={url} />
        </Fetched>
      )}
      {hasTabs && (
        <Fetched fallback={<div className="h-8 shrink-0 border-b border-line-2 max-sm:h-11" />}>
          <ViewTabs spec={spec} table={table} url={url} isSettled={isSettled} />
        </Fetched>
      )}
      <div className="relative flex flex-1 basis-0">
        {aside}
        <div className="relative flex min-h-0 min-w-0 flex-1 flex-col">
          <FilterBar
            spec={spec}
            table={table}
            url={url}
            shown={hits.length}
            input={input}
            onLeave={focusGrid}
            onClear={clear}
          >
            {url.isChanged && !hasTabs && (
              <Fetched>
                <SaveView spec={spec} url={url} />
              </Fetched>
            )}
          </FilterBar>
          {hits.length === 0 && rows.length > 0 ? (
            <Fetched>
              <NothingFound one={spec.one} columns={spec.columns} url={url} onClear={clear} />
            </Fetched>
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
              onToggleGroup={(value) => setToggledGroups(toggled({ ids: toggledGroups, anchor: undefined }, value).ids)}
              group={url.group}
              onFollow={onFollow}
              onSelect={(id, isRange) =>
                setSelection((old) => (isRange ? extended(old, id, shownRows().map(spec.rowId)) : toggled(old, id)))
              }
              onSelectAll={() =>
                setSelection(
                  selection.ids.size
                    ? nothingSelected
                    : { ...nothingSelected, ids: new Set(shownRows().map(spec.rowId)) },
                )
              }
              onEscape={() => (selection.ids.size ? setSelection(nothingSelected) : openId && url.setOpen(undefined))}
            />
          )}
          {isIdle && (
            <Fetched>
              <PrintTable
                spec={spec}
                columns={columns}
                table={table}
                arranged={arranged}
                url={url}
                isSettled={isSettled}
              />
            </Fetched>
          )}
          {selection.ids.size > 0 && (
            <Fetched>
              <SelectionBar
                count={selection.ids.size}
                exports={exports(() => shownRows().filter((row) => selection.ids.has(spec.rowId(row))))}
                onClear={() => setSelection(nothingSelected)}
              />
            </Fetched>
          )}
          <TableFoot rows={rows} hits={hits} totals={totals} isSettled={isSettled} />
        </div>
        {openId !== undefined && panel?.(near())}
      </div>
    </div>
  );
}

/** The first column always stands first. */
function shownColumns<Row>({ columns }: TableSpec<Row>, ids: readonly string[] | undefined): Column<Row>[] {
  const [first, ...rest] = columns;
  if (!first) return [];
  if (!ids) return columns.filter(({ isHidden }) => !isHidden);
  return [first, ...ids.flatMap((id) => rest.filter((column) => column.id === id))];
}
