import type { ReactNode } from "react";
import { MomentStops } from "./ago";
import { classNames } from "./class-names";

/**
 * A strip of facts, which takes the place of cards: label above, value below, hairlines between. What has no room goes into
 * another row, and each row is filled. On phones they stand two by two, wide ones across.
 */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <div className="shrink-0 overflow-hidden border-y border-line bg-surface">
      <dl className="-mr-px -mb-px flex flex-wrap sm:pl-1">
        <MomentStops>{children}</MomentStops>
      </dl>
    </div>
  );
}

type FactProps = {
  label: string;
  isWide?: boolean;
  /** On large screens it takes the room that the others leave; what stands in it cuts itself. */
  isCut?: boolean;
  children: ReactNode;
};

export function Fact({ label, isWide = false, isCut = false, children }: FactProps) {
  return (
    <div
      className={classNames(
        "max-w-full min-w-0 border-r border-b border-line px-4 pt-2 pb-[9px] last:grow max-xl:grow",
        isWide ? "max-sm:basis-full" : "max-sm:basis-1/2",
        isCut && "xl:min-w-40 xl:basis-0",
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
