import { Check, CircleDashed, CircleSlash, LoaderCircle, Timer, TriangleAlert, type LucideIcon } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import type { SourceCoverage, SourceState } from "@/lib/domain/coverage";
import { readWords, stateWords } from "./account-words";

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

type Props = {
  name: string;
  source: Omit<SourceCoverage, "source">;
  time: string;
  /** What is missing from it though it answered to the end: "2 subscriptions". */
  butFor?: string | undefined;
};

/** One source: how it ended, and how many records it answered. */
export function SourceLine({ name, source, time, butFor }: Props) {
  const { state } = source;
  const { icon: Icon, look } = marks[butFor ? "partial" : state];
  const isFine = state === "complete" || state === "waiting" || state === "reading";
  return (
    <li className="grid min-h-[31px] grid-cols-[16px_minmax(0,1fr)_auto_auto] items-center gap-x-2.5 border-line px-3.5 py-[3px] not-first:border-t">
      <Icon aria-hidden size={14} className={look} />
      <span>{name}</span>
      <span className={classNames("text-right text-sm", isFine && !butFor ? "text-ink-2" : "text-stale-text")}>
        {isFine && state !== "waiting" ? readWords(source) : stateWords(source)}
        {!isFine && source.read > 0 && `, ${readWords(source)}`}
        {butFor ? `, complete but for ${butFor}` : isFine && <span className="sr-only">, {stateWords(source)}</span>}
      </span>
      <span className="min-w-9 text-right text-sm text-ink-3">{time}</span>
    </li>
  );
}
