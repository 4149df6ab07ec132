"use client";

import { useState } from "react";
import { useFindings, useFindingsError } from "@/components/assessment/use-findings";
import { CoverageBanners } from "@/components/coverage/banners";
import { InventoryView } from "@/components/coverage/inventory-view";
import { freshnessOf } from "@/components/coverage/words";
import { FreshnessRow } from "@/components/shell/shell";
import { Unknown } from "@/components/ui/ago";
import { DataTable } from "@/components/ui/data-table/data-table";
import { useTableUrl } from "@/components/ui/data-table/use-table-url";
import { Fetched } from "@/components/ui/fetched";
import { go } from "@/components/ui/go";
import { lazily } from "@/components/ui/lazily";
import { PageHead } from "@/components/ui/page-head";
import { Total } from "@/components/ui/total";
import { isReading } from "@/lib/domain/coverage";
import type { CustomerRow } from "@/lib/domain/customer";
import type { SeverityCounts } from "@/lib/domain/findings/rows/severity-counts";
import { formatCount } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { Findings } from "@/lib/queries/findings";
import { customersIn } from "@/lib/queries/inventory-rows";
import { customerSpec, unreadState, type CustomerWithFindings } from "./customer-spec";
import type { WithMine } from "./mine-reader";

const MineReader = lazily(async () => (await import("./mine-reader")).MineReader, "soon");

export function CustomersScreen() {
  const url = useTableUrl(customerSpec);
  const findings = useFindings();
  const hasFailed = useFindingsError() !== null;
  const [withMine, setWithMine] = useState<WithMine>();
  const head = (
    <>
      <PageHead title="Customers" />
      <FreshnessRow />
    </>
  );
  return (
    <InventoryView rowsIn={customersIn} head={head} columns={customerSpec.columns}>
      {(inventory, reading) => {
        const judged = withFindings(customersIn(inventory), findings, hasFailed);
        const rows = withMine?.(judged) ?? judged;
        return (
          <>
            {!isReading(inventory.coverage) && (
              <Fetched>
                <MineReader onKnown={setWithMine} />
              </Fetched>
            )}
            <DataTable
              spec={customerSpec}
              rows={rows}
              url={url}
              isSettled={!isReading(inventory.coverage)}
              freshness={freshnessOf(inventory.coverage)}
              onOpen={({ tenant }) => go(paths.customer(tenant))}
              onFollow={go}
              totals={totals}
              head={(actions) => (
                <>
                  <PageHead title="Customers" count={rows.length} actions={actions} />
                  <FreshnessRow />
                  <CoverageBanners reading={reading} />
                </>
              )}
            />
          </>
        );
      }}
    </InventoryView>
  );
}

type Known = Readonly<{ findings: Findings | "failed"; rows: readonly CustomerWithFindings[] }>;
const known = new WeakMap<readonly CustomerRow[], Known>();
const none: SeverityCounts = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };

/** The customers with what was found, once for each state of both. Of one who could not be read nothing is said. */
function withFindings(
  customers: readonly CustomerRow[],
  judged: Findings | undefined,
  hasFailed: boolean,
): readonly CustomerWithFindings[] {
  const findings = judged && !judged.of.isPartial ? judged : hasFailed ? "failed" : undefined;
  if (!findings) return customers;
  const before = known.get(customers);
  if (before?.findings === findings) return before.rows;
  const rows = customers.map((row): CustomerWithFindings =>
    row.state === undefined
      ? row
      : findings === "failed"
        ? { ...row, isUnjudged: true }
        : {
            ...row,
            findings: findings.byCustomer.get(row.tenant) ?? none,
            untold: findings.untold.at(row.tenant),
          },
  );
  known.set(customers, { findings, rows });
  return rows;
}

function totals(rows: readonly CustomerRow[], hits: Int32Array) {
  let subscriptions = 0;
  let groups = 0;
  let delegations = 0;
  let unread = 0;
  for (const index of hits) {
    if (rows[index]?.state === undefined) unread++;
    subscriptions += rows[index]?.subscriptions ?? 0;
    groups += rows[index]?.resourceGroups ?? 0;
    delegations += rows[index]?.delegations ?? 0;
  }
  const unknown = unread > 0 && unread === hits.length ? <Unknown what={unreadState} /> : undefined;
  return (
    <>
      <Total count={hits.length} one="customer" />
      <Total count={subscriptions} one="whole subscription">
        {unknown}
      </Total>
      <Total count={groups} one="resource group" className="max-sm:hidden">
        {unknown}
      </Total>
      <Total count={delegations} one="delegation">
        {unknown}
      </Total>
      {unread > 0 && (
        <span>
          <b>{formatCount(unread)}</b> could not be read
        </span>
      )}
    </>
  );
}
