import { useFindingsError } from "@/components/assessment/use-findings";
import { foreignText } from "@/components/ui/foreign";
import { severityMark } from "@/components/ui/severity-mark";
import { formatCount, formatCounted } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Section, SectionLink } from "./section";
import type { Overview } from "./use-overview";
import { Waiting } from "./waiting";

const shown = 5;

/** What is most dangerous. Each line opens the finding that concerns most customers, beside the others of its rule. */
export function WorstFindings({ overview: { findings, worst } }: { overview: Overview }) {
  const error = useFindingsError();
  const count = findings && findings.counts.critical + findings.counts.high;
  return (
    <Section
      title="Worst findings"
      note={count !== undefined && count > 0 ? `${formatCount(count)} critical and high` : undefined}
      all={{ name: "Findings", href: paths.findings }}
    >
      {!worst ? (
        error ? (
          <p className="text-ink-2">Nothing could be judged: a fault of this page, not of what was read.</p>
        ) : (
          <Waiting lines={shown} words="Judging what was read" isTall />
        )
      ) : worst.length === 0 ? (
        <p className="pb-1 text-ink-2">
          {findings && findings.unjudged.length > 0
            ? "Nothing critical or high was found in what could be judged; not everything could."
            : "Nothing critical or high was found."}
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {worst.slice(0, shown).map(({ rule, severity, first, customers, about, findings: alike }) => (
            <li key={`${rule.id} ${severity}`}>
              <SectionLink
                href={paths.findingInRule(rule.title, first)}
                mark={severityMark(severity)}
                end={customers > 0 ? formatCounted(customers, "customer") : formatCounted(alike, "finding")}
              >
                <span className="block font-[550]">{rule.title}</span>
                {about.length > 0 && (
                  <span className="flex min-w-0 gap-1 text-sm text-ink-2">
                    <bdi className="truncate">{foreignText(about[0]!)}</bdi>
                    {about.length > 1 && <span className="shrink-0">and {formatCount(about.length - 1)} more</span>}
                  </span>
                )}
              </SectionLink>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
