"use client";

import { parseAsString, useQueryState } from "nuqs";
import { Suspense, useMemo, type ReactNode } from "react";
import { FreshnessRow } from "@/components/shell/shell";
import { DataTable } from "@/components/ui/data-table/data-table";
import { useTableUrl } from "@/components/ui/data-table/use-table-url";
import { EmptyState } from "@/components/ui/empty-state";
import { lazily } from "@/components/ui/lazily";
import { PageHead } from "@/components/ui/page-head";
import { severityMark } from "@/components/ui/severity-mark";
import type { FindingRow } from "@/lib/domain/findings/rows/finding-rows";
import { findingTotals } from "@/lib/domain/findings/rows/finding-totals";
import { countSeverities } from "@/lib/domain/findings/rows/severity-counts";
import { severities } from "@/lib/domain/findings/severity";
import { formatCount, formatCounted } from "@/lib/format";
import { FindingsTabs } from "../findings-tabs";
import { FindingsView, type Judged } from "../findings-view";
import { UnjudgedNote } from "../unjudged-note";
import { aimedRows, aimOf } from "@/components/assessment/aimed-rows";
import { AimNote } from "./aim-note";
import { findingSpec, specGroupedBy } from "./finding-spec";
import { sarifOf } from "./sarif-format";
import { SeverityBar } from "./severity-bar";

const FindingPanel = lazily(async () => (await import("../detail/finding-panel")).FindingPanel);

// One element for all renders, so that a key of the filter does not draw it anew.
const belowTitle = (
  <>
    <FreshnessRow />
    <FindingsTabs />
  </>
);
const head = (
  <>
    <PageHead title="Findings" />
    {belowTitle}
  </>
);
const ofParam = ["of"];

/** What is dangerous in what customers gave us, worst first, and what could not be judged. */
export function FindingsScreen() {
  return (
    <FindingsView head={head} columns={findingSpec.columns}>
      {(judged, banners) => <FindingsList judged={judged} banners={banners} />}
    </FindingsView>
  );
}

function FindingsList({ judged, banners }: { judged: Judged; banners: ReactNode }) {
  const { findings, isSettled, freshness } = judged;
  const url = useTableUrl(findingSpec, ofParam);
  const [of, setOf] = useQueryState("of", parseAsString);
  const aim = useMemo(() => aimOf(of), [of]);
  const rows = useMemo(() => aimedRows(findings, aim), [findings, aim]);
  const counts = useMemo(() => countSeverities(rows), [rows]);
  const formats = useMemo(() => [sarifOf(findings)], [findings]);
  const { open } = url;
  const notes = (
    <>
      {of !== null && <AimNote of={of} aim={aim} findings={findings} onDrop={() => void setOf(null)} />}
      {banners}
      {isSettled && <UnjudgedNote unjudged={findings.unjudged} />}
    </>
  );
  if (rows.length === 0)
    return (
      <>
        {head}
        {notes}
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
      spec={specGroupedBy[url.group ?? ""] ?? findingSpec}
      rows={rows}
      url={url}
      isSettled={isSettled}
      freshness={freshness}
      formats={formats}
      onOpen={({ id }) => url.setOpen(id)}
      totals={totals}
      head={(actions) => (
        <>
          <PageHead title="Findings" count={rows.length} actions={actions} />
          {belowTitle}
          {notes}
          <SeverityBar counts={counts} url={url} />
        </>
      )}
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
