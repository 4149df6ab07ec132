import { formatCount } from "@/lib/format";
import { severityMark, type severityNames } from "./severity-mark";

export type Counts = Readonly<Record<keyof typeof severityNames, number>>;

/** The severities that are counted beside other things, worst first. */
export const told = ["critical", "high", "medium", "low"] as const;
export const every = [...told, "info"] as const;
export const countLooks = {
  critical: "font-[640] text-sev-critical-text",
  high: "font-[600] text-sev-high-text",
  medium: "text-ink",
  low: "text-ink-2",
  info: "text-ink-2",
};

/** Severities of which nobody can tell whether there are any. */
export type Untold = ReadonlySet<keyof Counts>;
export const allTold: Untold = new Set();

/** "3 critical, 7 high, 0 medium, 11 low"; "? low" where nobody can tell */
export const countWords = (counts: Counts, untold = allTold): string =>
  told.map((severity) => `${counts[severity] || (untold.has(severity) ? "?" : 0)} ${severity}`).join(", ");

/** The worst, then how many: as numbers of one scale. */
export const badnessOf = ({ critical, high, medium, low }: Counts): number =>
  ((critical * 1e4 + high) * 1e4 + medium) * 1e4 + low;

/** In a column, where each severity keeps its place and none is a quiet dot. A function, since tables draw dozens. */
export const severityCells = (counts: Counts, href: string, untold = allTold) => (
  <a href={href} data-follow tabIndex={-1} aria-label={countWords(counts, untold)} className="sev-counts">
    {told.map((severity) =>
      counts[severity] === 0 ? (
        <span key={severity} className={untold.has(severity) ? "pl-2.5 text-ink-3" : "pl-2.5 text-ink-off"}>
          {untold.has(severity) ? "?" : "·"}
        </span>
      ) : (
        <span key={severity} className={countLooks[severity]}>
          {severityMark(severity, true)}
          {formatCount(counts[severity])}
        </span>
      ),
    )}
  </a>
);
