"use client";

import { Suspense, useMemo, type ReactNode } from "react";
import type { TableSpec } from "@/components/ui/data-table/column";
import { DataTable } from "@/components/ui/data-table/data-table";
import type { TableUrl } from "@/components/ui/data-table/use-table-url";
import { EmptyState } from "@/components/ui/empty-state";
import { lazily } from "@/components/ui/lazily";
import { severityMark } from "@/components/ui/severity-mark";
import type { FindingRow } from "@/lib/domain/findings/rows/finding-rows";
import { findingTotals } from "@/lib/domain/findings/rows/finding-totals";
import { severities } from "@/lib/domain/findings/severity";
import { formatCount, formatCounted } from "@/lib/format";
import type { Judged } from "../findings-view";
import { sarifOf } from "./sarif-format";

const FindingPanel = lazily(async () => (await import("../detail/finding-panel")).FindingPanel);

type Props = {
  judged: Judged;
  spec: TableSpec<FindingRow>;
  rows: readonly FindingRow[];
  url: TableUrl;
  /** What stands above the table, or above the words that there is nothing: then without buttons. */
  head: (actions: ReactNode) => ReactNode;
};

/** Findings, and beside them the one that is open. */
export function FindingsTable({ judged: { findings, isSettled, freshness }, spec, rows, url, head }: Props) {
  const formats = useMemo(() => [sarifOf(findings)], [findings]);
  const { open } = url;
  if (rows.length === 0)
    return (
      <>
        {head(null)}
        <EmptyState title={isSettled ? "Nothing found" : "Nothing found so far"}>
          <p>
            {isSettled
              ? `${formatCounted(findings.assessment.rules.length, "rule")} looked at everything that could be read.`
              : "Not everything has been judged yet."}
          </p>
        </EmptyState>
      </>
    );
  return (
    <DataTable
      spec={spec}
      rows={rows}
      url={url}
      isSettled={isSettled}
      freshness={freshness}
      formats={formats}
      onOpen={({ id }) => url.setOpen(id)}
      totals={totals}
      head={head}
      panel={(near) =>
        open !== undefined && (
          <Suspense fallback={null}>
            <FindingPanel id={open} findings={findings} isSettled={isSettled} near={near} onOpen={url.setOpen} />
          </Suspense>
        )
      }
    />
  );
}

function totals(rows: readonly FindingRow[], hits: Int32Array) {
  const { rules, customers, bySeverity } = findingTotals(rows, hits);
  return (
    <>
      <span>
        <b>{formatCounted(rules, "rule")}</b> with findings
      </span>
      <span>
        <b>{formatCounted(customers, "customer")}</b>
      </span>
      {severities.map((severity) => (
        <span key={severity} className="max-sm:hidden">
          {severityMark(severity)} <b>{formatCount(bySeverity[severity])}</b>
        </span>
      ))}
    </>
  );
}
