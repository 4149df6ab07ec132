import type { ReactNode } from "react";
import { formatCount } from "@/lib/format";
import { AfterPaint } from "./after-paint";

type Props = {
  title: ReactNode;
  count?: number | undefined;
  crumb?: ReactNode;
  /** What stands after the title, and may come a moment after it; on phones below it, in room that is kept for it. */
  marks?: ReactNode;
  actions?: ReactNode;
};

export function PageHead({ title, count, crumb, marks, actions }: Props) {
  return (
    <header className="flex min-h-[54px] shrink-0 items-center gap-3 px-5 pt-3.5 pb-2.5 max-sm:min-h-13 max-sm:px-4 max-sm:py-1.5">
      <div className="min-w-0">
        {crumb && (
          <div className="flex items-center gap-1.5 overflow-x-clip max-sm:pt-2 text-sm whitespace-nowrap text-ink-3 [&_a]:touch-target">
            {crumb}
          </div>
        )}
        <div className="flex min-w-0 items-center gap-x-4 max-sm:flex-wrap">
          <h1 className="flex min-w-0 items-baseline gap-3 text-xl font-[620] font-stretch-[102%] tracking-[-0.012em]">
            <span className="truncate max-sm:line-clamp-2 max-sm:whitespace-normal">{title}</span>
            {count !== undefined && (
              <span className="font-[350] tracking-[-0.01em] text-ink-3">{formatCount(count)}</span>
            )}
          </h1>
          {marks !== undefined && (
            <div className="flex min-h-5 items-center max-sm:basis-full">
              <AfterPaint>{marks}</AfterPaint>
            </div>
          )}
        </div>
      </div>
      <div className="ml-auto flex shrink-0 items-center gap-2 max-sm:self-start">{actions}</div>
    </header>
  );
}
