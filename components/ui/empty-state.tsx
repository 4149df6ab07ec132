import type { ReactNode } from "react";

type Props = { title: string; mark?: ReactNode; actions?: ReactNode; note?: ReactNode; children?: ReactNode };

/** What would be here, why it is not, and how to get it. */
export function EmptyState({ title, mark, actions, note, children }: Props) {
  return (
    <div className="flex flex-1 flex-col items-start justify-center-safe gap-1 bg-surface px-5 py-7 max-sm:px-4">
      {mark}
      <h2 className="mt-2 text-lg font-[620] tracking-[-0.008em]">{title}</h2>
      <div className="max-w-[64ch] text-ink-2 [&_li]:mt-1.5 [&_p]:mt-1 [&_ul]:mt-1 [&_ul]:list-disc [&_ul]:pl-4.5">
        {children}
      </div>
      {actions && <div className="mt-2.5 flex flex-wrap items-center gap-2">{actions}</div>}
      {note && <div className="mt-2.5 font-mono text-sm break-all text-ink-3">{note}</div>}
    </div>
  );
}
