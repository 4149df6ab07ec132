"use client";

import { ChevronDown, Download, SlidersHorizontal } from "lucide-react";
import { buttonLook } from "../button";
import { lazily } from "../lazily";
import { MenuButton, type MenuItem } from "../menu-button";
import { PopoverButton } from "../popover-button";
import type { Column, TableSpec } from "./column";
import type { RowHeight } from "./url-params";
import type { TableUrl } from "./use-table-url";

const ViewOptions = lazily(async () => (await import("./view-options")).ViewOptions, "soon");

type Props<Row> = {
  spec: TableSpec<Row>;
  columns: readonly Column<Row>[];
  url: TableUrl;
  rowHeight: RowHeight;
  exports: readonly MenuItem[];
};

/** The buttons that belong to a table, wherever its page puts them. */
export function TableActions<Row>({ spec, columns, url, rowHeight, exports }: Props<Row>) {
  return (
    <>
      <MenuButton
        label="Export"
        className={buttonLook({ variant: "quiet" }, touch)}
        trigger={
          <>
            <Download aria-hidden size={15} />
            <span className="max-sm:sr-only">Export</span>
            <ChevronDown aria-hidden size={12} className="max-sm:hidden" />
          </>
        }
        items={exports}
      />
      <PopoverButton
        label="View options"
        className={buttonLook({}, touch)}
        panelClassName="w-80"
        trigger={
          <>
            <SlidersHorizontal aria-hidden size={15} />
            <span className="max-sm:sr-only">View</span>
            <ChevronDown aria-hidden size={12} className="max-sm:hidden" />
          </>
        }
      >
        {(close) => <ViewOptions spec={spec} shown={columns} url={url} rowHeight={rowHeight} onClose={close} />}
      </PopoverButton>
    </>
  );
}

const touch = "max-sm:size-11 max-sm:border-transparent max-sm:bg-transparent max-sm:p-0";
