"use client";

import { AccessTabs } from "@/components/access/access-tabs";
import { InventoryView } from "@/components/coverage/inventory-view";
import { FreshnessRow } from "@/components/shell/shell";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Foreign } from "@/components/ui/foreign";
import { PageHead } from "@/components/ui/page-head";
import { TableSkeleton } from "@/components/ui/skeleton";
import { delegationsIn } from "@/lib/queries/inventory-rows";
import { MyBanners } from "./my-banners";
import { myGrantSpec } from "./my-grant-spec";
import { MyGrantsTable } from "./my-grants-table";
import { useMyAccess } from "./use-my-access";

/** What the signed-in person holds and may activate on every customer. */
export function MyAccessScreen() {
  const my = useMyAccess();
  const { grants, meError } = my;
  const head = (
    <>
      <PageHead title="My access" />
      <FreshnessRow />
      <AccessTabs />
    </>
  );
  return (
    <InventoryView
      rowsIn={(inventory) => [...delegationsIn(inventory), ...(grants ?? [])]}
      head={head}
      columns={myGrantSpec.columns}
    >
      {(inventory) =>
        grants ? (
          <MyGrantsTable
            my={my}
            grants={grants}
            inventory={inventory}
            head={(actions) => (
              <>
                <PageHead title="My access" count={grants.length} actions={actions} />
                <FreshnessRow />
                <AccessTabs />
                <MyBanners my={my} />
              </>
            )}
          />
        ) : (
          <>
            {head}
            <MyBanners my={my} />
            {meError ? (
              <EmptyState
                title="Who you are could not be read"
                actions={<Button onClick={my.retry}>Read again</Button>}
              >
                <p>
                  What you hold is found by your object id, which Microsoft Graph did not tell:{" "}
                  <Foreign text={meError.message} limit={400} />
                </p>
                <p>It needs the delegated permission User.Read.</p>
              </EmptyState>
            ) : (
              <TableSkeleton columns={myGrantSpec.columns} rowHeight={32} />
            )}
          </>
        )
      }
    </InventoryView>
  );
}
