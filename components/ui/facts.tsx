import type { ReactNode } from "react";
import { classNames } from "./class-names";

/**
 * A strip of facts, which takes the place of cards: label above, value below, hairlines between. On phones they stand two by
 * two, wide ones across, and what follows a wide one moves up into the room before it.
 */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <dl className="grid shrink-0 grid-flow-dense grid-cols-2 border-y border-line bg-surface sm:flex sm:overflow-x-auto">
      {children}
    </dl>
  );
}

type FactProps = { label: string; isWide?: boolean; children: ReactNode };

export function Fact({ label, isWide = false, children }: FactProps) {
  return (
    <div
      className={classNames(
        "min-w-0 border-r border-line px-4 pt-2 pb-[9px] last:border-r-0 max-sm:border-b sm:shrink-0 sm:first:pl-5 sm:last:grow",
        isWide && "col-span-2",
      )}
    >
      <dt className="text-xs font-stretch-[94%] whitespace-nowrap text-ink-2">{label}</dt>
      <dd className="flex items-center gap-1.5 text-base font-[520] max-sm:flex-wrap max-sm:wrap-anywhere sm:whitespace-nowrap">
        {children}
      </dd>
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
