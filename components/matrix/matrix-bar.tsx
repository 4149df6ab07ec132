"use client";

import type { RefObject } from "react";
import { FilterChip } from "@/components/ui/filter-chip";
import { FilterKey } from "@/components/ui/kbd";
import { privilegeName } from "@/components/ui/privilege-mark";
import { ToggleGroup } from "@/components/ui/toggle-group";
import type { Matrix } from "./use-matrix";
import type { MatrixUrl } from "./use-matrix-url";

type Props = {
  matrix: Matrix;
  url: MatrixUrl;
  input: RefObject<HTMLInputElement | null>;
  /** The table looks for names and orders its rows itself. */
  isTable: boolean;
  isNarrow: boolean;
  onLeave: () => void;
  onClear: () => void;
};

const leastWords = (level: number) => (level === 5 ? privilegeName(5) : `${privilegeName(level)} or more`);
const leasts = ([5, 4, 3, 2] as const).map((level) => ({ level, words: leastWords(level) }));

export function MatrixBar({ matrix, url, input, isTable, isNarrow, onLeave, onClear }: Props) {
  return (
    <div
      role="search"
      aria-label="Filter access"
      className="flex min-h-[42px] shrink-0 items-center gap-1.5 overflow-x-auto whitespace-nowrap *:shrink-0 border-b border-line px-5 py-[7px] max-sm:px-4 lg:flex-wrap"
    >
      {!isTable && <NameFilter url={url} input={input} onLeave={onLeave} />}
      <ToggleGroup
        label="Grants"
        value={url.grants}
        options={[
          { value: "all", label: "All grants" },
          { value: "standing", label: "Standing" },
          { value: "eligible", label: "Eligible" },
        ]}
        onChange={(grants) => void url.set({ grants })}
      />
      {!isTable && !isNarrow && (
        <ToggleGroup
          label="Order of customers"
          value={url.order}
          options={[
            { value: "exposure", label: "By exposure" },
            { value: "offer", label: "By offer" },
            { value: "similarity", label: "By similarity" },
            { value: "name", label: "A to Z" },
          ]}
          onChange={(order) => void url.set({ order })}
        />
      )}
      <ToggleGroup
        label="Principals"
        value={url.who}
        options={[
          { value: "holders", label: "Holders" },
          { value: "everybody", label: "Everybody" },
        ]}
        onChange={(who) => void url.set({ who })}
      />
      <FilterChip
        label="Privilege"
        chosen={url.least > 1 ? [leastWords(url.least)] : []}
        options={() => leasts.map(({ level, words }) => ({ value: words, count: cellsFrom(matrix, level) }))}
        // One at a time: the last that was chosen.
        onChange={(words) => void url.set({ least: leasts.find((one) => one.words === words.at(-1))?.level ?? null })}
      />
      <FilterChip
        label="Offer"
        chosen={url.offer}
        options={() => optionsOf(matrix.offers, url.offer)}
        onChange={(offer) => void url.set({ offer: [...offer] })}
      />
      <FilterChip
        label="Principal type"
        chosen={url.kind}
        options={() => optionsOf(matrix.kinds, url.kind)}
        onChange={(kind) => void url.set({ kind: [...kind] })}
      />
      {url.isFiltered && (
        <button type="button" onClick={onClear} className="h-control-sm shrink-0 rounded-sm px-2 hover:bg-hover">
          Clear
        </button>
      )}
    </div>
  );
}

function NameFilter({ url, input, onLeave }: Pick<Props, "url" | "input" | "onLeave">) {
  const words = "Filter by customer, principal";
  return (
    <label className="flex h-control w-48 shrink-0 items-center gap-1.5 rounded-sm border border-line-2 bg-surface px-2 focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-focus hover:border-control max-sm:h-touch">
      <input
        ref={input}
        type="search"
        value={url.q}
        maxLength={200}
        placeholder={words}
        aria-label={words}
        aria-keyshortcuts="/"
        onChange={(event) => url.setSlowly({ q: event.target.value || null })}
        onKeyDown={(event) => {
          if (event.key !== "Escape" && event.key !== "ArrowDown" && event.key !== "Enter") return;
          event.preventDefault();
          if (event.key === "Escape" && url.q) url.setSlowly({ q: null });
          else onLeave();
        }}
        className="w-full min-w-0 text-ellipsis bg-transparent outline-none placeholder:text-ink-3 [&::-webkit-search-cancel-button]:hidden"
      />
      <FilterKey />
    </label>
  );
}

/** How many customers have a cell that reaches so far, among those that are shown. */
function cellsFrom({ view: { rows, columns, cells } }: Matrix, level: number): number {
  let count = 0;
  for (let row = 0; row < rows.length; row++) {
    const own = cells.subarray(row * columns.length, (row + 1) * columns.length);
    if (own.some((cell) => Math.max(cell & 7, (cell >> 3) & 7, (cell >> 6) & 7) >= level)) count++;
  }
  return count;
}

function optionsOf(counts: ReadonlyMap<string, number>, chosen: readonly string[]) {
  const absent = chosen.filter((value) => !counts.has(value)).map((value) => ({ value, count: 0 }));
  return [...Array.from(counts, ([value, count]) => ({ value, count })), ...absent].sort(
    (one, other) => other.count - one.count || (one.value < other.value ? -1 : 1),
  );
}
