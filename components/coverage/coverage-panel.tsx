"use client";

import {
  Check,
  CircleDashed,
  CircleSlash,
  LoaderCircle,
  RefreshCw,
  Timer,
  TriangleAlert,
  type LucideIcon,
} from "lucide-react";
import { Moment } from "@/components/ui/ago";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { copyText } from "@/components/ui/copy-button";
import { Foreign } from "@/components/ui/foreign";
import { Kbd, SingleKey } from "@/components/ui/kbd";
import { useNow } from "@/components/ui/use-now";
import {
  isReading,
  sources,
  type Coverage,
  type Problem,
  type SourceCoverage,
  type SourceState,
} from "@/lib/domain/coverage";
import { formatCount, formatCounted, formatDayClock } from "@/lib/format";
import type { Reading } from "./use-inventory";
import { readWords, report, stateWords } from "./account-words";
import { affected, answered, asOf, sourceWords } from "./words";

type Props = { coverage: Coverage; reading: Reading; onClose: () => void };

const marks: Readonly<Record<SourceState, { icon: LucideIcon; look: string }>> = {
  waiting: { icon: CircleDashed, look: "text-ink-3" },
  reading: { icon: LoaderCircle, look: "text-ink-2" },
  complete: { icon: Check, look: "text-ok-text" },
  partial: { icon: TriangleAlert, look: "text-stale-text" },
  refused: { icon: CircleSlash, look: "text-stale-text" },
  throttled: { icon: Timer, look: "text-ink-2" },
  failed: { icon: TriangleAlert, look: "text-stale-text" },
  cancelled: { icon: CircleSlash, look: "text-ink-2" },
};

const mostShown = 100;

export function CoveragePanel({ coverage, reading, onClose }: Props) {
  const { spokenFor, known } = answered(coverage);
  const at = asOf(coverage);
  const isUnderWay = isReading(coverage);
  const { problems, notes } = coverage;
  const now = useNow();
  const timeOf = ({ readAt, heldFrom = readAt }: SourceCoverage) =>
    heldFrom === undefined ? "" : formatDayClock(heldFrom, now);
  const retry = ({ subscription, source }: Problem) =>
    subscription ? reading.retrySubscription(subscription) : reading.retry([source]);
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
        <ul>
          {sources.map((name) => {
            const source = coverage.sources[name];
            const { icon: Icon, look } = marks[source.state];
            const isFine = source.state === "complete" || source.state === "waiting" || source.state === "reading";
            return (
              <li key={name} className={line}>
                <Icon aria-hidden size={14} className={look} />
                <span>{sourceWords[name]}</span>
                <span className={classNames("text-right text-sm", isFine ? "text-ink-2" : "text-stale-text")}>
                  {isFine && source.state !== "waiting" ? readWords(source) : stateWords(source)}
                  {!isFine && source.read > 0 && `, ${readWords(source)}`}
                  {isFine && <span className="sr-only">, {stateWords(source)}</span>}
                </span>
                <span className="min-w-9 text-right text-sm text-ink-3">{timeOf(source)}</span>
              </li>
            );
          })}
        </ul>
        {problems.length > 0 && (
          <>
            <h3 className={listHead}>Could not be read, wholly or in part</h3>
            <ul>
              {problems.slice(0, mostShown).map((problem, index) => (
                <ProblemLine key={index} problem={problem} onRetry={isUnderWay ? undefined : () => retry(problem)} />
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
        <button type="button" className="link text-sm" onClick={() => void copyText(report(coverage), "Report")}>
          Copy report
        </button>
        {problems.length > 0 && !isUnderWay && (
          <Button
            size="small"
            className="ml-auto"
            onClick={() => {
              reading.retry(affected(problems));
              onClose();
            }}
          >
            Retry all {formatCount(problems.length)}
          </Button>
        )}
      </div>
    </div>
  );
}

const line =
  "grid min-h-[31px] grid-cols-[16px_minmax(0,1fr)_auto_auto] items-center gap-x-2.5 border-line px-3.5 py-[3px] not-first:border-t";

const listHead = "border-t border-line-2 px-3.5 pt-2 pb-1 text-xs font-[560] text-ink-2";

function ProblemLine({ problem, onRetry }: { problem: Problem; onRetry: (() => void) | undefined }) {
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
