import type { ReactNode } from "react";

/** A strip of facts, which takes the place of cards: label above, value below, hairlines between. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <dl className="flex shrink-0 border-y border-line bg-surface max-sm:flex-wrap max-sm:[&>div]:min-w-1/2 sm:overflow-x-auto">
      {children}
    </dl>
  );
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0 border-r border-line px-4 pt-2 pb-[9px] sm:first:pl-5 last:border-r-0 max-sm:grow max-sm:last:flex-1 sm:shrink-0 sm:last:grow max-sm:border-b">
      <dt className="text-xs font-stretch-[94%] whitespace-nowrap text-ink-2">{label}</dt>
      <dd className="flex items-center gap-1.5 text-base font-[520] whitespace-nowrap">{children}</dd>
    </div>
  );
}

/** A fact in a list that is no strip: the `dl` around it says how label and value stand. */
export function FactLine({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
