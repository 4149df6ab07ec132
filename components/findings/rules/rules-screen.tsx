"use client";

import { useFindings } from "@/components/assessment/use-findings";
import { useAzure } from "@/components/auth/use-azure";
import { CoverageBanners } from "@/components/coverage/banners";
import { useInventory } from "@/components/coverage/use-inventory";
import { FreshnessRow } from "@/components/shell/shell";
import { DataTable } from "@/components/ui/data-table/data-table";
import { useTableUrl } from "@/components/ui/data-table/use-table-url";
import { go } from "@/components/ui/go";
import { PageHead } from "@/components/ui/page-head";
import type { RuleRow } from "@/lib/domain/findings/rows/rule-rows";
import type { Freshness } from "@/lib/export/sheet";
import { formatCount, formatCounted } from "@/lib/format";
import { paths } from "@/lib/paths";
import { freshnessOfFindings } from "../findings-freshness";
import { FindingsTabs } from "../findings-tabs";
import { ruleSpec } from "./rule-spec";
import { useRuleRows } from "./use-rule-rows";

const unread: Freshness = { asOf: undefined, coverage: "Nothing was judged yet", isComplete: false };

/** All rules: what each finds now, and what the policy makes of it. They are there whatever could be read. */
export function RulesScreen() {
  const { policy } = useAzure();
  const reading = useInventory();
  const findings = useFindings();
  const rows = useRuleRows(findings);
  const url = useTableUrl(ruleSpec);
  return (
    <DataTable
      spec={ruleSpec}
      rows={rows}
      url={url}
      isSettled={findings !== undefined && !findings.of.isPartial}
      freshness={findings ? freshnessOfFindings(findings, !findings.of.isPartial) : unread}
      onOpen={({ rule }) => go(paths.rule(rule.id))}
      totals={totals}
      head={(actions) => (
        <>
          <PageHead title="Rules" count={rows.length} actions={actions} />
          <FreshnessRow />
          <FindingsTabs />
          <CoverageBanners reading={reading} />
          <p role="note" className="shrink-0 border-b border-line px-5 py-1.5 text-sm text-ink-2 max-sm:px-4">
            {policy
              ? "The policy that this server was started with applies here. The command line takes the same file."
              : "Fresnel’s own policy applies here. A policy file, given to the server or the command line, switches rules off and changes their severities and limits."}
          </p>
        </>
      )}
    />
  );
}

function totals(rows: readonly RuleRow[], hits: Int32Array) {
  const shown = Array.from(hits, (at) => rows[at]!);
  const off = shown.filter(({ setting }) => setting === "off").length;
  const finding = shown.filter(({ findings }) => (findings ?? 0) > 0).length;
  const blind = shown.filter(({ answers }) => answers === "some").length;
  const idle = shown.filter(({ answers }) => answers === "nothing").length;
  return (
    <>
      <span>
        <b>{formatCounted(finding, "rule")}</b> with findings
      </span>
      {blind > 0 && (
        <span>
          <b>{formatCount(blind)}</b> cannot judge all
        </span>
      )}
      {idle > 0 && (
        <span>
          <b>{formatCount(idle)}</b> with nothing to judge
        </span>
      )}
      {off > 0 && (
        <span>
          <b>{formatCount(off)}</b> off
        </span>
      )}
    </>
  );
}
