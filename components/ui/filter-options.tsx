"use client";

import { Search } from "lucide-react";
import { useRef, useState, type KeyboardEvent } from "react";
import { formatCount } from "@/lib/format";
import { CheckMark } from "./checkbox";
import { Foreign } from "./foreign";
import { Kbd } from "./kbd";

export type FilterOption = Readonly<{ value: string; count: number }>;

type Props = {
  label: string;
  options: () => readonly FilterOption[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
};

const mostShown = 200;

/** Values to choose from, each with a bar and a count. Space toggles, Alt leaves only that one. */
export function FilterOptions({ label, options, chosen, onChange }: Props) {
  const [all] = useState(options);
  const [query, setQuery] = useState("");
  const panel = useRef<HTMLDivElement>(null);
  const found = all.filter(({ value }) => value.toLowerCase().includes(query.trim().toLowerCase()));
  const most = Math.max(1, ...all.map(({ count }) => count));

  const toggle = (value: string, only: boolean) => {
    if (only) return onChange([value]);
    onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  };
  const move = (event: KeyboardEvent) => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!by) return;
    event.preventDefault();
    const stops = [...(panel.current?.querySelectorAll<HTMLElement>("input, [role=checkbox]") ?? [])];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    stops[Math.min(stops.length - 1, Math.max(0, at + by))]?.focus();
  };

  return (
    <div ref={panel} onKeyDown={move} className="flex min-h-0 flex-col">
      <label className="m-2 mb-1.5 flex h-control items-center gap-1.5 rounded-sm border border-control bg-surface px-2 focus-within:outline-2 focus-within:outline-focus">
        <Search aria-hidden size={13} className="text-ink-3" />
        <input
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          placeholder={`Find in ${label.toLowerCase()}`}
          aria-label={`Find in ${label.toLowerCase()}`}
          className="w-full bg-transparent outline-none placeholder:text-ink-3"
        />
      </label>
      <div role="group" aria-label={label} className="min-h-0 overflow-auto">
        {found.slice(0, mostShown).map(({ value, count }) => (
          <button
            key={value}
            type="button"
            role="checkbox"
            aria-checked={chosen.includes(value)}
            onClick={(event) => toggle(value, event.altKey)}
            className="flex h-7 w-full items-center gap-2 px-2.5 text-left -outline-offset-2 hover:bg-hover focus-visible:bg-hover max-sm:h-touch dark:hover:bg-press"
          >
            <CheckMark checked={chosen.includes(value)} tone="ink" />
            <Foreign text={value} className="min-w-0 flex-1 truncate" />
            <span aria-hidden className="h-1.5 w-16 shrink-0 rounded-[1px] bg-line">
              <span className="block h-1.5 rounded-[1px] bg-priv-3" style={{ width: `${(100 * count) / most}%` }} />
            </span>
            <span className="w-9 shrink-0 text-right text-sm text-ink-3">{formatCount(count)}</span>
          </button>
        ))}
        {found.length === 0 && <p className="px-2.5 py-1 text-sm text-ink-3">No value contains this.</p>}
        {found.length > mostShown && (
          <p className="px-2.5 py-1 text-sm text-ink-3">
            {formatCount(found.length - mostShown)} more, type to find them
          </p>
        )}
      </div>
      <footer className="mt-1.5 flex shrink-0 items-center gap-3 border-t border-line px-2.5 py-[7px] text-sm text-ink-3">
        <span className="flex items-center gap-1">
          <Kbd>Space</Kbd> toggle
        </span>
        <span className="flex items-center gap-1">
          <Kbd>Alt</Kbd> only this
        </span>
        <button type="button" className="link ml-auto text-ink" onClick={() => onChange([])}>
          Clear
        </button>
      </footer>
    </div>
  );
}
