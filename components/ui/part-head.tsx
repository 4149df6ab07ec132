import type { ReactNode } from "react";

type Props = { title: string; count: string; actions: ReactNode };

/** The head of a list that is a part of a page: what it holds, how many, and its buttons. */
export const PartHead = ({ title, count, actions }: Props) => (
  <div className="flex min-h-10 shrink-0 items-center gap-2 border-b border-line px-5 max-sm:px-4">
    <h2 className="font-[620]">
      {title} <span className="ml-1 text-xs font-[400] text-ink-3">{count}</span>
    </h2>
    <div className="ml-auto flex items-center gap-2">{actions}</div>
  </div>
);
