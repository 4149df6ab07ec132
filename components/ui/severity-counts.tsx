import Link from "next/link";
import { formatCount } from "@/lib/format";
import { classNames } from "./class-names";
import { severityMark, type severityNames } from "./severity-mark";

type Counts = Readonly<Record<keyof typeof severityNames, number>>;

const told = ["critical", "high", "medium", "low"] as const;
const looks = {
  critical: "font-[640] text-sev-critical-text",
  high: "font-[600] text-sev-high-text",
  medium: "text-ink",
  low: "text-ink-2",
};

/** "3 critical, 7 high, 0 medium, 11 low" */
export const countWords = (counts: Counts): string =>
  told.map((severity) => `${formatCount(counts[severity])} ${severity}`).join(", ");

/** In a column, where each severity keeps its place and none is a quiet dot. A function, since tables draw dozens. */
export const severityCells = (counts: Counts, href: string) => (
  <a href={href} data-follow tabIndex={-1} aria-label={countWords(counts)} className="sev-counts">
    {told.map((severity) =>
      counts[severity] === 0 ? (
        <span key={severity} className="pl-2.5 text-ink-off">
          ·
        </span>
      ) : (
        <span key={severity} className={looks[severity]}>
          {severityMark(severity, true)}
          {formatCount(counts[severity])}
        </span>
      ),
    )}
  </a>
);

type Props = { counts: Counts; hrefOf: (severity: keyof Counts) => string; className?: string };

/** Of one thing: each severity that there is, as a link to those findings. */
export function SeverityCounts({ counts, hrefOf, className }: Props) {
  return (
    <span className={classNames("inline-flex items-center gap-3 text-base font-[520]", className)}>
      {told.map(
        (severity) =>
          counts[severity] > 0 && (
            <Link
              key={severity}
              href={hrefOf(severity)}
              prefetch={false}
              aria-label={`${formatCount(counts[severity])} ${severity} ${counts[severity] === 1 ? "finding" : "findings"}`}
              className="inline-flex min-h-6 items-center gap-1 rounded-xs hover:underline"
            >
              {severityMark(severity)}
              <span className={looks[severity]}>{formatCount(counts[severity])}</span>
            </Link>
          ),
      )}
    </span>
  );
}
