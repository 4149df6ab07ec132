"use client";

import { CoverageBanners } from "@/components/coverage/banners";
import { InventoryView } from "@/components/coverage/inventory-view";
import { FreshnessRow } from "@/components/shell/shell";
import { PageHead } from "@/components/ui/page-head";
import { delegationsIn } from "@/lib/queries/inventory-rows";
import { delegationSpec } from "./delegation-spec";
import { DelegationsTable } from "./delegations-table";

/** The delegations of all customers. */
export function DelegationsScreen() {
  const head = (
    <>
      <PageHead title="Delegations" />
      <FreshnessRow />
    </>
  );
  return (
    <InventoryView rowsIn={delegationsIn} head={head} columns={delegationSpec.columns}>
      {(inventory, reading) => (
        <DelegationsTable
          spec={delegationSpec}
          inventory={inventory}
          rows={delegationsIn(inventory)}
          head={(actions) => (
            <>
              <PageHead title="Delegations" count={delegationsIn(inventory).length} actions={actions} />
              <FreshnessRow />
              <CoverageBanners reading={reading} />
            </>
          )}
        />
      )}
    </InventoryView>
  );
}
