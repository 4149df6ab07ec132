"use client";

import { Grid3x3, Table2 } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { AccessTabs } from "@/components/access/access-tabs";
import type { Access } from "@/components/access/access-view";
import { CellPanel } from "@/components/matrix/cells/cell-panel";
import { cellSpec } from "@/components/matrix/cells/cell-spec";
import type { Place } from "@/components/matrix/plot/layout";
import { MatrixPlot } from "@/components/matrix/plot/matrix-plot";
import { FreshnessRow } from "@/components/shell/shell";
import { Button } from "@/components/ui/button";
import { facetParams, tableParams } from "@/components/ui/data-table/url-params";
import { focusPage } from "@/components/ui/focus-page";
import { focusSuccessor } from "@/components/ui/focus-successor";
import { IgnoredParams } from "@/components/ui/ignored-params";
import { Fetched } from "@/components/ui/fetched";
import { lazily, useIdle } from "@/components/ui/lazily";
import { PageHead } from "@/components/ui/page-head";
import { useKeys } from "@/components/ui/use-keys";
import { besideFits, narrow, useMedia } from "@/components/ui/use-media";
import { useUnknownParams } from "@/components/ui/use-unknown-params";
import { accessFreshness } from "./access-freshness";
import { MatrixBar } from "./matrix-bar";
import { MatrixExport } from "./matrix-export";
import { MatrixFoot } from "./matrix-foot";
import { MatrixLists } from "./matrix-lists";
import { NothingFound } from "./nothing-found";
import { useMatrix, type Matrix } from "./use-matrix";
import { matrixParams, useMatrixUrl, type MatrixUrl } from "./use-matrix-url";

const MatrixPrint = lazily(async () => (await import("./matrix-print")).MatrixPrint);
const MatrixTable = lazily(async () => (await import("./matrix-table")).MatrixTable);

/** The table's own are kept for the way back. */
const known = { ...tableParams(cellSpec), ...facetParams(cellSpec), ...matrixParams };

const corners = {
  exposure: "Customer, by exposure",
  offer: "Customer, by offer",
  similarity: "Customer, by similarity",
  name: "Customer",
};

export function MatrixBody({ access, banners }: { access: Access; banners: ReactNode }) {
  const url = useMatrixUrl();
  const { unknown, drop } = useUnknownParams(known);
  const isTable = url.view === "table";
  const matrix = useMatrix(access.index, url, isTable ? "" : url.q);
  const isNarrow = useMedia(narrow);
  const isBeside = useMedia(besideFits);
  const [hovered, setHovered] = useState<Place>();
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const part = useRef<HTMLDivElement>(null);
  const isIdle = useIdle();
  const heading = useRef<HTMLHeadingElement>(null);
  const { view, blind } = matrix;

  const focusGrid = () => part.current?.querySelector<HTMLElement>("[role=gridcell]")?.focus();
  const clear = () => {
    url.clearFilters();
    if (input.current) input.current.focus();
    else focusPage();
  };
  useKeys({
    t: () => {
      focusSuccessor();
      void url.set({ view: isTable ? null : "table" });
    },
    "/": () => input.current?.focus(),
    ...(isTable || isNarrow ? {} : { j: focusGrid, k: focusGrid }),
  });
  // The heading is there only after the panel was rendered.
  useEffect(() => {
    if (isOpen) heading.current?.focus();
  }, [isOpen]);

  const freshness = accessFreshness(access.index.inventory.coverage, access.directory);
  const chosen = placeOf(url.cell, view);
  const isOver = ({ row, column }: Place) => row >= 0 && column >= 0;
  const shownAt = hovered && isOver(hovered) ? hovered : chosen;
  const cellAt = ({ row, column }: Place) => {
    const [customer, principal] = [view.rows[row], view.columns[column]?.principal];
    return customer && principal ? { customer, principal } : undefined;
  };
  const shownCell = shownAt && cellAt(shownAt);

  const head = (actions: ReactNode) => (
    <>
      <PageHead
        title="Access"
        count={view.columns.length}
        actions={
          <>
            {actions}
            <Button
              icon={isTable ? Grid3x3 : Table2}
              aria-keyshortcuts="t"
              onClick={() => void url.set({ view: isTable ? null : "table" })}
            >
              {isTable ? "As matrix" : "As table"}
            </Button>
          </>
        }
      />
      <FreshnessRow />
      <AccessTabs />
      {banners}
      {!isTable && <IgnoredParams names={unknown} onDrop={drop} />}
      <MatrixBar
        matrix={matrix}
        url={url}
        input={input}
        isTable={isTable}
        isNarrow={isNarrow}
        onLeave={focusGrid}
        onClear={clear}
      />
    </>
  );

  if (isTable)
    return (
      <Fetched fallback={head(undefined)}>
        <MatrixTable matrix={matrix} isSettled={!access.isReading} freshness={freshness} head={head} />
      </Fetched>
    );
  const isEmpty = view.columns.length === 0 && (url.isFiltered || view.rows.length === 0);
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      {head(<MatrixExport matrix={matrix} freshness={freshness} />)}
      {isIdle && (
        <Fetched>
          <MatrixPrint matrix={matrix} isSettled={!access.isReading} />
        </Fetched>
      )}
      {isEmpty ? (
        <NothingFound url={url} onClear={clear} />
      ) : isNarrow ? (
        <>
          <MatrixLists matrix={matrix} />
          <MatrixFoot matrix={matrix} zooming={undefined} />
        </>
      ) : (
        <div ref={part} className="relative flex min-h-0 flex-1 print:hidden!">
          <MatrixPlot
            matrix={matrix}
            corner={corners[url.order]}
            zoom={url.zoom}
            isBusy={access.isReading}
            chosen={chosen}
            hovered={hovered}
            onHover={setHovered}
            onChoose={(place) => url.setSlowly({ cell: cellAt(place) ?? null })}
            onPick={() => {
              if (!isBeside) setOpen(true);
            }}
            onOpen={(place) => {
              url.setSlowly({ cell: cellAt(place) ?? null });
              setOpen(true);
              if (isOpen) heading.current?.focus();
            }}
            onZoom={(zoom) => url.setSlowly({ zoom })}
          />
          {(isBeside || isOpen) && (
            <CellPanel
              matrix={matrix}
              shown={
                shownAt && shownCell
                  ? {
                      ...shownCell,
                      cell: view.cells[shownAt.row * view.columns.length + shownAt.column] ?? 0,
                      blindness: blind[shownAt.row] ?? 0,
                    }
                  : undefined
              }
              isOver={!isBeside}
              heading={heading}
              onClose={() => {
                setOpen(false);
                focusGrid();
              }}
            />
          )}
        </div>
      )}
    </div>
  );
}

function placeOf(cell: MatrixUrl["cell"], { rows, columns }: Matrix["view"]): Place | undefined {
  if (!cell) return undefined;
  const row = rows.indexOf(cell.customer);
  const column = columns.findIndex(({ principal }) => principal === cell.principal);
  return row >= 0 && column >= 0 ? { row, column } : undefined;
}
