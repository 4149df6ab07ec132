import { Link } from "@/components/ui/link";
import { formatCount } from "@/lib/format";
import { classNames } from "./class-names";
import { countLooks, every, type Counts } from "./severity-cells";
import { severityMark } from "./severity-mark";

type Props = { counts: Counts; hrefOf: (severity: keyof Counts) => string; className?: string };

/** Of one thing: each severity that there is, as a link to those findings. */
export function SeverityCounts({ counts, hrefOf, className }: Props) {
  return (
    <span className={classNames("inline-flex items-center gap-3 text-base font-[520]", className)}>
      {every.map(
        (severity) =>
          counts[severity] > 0 && (
            <Link
              key={severity}
              href={hrefOf(severity)}

              aria-label={`${formatCount(counts[severity])} ${severity} ${counts[severity] === 1 ? "finding" : "findings"}`}
              className="inline-flex min-h-6 items-center gap-1 rounded-xs hover:underline"
            >
              {severityMark(severity)}
              <span className={countLooks[severity]}>{formatCount(counts[severity])}</span>
            </Link>
          ),
      )}
    </span>
  );
}
