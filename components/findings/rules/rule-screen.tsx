"use client";

import type { ReactNode } from "react";
import { useFindings } from "@/components/assessment/use-findings";
import { useAzure } from "@/components/auth/use-azure";
import { CoverageBanners } from "@/components/coverage/banners";
import { useInventory } from "@/components/coverage/use-inventory";
import { FreshnessRow } from "@/components/shell/shell";
import { buttonLook } from "@/components/ui/button";
import { count } from "@/components/ui/count";
import { Crumbs } from "@/components/ui/crumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { Fact, Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { severityMark, severityNames } from "@/components/ui/severity-mark";
import { usePageTitle } from "@/components/ui/use-page-title";
import { blindWords } from "@/lib/domain/findings/blind";
import type { RuleRow } from "@/lib/domain/findings/rows/rule-rows";
import { formatCounted, formatForeign } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { Findings } from "@/lib/queries/findings";
import { Sources } from "../detail/sources";
import { familyName } from "../finding-words";
import { settingText } from "./rule-spec";
import { useRuleRows } from "./use-rule-rows";

/** One rule: what it says, why, how it decides, what to do, where it comes from, and what it finds now. */
export function RuleScreen({ ruleId }: { ruleId: string }) {
  const reading = useInventory();
  const findings = useFindings();
  const row = useRuleRows(findings).find(({ rule }) => rule.id === ruleId.toUpperCase());
  usePageTitle("Rule", row?.rule.title);
  return (
    <>
      <PageHead crumb={<Crumbs of={crumbs} />} title={row ? row.rule.title : <bdi>{formatForeign(ruleId, 60)}</bdi>} />
      <FreshnessRow />
      <CoverageBanners reading={reading} />
      {row ? <Known row={row} findings={findings} /> : <Unknown />}
    </>
  );
}

const crumbs = [
  <Link key="findings" href={paths.findings} className="hover:text-ink">
    Findings
  </Link>,
  <Link key="rules" href={paths.rules} className="hover:text-ink">
    Rules
  </Link>,
];

const Unknown = () => (
  <EmptyState
    title="There is no such rule"
    actions={
      <Link href={paths.rules} className={buttonLook()}>
        All rules
      </Link>
    }
  >
    <p>Rules are named like LH-SEC-001.</p>
  </EmptyState>
);

function Known({ row, findings }: { row: RuleRow; findings: Findings | undefined }) {
  const { policy } = useAzure();
  const { rule, severity } = row;
  const blanks = findings?.unjudged.filter((one) => one.rule === rule) ?? [];
  return (
    <>
      <Facts>
        <Fact label="Severity">
          {severityMark(rule.severity)} {severityNames[rule.severity]}
        </Fact>
        <Fact label="Policy">
          {settingText(row)}
          {severity && severity !== rule.severity && severityMark(severity)}
        </Fact>
        <Fact label="Findings now">
          {row.answers === "nothing" ? (
            "Nothing to judge"
          ) : row.findings ? (
            <Link href={paths.findingsOfRule(rule.title)} className="link">
              {formatCounted(row.findings, "finding")}
            </Link>
          ) : (
            count(row.findings, row.setting === "off" ? "The rule is off" : "Not judged yet")
          )}
        </Fact>
        <Fact label="Family">{familyName(rule.id)}</Fact>
        <Fact label="Rule id">
          <span className="font-mono text-sm">{rule.id}</span>
        </Fact>
      </Facts>
      <div className="min-h-0 flex-1 overflow-auto bg-surface px-5 pb-8 flowing:flex-none flowing:overflow-visible max-sm:px-4">
        <Section title="Why it matters">{rule.why}</Section>
        <Section title="How it decides">
          {rule.how}
          {policy &&
            " Limits in these words are Fresnel’s own; the policy that this server was started with may set others."}
        </Section>
        {row.setting === "off" && (
          <Section title="Why it is off">
            {policy
              ? "The policy that this server was started with leaves it out."
              : "Fresnel’s own policy leaves it out. A policy file, given to the server or the command line, can switch it on."}
          </Section>
        )}
        {findings && !findings.of.isPartial && blanks.length > 0 && (
          <section className="max-w-[80ch] border-t border-line py-3">
            <h2 className="font-[620]">What it cannot judge now</h2>
            <ul className="text-ink-2 [&_li]:mt-1">
              {blanks.map(({ because, about }) => {
                const { why, fix } = blindWords(because);
                return (
                  <li key={why}>
                    {why} {fix} <span className="text-ink-3">{about.size > 0 && `Concerns ${about.size}.`}</span>
                  </li>
                );
              })}
            </ul>
          </section>
        )}
        <Section title="How to fix">{rule.fix}</Section>
        <section className="max-w-[80ch] border-t border-line py-3">
          <h2 className="font-[620]">Sources</h2>
          <Sources sources={rule.sources} />
        </section>
      </div>
    </>
  );
}

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="max-w-[80ch] border-t border-line py-3 first:border-t-0">
    <h2 className="font-[620]">{title}</h2>
    <p className="text-ink-2">{children}</p>
  </section>
);
