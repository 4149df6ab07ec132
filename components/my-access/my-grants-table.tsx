"use client";

import { type ReactNode } from "react";
import { freshnessOf } from "@/components/coverage/words";
import { DataTable } from "@/components/ui/data-table/data-table";
import { useTableUrl } from "@/components/ui/data-table/use-table-url";
import { EmptyState } from "@/components/ui/empty-state";
import { Fetched } from "@/components/ui/fetched";
import { lazily } from "@/components/ui/lazily";
import type { Inventory } from "@/lib/domain/inventory";
import { usageOf, type Use } from "@/lib/domain/my-access/by-use";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { customersOf } from "@/lib/domain/my-access/my-grants";
import { formatCount } from "@/lib/format";
import { ActContext } from "./act";
import { HiddenNote } from "./hidden-note";
import { myGrantSpec } from "./my-grant-spec";
import type { MyAccess } from "./use-my-access";

const MyGrantDialog = lazily(async () => (await import("@/components/my-access/dialog/my-grant-dialog")).MyGrantDialog);

type Props = {
  my: MyAccess;
  grants: readonly MyGrant[];
  inventory: Inventory;
  head: (actions: ReactNode) => ReactNode;
};

/** My roles, and over them what can be done with the open one, which the URL names. */
export function MyGrantsTable({ my, grants, inventory, head }: Props) {
  const url = useTableUrl(myGrantSpec);
  const { open } = url;
  if (grants.length === 0 && !my.isReading)
    return (
      <>
        {head(null)}
        <EmptyState title="You hold nothing here">
          <p>
            The delegations that you can see name neither you nor a group of yours. A role comes with a membership: ask
            whoever keeps the groups that the offers name.
          </p>
          <HiddenNote my={my} />
        </EmptyState>
      </>
    );
  return (
    <ActContext value={url.setOpen}>
      <DataTable
        spec={myGrantSpec}
        rows={grants}
        url={url}
        isSettled={!my.isReading}
        freshness={freshnessOf(inventory.coverage)}
        onOpen={({ id }) => url.setOpen(id)}
        totals={totals}
        head={(actions) => (
          <>
            {head(actions)}
            <HiddenNote my={my} />
          </>
        )}
        panel={(near) =>
          my.me !== undefined && (
            <Fetched>
              <MyGrantDialog
                grant={grants.find(({ id }) => id === open)}
                isReading={my.isReading}
                me={my.me}
                onClose={near.close}
              />
            </Fetched>
          )
        }
      />
    </ActContext>
  );
}

function totals(rows: readonly MyGrant[], hits: Int32Array) {
  const shown = Array.from(hits).flatMap((index) => rows[index] ?? []);
  const customers = customersOf(shown);
  const isKnown = shown.every(({ customer }) => customer !== undefined);
  const count = (use: Use) => shown.filter((grant) => usageOf(grant) === use).length;
  return (
    <>
      <span>
        <b>{formatCount(shown.length)}</b> {shown.length === 1 ? "role" : "roles"}
      </span>
      <span>
        <b>{formatCount(customers)}</b> {isKnown || "known "}
        {customers === 1 ? "customer" : "customers"}
      </span>
      <span>
        <b>{formatCount(count("Active"))}</b> active
      </span>
      <span className="max-sm:hidden">
        <b>{formatCount(count("Can activate now"))}</b> can be activated now
      </span>
      <span className="max-sm:hidden">
        <b>{formatCount(count("Needs approver"))}</b> with an approver
      </span>
      <span className="max-sm:hidden">
        <b>{formatCount(count("Standing"))}</b> standing
      </span>
    </>
  );
}
