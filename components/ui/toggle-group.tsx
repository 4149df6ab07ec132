"use client";

import { useRef, type KeyboardEvent, type ReactNode } from "react";
import { classNames } from "./class-names";

type Props<Value extends string | number> = {
  label: string;
  value: Value;
  options: readonly Readonly<{ value: Value; label: string; shown?: ReactNode }>[];
  onChange: (value: Value) => void;
};

const step: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** A choice of one among a few: a radio group that looks like joined buttons, with one tab stop and arrows. */
export function ToggleGroup<Value extends string | number>({ label, value, options, onChange }: Props<Value>) {
  const group = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const by = step[event.key];
    if (!by) return;
    event.preventDefault();
    const at = options.findIndex((option) => option.value === value);
    const next = options[(at + by + options.length) % options.length];
    if (!next) return;
    onChange(next.value);
    group.current?.querySelectorAll("button")[options.indexOf(next)]?.focus();
  };
  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={label}
      onKeyDown={move}
      className="inline-flex divide-x divide-line rounded-sm border border-line-2 bg-surface"
    >
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          aria-label={option.label}
          tabIndex={option.value === value ? 0 : -1}
          onClick={() => onChange(option.value)}
          className={classNames(
            "flex h-[26px] flex-1 items-center justify-center px-2.5 text-sm max-sm:h-touch max-sm:px-3.5 whitespace-nowrap first:rounded-l-sm last:rounded-r-sm",
            option.value === value
              ? "bg-press font-[560] text-ink forced-colors:underline"
              : "text-ink-2 hover:bg-hover",
          )}
        >
          {option.shown ?? option.label}
        </button>
      ))}
    </div>
  );
}
