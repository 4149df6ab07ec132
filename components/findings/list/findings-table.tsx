"use client";

import { useMemo, type ReactNode } from "react";
import type { TableSpec } from "@/components/ui/data-table/column";
import { DataTable } from "@/components/ui/data-table/data-table";
import type { TableUrl } from "@/components/ui/data-table/use-table-url";
import { EmptyState } from "@/components/ui/empty-state";
import { Fetched } from "@/components/ui/fetched";
import { lazily } from "@/components/ui/lazily";
import type { Untold } from "@/components/ui/severity-cells";
import { severityMark } from "@/components/ui/severity-mark";
import type { FindingRow } from "@/lib/domain/findings/rows/finding-rows";
import { findingTotals } from "@/lib/domain/findings/rows/finding-totals";
import { severities } from "@/lib/domain/findings/severity";
import { formatCounted } from "@/lib/format";
import type { Judged } from "../findings-view";
import { sarifOf } from "./sarif-format";
import { toldCount } from "./told-count";

const FindingPanel = lazily(async () => (await import("../detail/finding-panel")).FindingPanel);

type Props = {
  judged: Judged;
  spec: TableSpec<FindingRow>;
  rows: readonly FindingRow[];
  url: TableUrl;
  /** Severities of which nobody can tell whether there are any. */
  untold: Untold;
  isOneCustomer?: boolean;
  /** What stands above the table, or above the words that there is nothing: then without buttons. */
  head: (actions: ReactNode) => ReactNode;
};

/** Findings, and beside them the one that is open. */
export function FindingsTable({
  judged: { findings, isSettled, freshness },
  spec,
  rows,
  url,
  untold,
  isOneCustomer = false,
  head,
}: Props) {
  const formats = useMemo(() => [sarifOf(findings)], [findings]);
  // A severity of which there are some is left out by the filters where none is shown: that can be told.
  const untoldHere = useMemo(
    () => new Set(Array.from(untold).filter((wanted) => !rows.some(({ severity }) => severity === wanted))),
    [untold, rows],
  );
  const totals = useMemo(() => totalsWith(untoldHere, isOneCustomer), [untoldHere, isOneCustomer]);
  const { open } = url;
  if (rows.length === 0)
    return (
      <>
        {head(null)}
        <EmptyState title={nothingFound(isSettled, untold)}>
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
          <Fetched>
            <FindingPanel
              id={open}
              row={rows.find(hasId(open)) ?? findings.rows.find(hasId(open))}
              findings={findings}
              isSettled={isSettled}
              near={near}
              onOpen={url.setOpen}
            />
          </Fetched>
        )
      }
    />
  );
}

/** Where a severity could not be judged, that nothing was found does not say that there is nothing. */
function nothingFound(isSettled: boolean, untold: Untold): string {
  if (!isSettled) return "Nothing found so far";
  return untold.size > 0 ? "Nothing found in what could be judged" : "Nothing found";
}

const hasId =
  (wanted: string) =>
  ({ id }: FindingRow) =>
    id === wanted;

const totalsWith = (untold: Untold, isOneCustomer: boolean) =>
  function totals(rows: readonly FindingRow[], hits: Int32Array) {
    const { rules, customers, bySeverity } = findingTotals(rows, hits);
    return (
      <>
        <span>
          <b>{formatCounted(rules, "rule")}</b> with findings
        </span>
        {!isOneCustomer && (
          <span>
            <b>{formatCounted(customers, "customer")}</b>
          </span>
        )}
        {severities.map((severity) => (
          <span key={severity} className="max-sm:hidden">
            {severityMark(severity)} <b>{toldCount(bySeverity, severity, untold)}</b>
          </span>
        ))}
      </>
    );
  };
