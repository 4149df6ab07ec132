"use client";

import type { ReactNode } from "react";
import { useSessionState } from "@/components/auth/use-azure";
import { CoverageBanners } from "@/components/coverage/banners";
import { InventoryView } from "@/components/coverage/inventory-view";
import type { Reading } from "@/components/coverage/use-inventory";
import { Banner } from "@/components/ui/banner";
import type { Column } from "@/components/ui/data-table/column";
import { EmptyState } from "@/components/ui/empty-state";
import { Foreign } from "@/components/ui/foreign";
import { TableSkeleton } from "@/components/ui/skeleton";
import type { Inventory } from "@/lib/domain/inventory";
import type { Freshness } from "@/lib/export/sheet";
import { delegationsIn } from "@/lib/queries/inventory-rows";
import type { Findings } from "@/lib/queries/findings";
import { freshnessOfFindings } from "./findings-freshness";
import { useFindings, useFindingsError } from "@/components/assessment/use-findings";

export type Judged = Readonly<{
  findings: Findings;
  /** No more will come: all that was read is judged as a whole. */
  isSettled: boolean;
  freshness: Freshness;
}>;

type Props = {
  /** The page's head while there is nothing to show: the same as above it. */
  head: ReactNode;
  columns: readonly Column<never>[];
  /** `banners` tells what is being read and judged; the page puts it below its head. */
  children: (judged: Judged, banners: ReactNode) => ReactNode;
};

/** A page over what was found, in all the states that reading and judging can be in. */
export function FindingsView({ head, columns, children }: Props) {
  const findings = useFindings();
  const error = useFindingsError();
  return (
    <InventoryView rowsIn={delegationsIn} head={head} columns={columns}>
      {(inventory, reading) => {
        const isSettled = findings !== undefined && isOf(findings, inventory);
        const banners = <Banners reading={reading} isSettled={isSettled} />;
        if (findings)
          return children({ findings, isSettled, freshness: freshnessOfFindings(findings, isSettled) }, banners);
        if (error)
          return (
            <>
              {head}
              {banners}
              <EmptyState title="Findings could not be worked out">
                <p>
                  A rule failed on what was read: <Foreign text={error.message} limit={300} />. This is a fault of
                  Fresnel, not of your tenant; what is dangerous may exist all the same.
                </p>
              </EmptyState>
            </>
          );
        return (
          <>
            {head}
            {banners}
            <TableSkeleton columns={columns} rowHeight={32} />
          </>
        );
      }}
    </InventoryView>
  );
}

const isOf = ({ of }: Findings, inventory: Inventory): boolean => of.inventory === inventory && !of.isPartial;

function Banners({ reading, isSettled }: { reading: Reading; isSettled: boolean }) {
  const isExpired = useSessionState().kind === "expired";
  const isRead = reading.inventory?.coverage.finishedAt !== undefined;
  return (
    <>
      <CoverageBanners reading={reading} />
      {isRead && !isSettled && (
        <Banner>
          {isExpired ? "People and groups are still to be read." : "Reading people and groups."}{" "}
          <span className="text-ink-2">
            What each offer shows by itself is judged; what takes people, groups or all offers follows.
          </span>
        </Banner>
      )}
    </>
  );
}
