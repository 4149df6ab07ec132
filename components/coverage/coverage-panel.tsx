"use client";

import { RefreshCw } from "lucide-react";
import { Moment } from "@/components/ui/ago";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-button";
import { Foreign } from "@/components/ui/foreign";
import { Kbd, SingleKey } from "@/components/ui/kbd";
import { useNow } from "@/components/ui/use-now";
import { isReading, sources, type Coverage, type Problem, type SourceCoverage } from "@/lib/domain/coverage";
import { formatCount, formatCounted, formatDayClock } from "@/lib/format";
import type { Reading } from "./use-inventory";
import { report } from "./account-words";
import { partsOf } from "./other-words";
import { SourceLine } from "./source-line";
import { useOtherReadings } from "./use-other-readings";
import { affected, answered, asOf, sourceWords } from "./words";

type Props = { coverage: Coverage; reading: Reading; onClose: () => void };

const mostShown = 100;

export function CoveragePanel({ coverage, reading, onClose }: Props) {
  const { spokenFor, known } = answered(coverage);
  const at = asOf(coverage);
  const isUnderWay = isReading(coverage);
  const { notes } = coverage;
  const others = useOtherReadings(reading);
  const now = useNow();
  const timeOf = ({ readAt, heldFrom = readAt }: Omit<SourceCoverage, "source">) =>
    heldFrom === undefined ? "" : formatDayClock(heldFrom, now);
  const retry = ({ subscription, source }: Problem) =>
    subscription ? reading.retrySubscription(subscription) : reading.retry([source]);
  const problems: { problem: Told; onRetry: (() => void) | undefined }[] = [
    ...coverage.problems.map((problem) => ({ problem, onRetry: isUnderWay ? undefined : () => retry(problem) })),
    ...others.flatMap(({ coverage: { problems, finishedAt }, readAgain }) =>
      problems.map((problem) => ({ problem, onRetry: finishedAt === undefined ? undefined : readAgain })),
    ),
  ];
  const retryAll = () => {
    const sources = affected(coverage.problems);
    if (sources.length > 0) reading.retry(sources);
    for (const { coverage, readAgain } of others) if (coverage.problems.length > 0) readAgain();
    onClose();
  };
  return (
    <div className="flex min-h-0 flex-col">
      <div className="flex shrink-0 items-center gap-2 px-3.5 pt-2.5 pb-2">
        <div>
          <h2 className="font-[620]">
            {at === undefined ? (
              "Nothing read yet"
            ) : (
              <>
                As of <Moment at={at}>{formatDayClock(at, now)}</Moment>
              </>
            )}
          </h2>
          <p className="text-sm text-ink-2">
            {formatCount(spokenFor)} of {formatCounted(known, "subscription")} answered
          </p>
        </div>
        {isUnderWay ? (
          <Button size="small" className="ml-auto" onClick={reading.stop}>
            Stop
          </Button>
        ) : (
          <Button size="small" icon={RefreshCw} className="ml-auto" onClick={reading.readAgain}>
            Read again{" "}
            <SingleKey>
              <Kbd>R</Kbd>
            </SingleKey>
          </Button>
        )}
      </div>
      <div className="min-h-0 overflow-auto border-t border-line">
        <h3 className={listHead}>Records read</h3>
        <ul>
          {sources.map((name) => (
            <SourceLine
              key={name}
              name={sourceWords[name]}
              source={coverage.sources[name]}
              time={timeOf(coverage.sources[name])}
              butFor={name === "assignments" ? unanswered(coverage) : undefined}
            />
          ))}
        </ul>
        {others.length > 0 && (
          <>
            <h3 className={listHead}>Records read about people and access</h3>
            <ul>
              {others
                .flatMap(({ coverage }) => partsOf(coverage))
                .map(({ name, of }) => (
                  <SourceLine key={name} name={name} source={of} time={timeOf(of)} />
                ))}
            </ul>
          </>
        )}
        {problems.length > 0 && (
          <>
            <h3 className={listHead}>Could not be read, wholly or in part</h3>
            <ul>
              {problems.slice(0, mostShown).map(({ problem, onRetry }, index) => (
                <ProblemLine key={index} problem={problem} onRetry={onRetry} />
              ))}
            </ul>
            {problems.length > mostShown && (
              <p className="px-3.5 py-1 text-sm text-ink-3">
                {formatCount(problems.length - mostShown)} more are in the report.
              </p>
            )}
          </>
        )}
        {notes.length > 0 && (
          <>
            <h3 className={listHead}>Read in another way</h3>
            <ul>
              {notes.map(({ what, why }) => (
                <li key={what} className="border-line px-3.5 py-1.5 not-first:border-t">
                  <span className="font-[550]">{what}</span> <span className="text-sm text-ink-2">{why}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div className="flex shrink-0 items-center border-t border-line px-3.5 py-[7px]">
        <button
          type="button"
          className="link text-sm"
          onClick={() =>
            void copyText(
              report(
                coverage,
                others.map(({ coverage }) => coverage),
              ),
              "Report",
            )
          }
        >
          Copy report
        </button>
        {problems.length > 0 && !isUnderWay && (
          <Button size="small" className="ml-auto" onClick={retryAll}>
            Retry all {formatCount(problems.length)}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Of how many subscriptions the delegations could not be told, once all was asked. */
function unanswered(coverage: Coverage): string | undefined {
  const { spokenFor, known } = answered(coverage);
  const isDone = !isReading(coverage) && coverage.sources.assignments.state === "complete";
  return isDone && spokenFor < known ? formatCounted(known - spokenFor, "subscription") : undefined;
}

type Told = Omit<Problem, "source">;

const listHead = "border-line-2 not-first:border-t px-3.5 pt-2 pb-1 text-xs font-[560] text-ink-2";

function ProblemLine({ problem, onRetry }: { problem: Told; onRetry: (() => void) | undefined }) {
  const { what, why, fix, code, correlationId } = problem;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 border-line px-3.5 py-1.5 not-first:border-t">
      <div>
        <p>
          <Foreign text={what} className="font-[550]" />{" "}
          <Foreign text={why} limit={400} className="line-clamp-3 text-sm text-ink-2" />
        </p>
        {fix && <p className="text-sm text-ink-2">{fix}</p>}
        {(code ?? correlationId) && (
          <p className="font-mono text-xs break-all text-ink-3 select-all">
            {[code, correlationId && `correlation ${correlationId}`].filter(Boolean).join(" · ")}
          </p>
        )}
      </div>
      {onRetry && (
        <Button variant="quiet" size="small" aria-label={`Retry ${what}`} onClick={onRetry}>
          Retry
        </Button>
      )}
    </li>
  );
}
