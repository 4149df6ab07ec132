"use client";

import type { ReactNode } from "react";
import { useSessionState } from "@/components/auth/use-azure";
import { CoverageBanners } from "@/components/coverage/banners";
import { InventoryView } from "@/components/coverage/inventory-view";
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
export const FindingsView = ({ head, columns, children }: Props) => (
  <InventoryView rowsIn={delegationsIn} head={head} columns={columns}>
    {(inventory, reading) => {
      const coverage = <CoverageBanners reading={reading} />;
      const headAndCoverage = (
        <>
          {head}
          {coverage}
        </>
      );
      return (
        <JudgedView inventory={inventory} head={headAndCoverage} columns={columns}>
          {(judged, banner) =>
            children(
              judged,
              <>
                {coverage}
                {banner}
              </>,
            )
          }
        </JudgedView>
      );
    }}
  </InventoryView>
);

/** The same of an inventory that the page itself accounts for. */
export function JudgedView({ inventory, head, columns, children }: Props & { inventory: Inventory }) {
  const findings = useFindings();
  const error = useFindingsError();
  const isSettled = findings !== undefined && isOf(findings, inventory);
  const banner = inventory.coverage.finishedAt !== undefined && !isSettled && <JudgingBanner />;
  if (findings) return children({ findings, isSettled, freshness: freshnessOfFindings(findings, isSettled) }, banner);
  return (
    <>
      {head}
      {banner}
      {error ? (
        <EmptyState title="Findings could not be worked out">
          <p>
            A rule failed on what was read: <Foreign text={error.message} limit={300} />. This is a fault of Fresnel,
            not of your tenant; what is dangerous may exist all the same.
          </p>
        </EmptyState>
      ) : (
        <TableSkeleton columns={columns} rowHeight={32} />
      )}
    </>
  );
}

const isOf = ({ of }: Findings, inventory: Inventory): boolean => of.inventory === inventory && !of.isPartial;

function JudgingBanner() {
  const isExpired = useSessionState().kind === "expired";
  return (
    <Banner>
      {isExpired ? "People and groups are still to be read." : "Reading people and groups."}{" "}
      <span className="text-ink-2">
        What each offer shows by itself is judged; what takes people, groups or all offers follows.
      </span>
    </Banner>
  );
}
