import { ArrowRight, Check, TriangleAlert } from "lucide-react";
import { useSessionState } from "@/components/auth/use-azure";
import type { Reading } from "@/components/coverage/use-inventory";
import { answered, asOf } from "@/components/coverage/words";
import { Moment } from "@/components/ui/ago";
import { Foreign } from "@/components/ui/foreign";
import { lazily } from "@/components/ui/lazily";
import { PopoverButton } from "@/components/ui/popover-button";
import { isReading, type Coverage } from "@/lib/domain/coverage";
import { formatClock, formatCount, formatCounted } from "@/lib/format";
import { Section } from "./section";

const CoveragePanel = lazily(async () => (await import("@/components/coverage/coverage-panel")).CoveragePanel);

const shown = 3;

/** What could not be read, by name, and the way to the whole account of it. */
export function CoverageSection({ reading, coverage }: { reading: Reading; coverage: Coverage }) {
  const { problems } = coverage;
  const { spokenFor, known } = answered(coverage);
  const at = asOf(coverage);
  const isExpired = useSessionState().kind === "expired";
  return (
    <div id="coverage" className="scroll-mt-4">
      <Section title="Coverage" note={`${formatCount(spokenFor)} of ${formatCounted(known, "subscription")} answered`}>
        {problems.length === 0 && (
          <p className="flex min-h-6 items-center gap-2.5">
            {isReading(coverage) ? (
              <span className="text-ink-2">
                {isExpired ? "Reading waits until you sign in again" : "Reading is under way"}; numbers may still grow.
              </span>
            ) : (
              <>
                <Check aria-hidden size={14} className="text-ok-text" />
                <span>
                  Everything that was asked for was answered
                  {at !== undefined && (
                    <>
                      {" "}
                      at <Moment at={at}>{formatClock(at)}</Moment>
                    </>
                  )}
                  .
                </span>
              </>
            )}
          </p>
        )}
        <ul className="divide-y divide-line">
          {problems.slice(0, shown).map(({ what, why }, place) => (
            <li key={place} className="grid grid-cols-[16px_minmax(0,1fr)] gap-x-2.5 py-[5px]">
              <TriangleAlert aria-hidden size={14} className="mt-0.5 text-stale-text" />
              <span className="min-w-0">
                <Foreign text={what} className="block truncate font-[550]" />
                <Foreign text={why} limit={300} className="line-clamp-2 text-sm text-ink-2" />
              </span>
            </li>
          ))}
        </ul>
        <PopoverButton
          label="Freshness and coverage"
          align="end"
          panelClassName="w-113"
          className="link mt-1 flex min-h-6 items-center gap-1 text-sm max-sm:min-h-touch"
          trigger={
            <>
              {problems.length > shown
                ? `All ${formatCount(problems.length)} problems`
                : "What was read, source by source"}
              <ArrowRight aria-hidden size={12} />
            </>
          }
        >
          {(close) => <CoveragePanel coverage={coverage} reading={reading} onClose={close} />}
        </PopoverButton>
      </Section>
    </div>
  );
}
