"use client";

import { Plus, X } from "lucide-react";
import { classNames } from "./class-names";
import type { FilterOption } from "./filter-options";
import { lazily } from "./lazily";
import { PopoverButton } from "./popover-button";

const FilterOptions = lazily(async () => (await import("./filter-options")).FilterOptions, "soon");

type Props = {
  /** "Source" */
  label: string;
  chosen: readonly string[];
  /** The values there are, with how many rows choosing each would show; asked for when the panel opens. */
  options: () => readonly FilterOption[];
  onChange: (chosen: readonly string[]) => void;
};

// React passes over an element that it was given before, and every key of the filter draws all chips.
const plus = <Plus aria-hidden size={12} />;
const base = "inline-flex h-control-sm items-center text-sm whitespace-nowrap max-sm:h-touch";

/** A filter by the values of one column: dashed while it can be added, solid with its value once it is set. */
export function FilterChip({ label, chosen, options, onChange }: Props) {
  const isSet = chosen.length > 0;
  return (
    <span
      className={classNames(
        "inline-flex shrink-0 rounded-sm border has-aria-expanded:border-focus",
        isSet ? "border-line-2 bg-surface" : "border-dashed border-line-2 hover:border-control",
      )}
    >
      <PopoverButton
        label={`Filter by ${label.toLowerCase()}`}
        align="start"
        panelClassName="w-85"
        className={classNames(base, "gap-1 rounded-sm px-[7px]", !isSet && "text-ink-2 hover:text-ink")}
        trigger={
          isSet ? (
            <>
              <span className="text-ink-3">{label}</span>
              <span className="max-w-44 truncate font-[520]">{chosen.length === 1 ? chosen[0] : chosen.length}</span>
            </>
          ) : (
            <>
              {plus}
              {label}
            </>
          )
        }
      >
        {() => <FilterOptions label={label} options={options} chosen={chosen} onChange={onChange} />}
      </PopoverButton>
      {isSet && (
        <button
          type="button"
          aria-label={`Remove filter ${label}`}
          onClick={({ currentTarget }) => {
            currentTarget.parentElement?.querySelector("button")?.focus();
            onChange([]);
          }}
          className={classNames(
            base,
            "w-6 justify-center max-sm:w-11 border-l border-line text-ink-3 hover:bg-hover hover:text-ink",
          )}
        >
          <X aria-hidden size={12} />
        </button>
      )}
    </span>
  );
}
