"use client";

import type { ReactNode } from "react";
import { formatCount } from "@/lib/format";
import { classNames } from "../../class-names";
import { Foreign } from "../../foreign";

type Props = {
  name: string;
  count: number | undefined;
  /** "changed", "not saved" */
  note?: string | false;
  href: string;
  isCurrent: boolean;
  onShow: () => void;
  children?: ReactNode;
};

/** A view as a tab: a link to what it shows. */
export function ViewTab({ name, count, note, href, isCurrent, onShow, children }: Props) {
  return (
    <li
      className={classNames(
        "-mb-px flex h-full shrink-0 items-center border-b-2",
        isCurrent ? "border-beam-line font-[560] text-ink" : "border-transparent text-ink-2 hover:text-ink",
      )}
    >
      <a
        href={href}
        aria-current={isCurrent || undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
          event.preventDefault();
          onShow();
        }}
        className="flex h-full items-center gap-1.5 -outline-offset-2"
      >
        <Foreign text={name} className="max-w-56 truncate" />
        {count !== undefined && <span className="text-sm font-[400] text-ink-3">{formatCount(count)}</span>}
        {note && <span className="text-sm font-[400] text-ink-3">{note}</span>}
      </a>
      {children}
    </li>
  );
}
