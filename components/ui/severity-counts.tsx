import { Link } from "@/components/ui/link";
import { formatCount } from "@/lib/format";
import { classNames } from "./class-names";
import { allTold, countLooks, every, type Counts, type Untold } from "./severity-cells";
import { severityMark } from "./severity-mark";

type Props = {
  counts: Counts;
  untold?: Untold;
  hrefOf: (severity: keyof Counts) => string;
  className?: string;
};

/** Of one thing: each severity that there is or may be, as a link to those findings. */
export function SeverityCounts({ counts, untold = allTold, hrefOf, className }: Props) {
  return (
    <span className={classNames("inline-flex items-center gap-3 text-base font-[520]", className)}>
      {every.map(
        (severity) =>
          (counts[severity] > 0 || untold.has(severity)) && (
            <Link
              key={severity}
              href={hrefOf(severity)}
              aria-label={countedFindings(severity, counts[severity])}
              className="inline-flex min-h-6 items-center gap-1 rounded-xs max-sm:min-h-touch max-sm:min-w-11 hover:underline"
            >
              {severityMark(severity)}
              <span className={counts[severity] > 0 ? countLooks[severity] : "text-ink-3"}>
                {counts[severity] > 0 ? formatCount(counts[severity]) : "?"}
              </span>
            </Link>
          ),
      )}
    </span>
  );
}

const countedFindings = (severity: keyof Counts, count: number): string =>
  count === 0
    ? `Whether there are ${severity} findings cannot be told`
    : `${formatCount(count)} ${severity} ${count === 1 ? "finding" : "findings"}`;
