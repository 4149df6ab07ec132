"use client";

import { ChevronDown, TriangleAlert } from "lucide-react";
import { useSessionState } from "@/components/auth/use-azure";
import { Moment } from "@/components/ui/ago";
import { lazily } from "@/components/ui/lazily";
import { PopoverButton } from "@/components/ui/popover-button";
import { useNow } from "@/components/ui/use-now";
import { isReading } from "@/lib/domain/coverage";
import { formatCount, formatCounted, formatDayClock } from "@/lib/format";
import { FreshnessRing } from "./freshness-ring";
import { useInventory } from "./use-inventory";
import { answered, asOf, heldFrom } from "./words";

const CoveragePanel = lazily(async () => (await import("./coverage-panel")).CoveragePanel, "soon");

/** How fresh and how complete the page is; pressed, it accounts for every source. */
export function CoverageChip({ isRow = false }: { isRow?: boolean }) {
  const reading = useInventory();
  const now = useNow();
  const isExpired = useSessionState().kind === "expired";
  const coverage = reading.inventory?.coverage;
  if (!coverage) return null;
  const { spokenFor, known } = answered(coverage);
  const at = asOf(coverage);
  const isUnderWay = isReading(coverage);
  const doing = isExpired ? "reading waits" : "reading";
  const isReadAgain = isUnderWay && heldFrom(coverage) !== undefined;
  const problems = coverage.problems.length;
  const dot = (
    <span aria-hidden className="text-line-2">
      ·
    </span>
  );
  return (
    <PopoverButton
      label="Freshness"
      className={
        isRow
          ? "flex h-touch w-full shrink-0 items-center gap-[7px] border-b border-line bg-sunken px-4 text-base text-ink-2"
          : "flex h-control items-center gap-[7px] rounded-sm px-2 text-sm whitespace-nowrap text-ink-2 hover:bg-hover aria-expanded:bg-hover"
      }
      panelClassName="w-113"
      trigger={
        <>
          <FreshnessRing share={known ? spokenFor / known : isUnderWay ? 0 : 1} isReading={isUnderWay} />
          <span>
            {isUnderWay && !isReadAgain ? (
              doing
            ) : (
              <>
                as of{" "}
                <b className="font-[500] text-ink">
                  {at === undefined ? "never" : <Moment at={at}>{formatDayClock(at, now)}</Moment>}
                </b>
                {isReadAgain && (isExpired ? `, ${doing}` : `, ${doing} again`)}
              </>
            )}
          </span>
          {known > 0 && !(isRow && isReadAgain) && (
            <>
              {dot}
              <span>
                {formatCount(spokenFor)} of {formatCounted(known, "subscription")}
              </span>
            </>
          )}
          {problems > 0 && (
            <>
              {!isRow && dot}
              <span
                className={
                  isRow ? "ml-auto flex items-center gap-1 text-stale-text" : "flex items-center gap-1 text-stale-text"
                }
              >
                <TriangleAlert aria-hidden size={13} />
                {formatCounted(problems, "problem")}
              </span>
            </>
          )}
          {!isRow && <ChevronDown aria-hidden size={12} />}
        </>
      }
    >
      {(close) => <CoveragePanel coverage={coverage} reading={reading} onClose={close} />}
    </PopoverButton>
  );
}
