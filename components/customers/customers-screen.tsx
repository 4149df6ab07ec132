"use client";

import { useRouter } from "next/navigation";
import { CoverageBanners } from "@/components/coverage/banners";
import { InventoryView } from "@/components/coverage/inventory-view";
import { freshnessOf } from "@/components/coverage/words";
import { FreshnessRow } from "@/components/shell/shell";
import { Unknown } from "@/components/ui/ago";
import { DataTable } from "@/components/ui/data-table/data-table";
import { useTableUrl } from "@/components/ui/data-table/use-table-url";
import { PageHead } from "@/components/ui/page-head";
import { isReading } from "@/lib/domain/coverage";
import type { CustomerRow } from "@/lib/domain/customer";
import { formatCount } from "@/lib/format";
import { paths } from "@/lib/paths";
import { customersIn } from "@/lib/queries/inventory-rows";
import { customerSpec, unreadState } from "./customer-spec";

export function CustomersScreen() {
  const router = useRouter();
  const url = useTableUrl(customerSpec);
  const head = (
    <>
      <PageHead title="Customers" />
      <FreshnessRow />
    </>
  );
  return (
    <InventoryView rowsIn={customersIn} head={head} columns={customerSpec.columns}>
      {(inventory, reading) => {
        const rows = customersIn(inventory);
        return (
          <DataTable
            spec={customerSpec}
            rows={rows}
            url={url}
            isSettled={!isReading(inventory.coverage)}
            freshness={freshnessOf(inventory.coverage)}
            onOpen={({ tenant }) => router.push(paths.customer(tenant))}
            totals={totals}
            head={(actions) => (
              <>
                <PageHead title="Customers" count={rows.length} actions={actions} />
                <FreshnessRow />
                <CoverageBanners reading={reading} />
              </>
            )}
          />
        );
      }}
    </InventoryView>
  );
}

function totals(rows: readonly CustomerRow[], hits: Int32Array) {
  let subscriptions = 0;
  let delegations = 0;
  let unread = 0;
  for (const index of hits) {
    if (rows[index]?.state === undefined) unread++;
    subscriptions += rows[index]?.subscriptions ?? 0;
    delegations += rows[index]?.delegations ?? 0;
  }
  const known = (sum: number) =>
    unread > 0 && unread === hits.length ? <Unknown what={unreadState} /> : formatCount(sum);
  return (
    <>
      <span>
        <b>{formatCount(hits.length)}</b> customers
      </span>
      <span>
        <b>{known(subscriptions)}</b> subscriptions
      </span>
      <span>
        <b>{known(delegations)}</b> delegations
      </span>
      {unread > 0 && (
        <span>
          <b>{formatCount(unread)}</b> could not be read
        </span>
      )}
    </>
  );
}
