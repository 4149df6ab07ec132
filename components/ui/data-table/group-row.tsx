"use client";

import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { formatCount } from "@/lib/format";
import { Foreign, foreignText } from "../foreign";
import type { RushWords } from "./rush-rows";

type Props = {
  value: string;
  count: number;
  mark: ReactNode;
  line: number;
  top: number;
  height: number;
  columns: number;
  isCurrent: boolean;
  isClosed: boolean;
};

// React passes over an element that it was given before, and every key of the filter draws all heads.
const chevron = (className: string) => <ChevronRight aria-hidden size={13} className={className} />;
const closedMark = chevron("shrink-0 text-ink-3");
const openMark = chevron("shrink-0 text-ink-3 rotate-90");

export function GroupRow({ value, count, mark, line, top, height, columns, isCurrent, isClosed }: Props) {
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      aria-level={1}
      aria-expanded={!isClosed}
      style={{ transform: `translateY(${top}px)`, height }}
      className="absolute inset-x-0 top-0 min-w-(--least) cursor-pointer border-b border-line bg-sunken focus-within:outline-2 focus-within:-outline-offset-2 focus-within:outline-focus"
    >
      <div
        role="gridcell"
        aria-colindex={1}
        aria-colspan={columns}
        tabIndex={isCurrent ? 0 : undefined}
        className="sticky left-0 flex h-full max-w-[100vw] items-center gap-2 px-5 font-[560] outline-none"
      >
        {isClosed ? closedMark : openMark}
        <span className="shrink-0 empty:hidden">{mark}</span>
        <Foreign text={value} className="truncate max-sm:line-clamp-2 max-sm:whitespace-normal" />
        <span className="font-[400] text-ink-3 max-sm:ml-auto">{formatCount(count)}</span>
      </div>
    </div>
  );
}

/** The head of a group that rushes past. */
export const groupWords = (value: string, count: number): RushWords => ({
  texts: ["", `${foreignText(value)} ${formatCount(count)}`],
  className: "grid-row bg-sunken",
  isSelected: false,
});
