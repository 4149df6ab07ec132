"use client";

import { useMemo, type ReactNode } from "react";
import { CoverageBanners } from "@/components/coverage/banners";
import { InventoryView } from "@/components/coverage/inventory-view";
import type { Reading } from "@/components/coverage/use-inventory";
import { FreshnessRow } from "@/components/shell/shell";
import { Fetched } from "@/components/ui/fetched";
import { lazily } from "@/components/ui/lazily";
import { PageHead } from "@/components/ui/page-head";
import { TableSkeleton } from "@/components/ui/skeleton";
import { usePageTitle } from "@/components/ui/use-page-title";
import { delegationsOf, findCustomer } from "@/lib/domain/find";
import type { Inventory } from "@/lib/domain/inventory";
import { formatForeign } from "@/lib/format";
import { customersIn } from "@/lib/queries/inventory-rows";
import { CustomerFacts, CustomerHead, CustomersCrumb, OwnAccessRow } from "./customer-head";
import { customerLabel, customerSpec } from "./customer-spec";
import { CustomerTabs } from "./customer-tabs";
import { UnknownCustomer } from "./unknown-customer";

const UnreadCustomer = lazily(async () => (await import("./unread-customer")).UnreadCustomer);

type Props = { tenantId: string; children: ReactNode };

/** One customer: what it is, and below, what the page puts there. */
export function CustomerScreen({ tenantId, children }: Props) {
  const head = (
    <>
      <PageHead crumb={<CustomersCrumb />} title={<bdi>{formatForeign(tenantId, 60)}</bdi>} />
      <FreshnessRow />
    </>
  );
  return (
    <InventoryView rowsIn={customersIn} head={head} columns={customerSpec.columns}>
      {(inventory, reading) => (
        <Customer tenantId={tenantId} inventory={inventory} reading={reading} head={head}>
          {children}
        </Customer>
      )}
    </InventoryView>
  );
}

type CustomerProps = Props & { inventory: Inventory; reading: Reading; head: ReactNode };

function Customer({ tenantId, inventory, reading, head, children }: CustomerProps) {
  const customers = customersIn(inventory);
  const found = findCustomer(inventory, tenantId, customers);
  const label = found.kind === "found" ? formatForeign(customerLabel(found.value), 80) : undefined;
  usePageTitle("Customer", label);
  const delegations = useMemo(() => delegationsOf(inventory, tenantId), [inventory, tenantId]);

  if (found.kind !== "found")
    return (
      <>
        {head}
        <CoverageBanners reading={reading} />
        {found.kind === "notSeen" && found.reading ? (
          <TableSkeleton columns={customerSpec.columns} rowHeight={32} />
        ) : (
          <UnknownCustomer found={found} reading={reading} />
        )}
      </>
    );
  return (
    <>
      <CustomerHead customer={found.value} customers={customers} delegations={delegations} inventory={inventory} />
      <FreshnessRow />
      <CoverageBanners reading={reading} />
      <OwnAccessRow customer={found.value} />
      <CustomerFacts customer={found.value} delegations={delegations} />
      <CustomerTabs tenantId={tenantId} />
      {found.value.state === undefined ? (
        <Fetched>
          <UnreadCustomer tenant={found.value.tenant} inventory={inventory} reading={reading} />
        </Fetched>
      ) : (
        children
      )}
    </>
  );
}
