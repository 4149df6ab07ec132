"use client";

import { X } from "lucide-react";
import { formatForeign } from "@/lib/format";
import { Button, IconButton } from "../button";
import { EmptyState } from "../empty-state";
import { focusPage } from "../focus-page";
import { filterWords } from "./filter-words";
import type { TableUrl } from "./use-table-url";

/** What the URL asked for and nobody understood: ignored, and said. */
export function UnknownParams({ url }: { url: TableUrl }) {
  return (
    <div role="status" className="flex min-h-9 shrink-0 items-center gap-2 border-b border-line bg-sunken px-5 py-1">
      <span className="min-w-0">
        This link asks for something this page does not know; that part was ignored:{" "}
        <bdi className="font-mono text-sm break-all">{formatForeign(url.unknown.join(", "))}</bdi>
      </span>
      <IconButton
        icon={X}
        size="small"
        label="Dismiss"
        className="ml-auto"
        onClick={() => {
          url.dropUnknown();
          focusPage();
        }}
      />
    </div>
  );
}

type NothingProps = {
  one: string;
  columns: readonly Readonly<{ id: string; header: string }>[];
  url: TableUrl;
  onClear: () => void;
};

/** Rows there are, but none passes the filters: which ones, and the way out. */
export function NothingFound({ one, columns, url, onClear }: NothingProps) {
  return (
    <EmptyState title={`No ${one} matches`} actions={<Button onClick={onClear}>Clear filters</Button>}>
      <p className="first-letter:uppercase">
        <bdi>{filterWords(columns, url)}.</bdi>
      </p>
    </EmptyState>
  );
}
