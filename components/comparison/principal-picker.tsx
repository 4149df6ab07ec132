"use client";

import { Search } from "lucide-react";
import { useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { stateTags } from "@/components/access/state-tags";
import { classNames } from "@/components/ui/class-names";
import { rowIcon } from "@/components/ui/row-icon";
import { foreignText } from "@/components/ui/foreign";
import type { PrincipalRow } from "@/lib/domain/access/principal-rows";
import type { PrincipalId } from "@/lib/domain/ids";
import { formatCount, formatShortId } from "@/lib/format";

type Props = {
  label: string;
  rows: readonly PrincipalRow[];
  chosen: PrincipalId | undefined;
  onChoose: (id: PrincipalId) => void;
  /** Whether it begins with the focus: where a choice brings another page around it. */
  hasFocus: boolean;
};

const mostShown = 50;
const kinds = { user: "User", group: "Group", servicePrincipal: "Service principal" };

export const pickerName = ({ name, label, principal }: Pick<PrincipalRow, "name" | "label" | "principal">): string =>
  foreignText(name ?? label ?? formatShortId(principal.id));

/** A combobox over all principals: type to find one by name, sign-in name or id; arrows and Enter choose. */
export function PrincipalPicker({ label, rows, chosen, onChoose, hasFocus }: Props) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [query, setQuery] = useState<string>();
  const [active, setActive] = useState(0);
  const current = rows.find(({ principal }) => principal.id === chosen);
  const found = useMemo(() => (query === undefined ? [] : matching(rows, query)), [rows, query]);
  const shown = found.slice(0, mostShown);
  const isOpen = query !== undefined;

  const choose = (row: PrincipalRow | undefined) => {
    if (!row) return;
    setQuery(undefined);
    onChoose(row.principal.id);
  };
  const move = (to: number) => {
    const next = Math.max(0, Math.min(shown.length - 1, to));
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (isOpen) move(active + (event.key === "ArrowDown" ? 1 : -1));
      else setQuery("");
    }
    if (!isOpen) return;
    if (event.key === "Enter") {
      event.preventDefault();
      choose(shown[active]);
    }
    if (event.key === "Escape") {
      event.preventDefault();
      setQuery(undefined);
    }
  };

  return (
    <div className="relative min-w-0 flex-1">
      <div className="flex h-[17px] items-center">
        <label htmlFor={id} className="text-xs text-ink-2">
          {label}
        </label>
        {current && stateTags(current.states)}
      </div>
      <div className="flex h-control items-center gap-1.5 rounded-sm border border-control bg-surface px-2 focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-focus max-sm:h-touch">
        <Search aria-hidden size={13} className="shrink-0 text-ink-3" />
        <input
          id={id}
          role="combobox"
          autoFocus={hasFocus}
          autoComplete="off"
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${id}-list` : undefined}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && shown[active] ? `${id}-${active}` : undefined}
          placeholder="Name, sign-in name or object id"
          value={query ?? (current ? pickerName(current) : (chosen ?? ""))}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onBlur={() => setQuery(undefined)}
          onKeyDown={onKeyDown}
          className="w-full min-w-0 bg-transparent outline-none placeholder:text-ink-3 max-sm:h-full"
        />
      </div>
      {isOpen && (
        <div className="absolute inset-x-0 top-full z-popover mt-1 rounded-md border border-line-2 bg-raised shadow-pop">
          <ul
            ref={list}
            id={`${id}-list`}
            role="listbox"
            aria-label={label}
            className="max-h-72 overflow-auto py-1"
            // Pressing an option must not take focus from the field.
            onMouseDown={(event) => event.preventDefault()}
          >
            {shown.map((row, at) => (
              <li
                key={row.principal.id}
                id={`${id}-${at}`}
                role="option"
                aria-selected={at === active}
                onClick={() => choose(row)}
                className={classNames(
                  "flex min-h-7 cursor-pointer items-center px-2.5 max-sm:min-h-touch",
                  at === active && "bg-hover dark:bg-press forced-colors:outline",
                )}
              >
                {row.kind ? rowIcon(row.kind, kinds[row.kind]) : null}
                <bdi className="min-w-0 truncate">{pickerName(row)}</bdi>
                <span className="ml-auto shrink-0 pl-2">{stateTags(row.states)}</span>
              </li>
            ))}
          </ul>
          <p role="status" className="border-t border-line px-2.5 py-1 text-sm text-ink-3">
            {found.length === 0
              ? "No principal matches."
              : found.length > mostShown
                ? `${formatCount(mostShown)} of ${formatCount(found.length)}, type to find others`
                : `${formatCount(found.length)} found`}
          </p>
        </div>
      )}
    </div>
  );
}

function matching(rows: readonly PrincipalRow[], query: string): PrincipalRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ name, label, principal }) => {
    const detail = principal.state === "found" ? (principal.detail ?? "") : "";
    const text = `${name ?? label ?? ""} ${detail} ${principal.id}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
