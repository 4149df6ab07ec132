"use client";

import { Filter } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { formatCount } from "@/lib/format";
import { countFacet } from "@/lib/table/facet";
import { sortKey } from "@/lib/table/sort-key";
import { facetFor, filter, type Table } from "@/lib/table/table";
import { FilterChip } from "../filter-chip";
import type { FilterOption } from "../filter-options";
import { FilterKey } from "../kbd";
import { facetColumns, type TableSpec } from "./column";
import type { TableUrl } from "./use-table-url";

type Props<Row> = {
  spec: TableSpec<Row>;
  table: Table<Row>;
  url: TableUrl;
  shown: number;
  input: RefObject<HTMLInputElement | null>;
  onLeave: () => void;
  onClear: () => void;
  children?: ReactNode;
};

export function FilterBar<Row>({ spec, table, url, shown, input, onLeave, onClear, children }: Props<Row>) {
  const isFiltered = url.query !== "" || Object.keys(url.chosen).length > 0;
  return (
    <div role="search" aria-label={`Filter ${spec.many}`} className="filter-bar">
      <label className="filter-field">
        <Filter aria-hidden size={13} className="shrink-0 text-ink-3" />
        <input
          ref={input}
          type="search"
          value={url.query}
          maxLength={200}
          placeholder={spec.placeholder}
          aria-label={spec.placeholder}
          aria-keyshortcuts="/"
          onChange={(event) => url.setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") {
              event.preventDefault();
              if (url.query) url.setQuery("");
              else onLeave();
            }
            if (event.key === "ArrowDown" || event.key === "Enter") {
              event.preventDefault();
              onLeave();
            }
          }}
          className="w-full min-w-0 text-ellipsis bg-transparent outline-none placeholder:text-ink-3 [&::-webkit-search-cancel-button]:hidden"
        />
        <FilterKey />
      </label>
      {facetColumns(spec).map(({ id, header }) => (
        <FilterChip
          key={id}
          label={header}
          chosen={url.chosen[id] ?? []}
          options={() => optionsOf(table, url, id)}
          onChange={(values) => url.setChosen(id, values)}
        />
      ))}
      {isFiltered && (
        <button
          type="button"
          onClick={onClear}
          className="h-control-sm shrink-0 rounded-sm px-2 hover:bg-hover max-sm:h-touch"
        >
          Clear
        </button>
      )}
      {children}
      <span role="status" className="ml-auto shrink-0 pl-2 text-sm text-ink-2">
        {formatCount(shown)} of {formatCount(table.rows.length)}
        <span className="sr-only"> {spec.many}</span>
      </span>
    </div>
  );
}

/** The most frequent value first; what is chosen is listed even where nothing has it. */
function optionsOf<Row>(table: Table<Row>, { query, chosen }: TableUrl, id: string): FilterOption[] {
  const facet = facetFor(table, id);
  if (!facet) return [];
  const counts = countFacet(filter(table, query, chosen, id), facet);
  const known = facet.values.map((value, code) => ({ value, count: counts[code] ?? 0 }));
  const absent = (chosen[id] ?? []).filter((value) => !facet.values.includes(value));
  return [...known, ...absent.map((value) => ({ value, count: 0 }))]
    .filter(({ value }) => value !== "")
    .sort((a, b) => b.count - a.count || (sortKey(a.value) < sortKey(b.value) ? -1 : 1));
}
