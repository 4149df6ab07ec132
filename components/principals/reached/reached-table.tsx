"use client";

import { type ReactNode } from "react";
import { accessFreshness } from "@/components/access/access-freshness";
import type { Access } from "@/components/access/access-view";
import { isAnyActive } from "@/components/access/own-activations";
import { RayPlot } from "@/components/principals/rays/ray-plot";
import { DataTable } from "@/components/ui/data-table/data-table";
import { useTableUrl } from "@/components/ui/data-table/use-table-url";
import { EmptyState } from "@/components/ui/empty-state";
import { grantMark } from "@/components/ui/grant-mark";
import { Fetched } from "@/components/ui/fetched";
import { lazily } from "@/components/ui/lazily";
import { useMedia } from "@/components/ui/use-media";
import { seesAll } from "@/lib/domain/access/blind-spots";
import type { Reach } from "@/lib/domain/access/reach";
import type { ReachedRow } from "@/lib/domain/access/reached-rows";
import { formatCount } from "@/lib/format";
import { activeSpec, reachedSpec } from "./reached-spec";

const ReachedPanel = lazily(async () => (await import("./reached-panel")).ReachedPanel);

const plotFits = "(min-width: 1180px)";
const plotFitsBesidePanel = "(min-width: 1780px)";

type Props = {
  access: Access;
  reach: Reach;
  rows: readonly ReachedRow[];
  name: string | undefined;
  head: (actions: ReactNode) => ReactNode;
};

/** The customers that a principal reaches, strongest first, and beside them the ways that lead there. */
export function ReachedTable({ access, reach, rows, name, head }: Props) {
  const spec = isAnyActive(rows) ? activeSpec : reachedSpec;
  const url = useTableUrl(spec);
  const { open } = url;
  const hasPlot = useMedia(open === undefined ? plotFits : plotFitsBesidePanel);
  if (rows.length === 0 && open === undefined)
    return (
      <>
        {head(null)}
        <NothingReached reach={reach} isReading={access.isReading} />
      </>
    );
  return (
    <DataTable
      spec={spec}
      rows={rows}
      url={url}
      isSettled={!access.isReading}
      freshness={accessFreshness(access)}
      onOpen={({ customer }) => url.setOpen(customer)}
      totals={totals}
      head={head}
      aside={hasPlot && <RayPlot initials={initialsOf(name)} rows={rows} />}
      panel={(near) =>
        open !== undefined && (
          <Fetched>
            <ReachedPanel
              key={open}
              index={access.index}
              shown={open}
              row={rows.find(({ customer }) => customer === open)}
              near={near}
              onOpen={url.setOpen}
            />
          </Fetched>
        )
      }
    />
  );
}

function NothingReached({ reach, isReading }: { reach: Reach; isReading: boolean }) {
  const isCertain = seesAll(reach.blind) && !isReading;
  return (
    <EmptyState title={isCertain ? "Reaches no customer" : "Reaches nothing that can be seen"}>
      <p>
        {reach.inVain.length > 0
          ? "What is granted gives nothing; the reasons stand under Gives nothing."
          : "No grant that was read names it or a group that it is known to be in."}
      </p>
      {!isCertain && <p>There may be more: what could not be read is told under Cannot see.</p>}
    </EmptyState>
  );
}

/** "TE": the first letters of the first and last word. */
function initialsOf(name: string | undefined): string {
  const words = (name ?? "?").split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => [...(word ?? "")][0]?.toUpperCase() ?? "").join("") || "?";
}

const totals = (_: readonly ReachedRow[], hits: Int32Array) => (
  <>
    <span>
      <b>{formatCount(hits.length)}</b> {hits.length === 1 ? "customer" : "customers"}
    </span>
    <span className="max-sm:hidden">{grantMark("standing")}solid ray, standing</span>
    <span className="max-sm:hidden">{grantMark("eligible")}dashed ray, eligible</span>
  </>
);
