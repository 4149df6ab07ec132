"use client";

import { useMemo } from "react";
import { useFindingsError } from "@/components/assessment/use-findings";
import { freshnessOf } from "@/components/coverage/words";
import { DataTable } from "@/components/ui/data-table/data-table";
import { useTableUrl } from "@/components/ui/data-table/use-table-url";
import { go } from "@/components/ui/go";
import { Total } from "@/components/ui/total";
import { isReading } from "@/lib/domain/coverage";
import type { Inventory } from "@/lib/domain/inventory";
import type { CustomerExposure, Exposure, Held } from "@/lib/domain/overview/exposure";
import { paths } from "@/lib/paths";
import { exposureSpec, type ExposureRow } from "./exposure-spec";
import type { Kinds } from "./lens/draw-lens";
import { groupName, worstOf } from "./sector-words";
import type { Overview } from "./use-overview";
import { overviewParams } from "./use-overview-url";

type Props = {
  exposure: Exposure;
  inventory: Inventory;
  overview: Pick<Overview, "findings" | "findingsOf">;
  kinds: Kinds;
};

const none = [0, 0, 0, 0, 0, 0];

/** What the lens shows, as a table. */
export function ExposureTable({ exposure, inventory, overview: { findings, findingsOf }, kinds }: Props) {
  const url = useTableUrl(exposureSpec);
  const hasFailed = useFindingsError() !== null;
  const rows = useMemo(() => {
    const shown = ({ standing, eligible }: Held): Held => ({
      standing: kinds.standing ? standing : none,
      eligible: kinds.eligible ? eligible : none,
    });
    const noneAt = ({ customer, isPartlyRead }: CustomerExposure) => {
      if (!findings) return hasFailed ? undefined : "awaited";
      // What is only there to know is none of the worst.
      const untold = Array.from(findings.untold.at(customer)).some((severity) => severity !== "info");
      return isPartlyRead || untold ? undefined : "none";
    };
    return exposure.groups.flatMap((group) =>
      group.customers.map((one): ExposureRow => {
        const worst = worstOf({ customers: [one], held: one.held }, findingsOf);
        return {
          ...one,
          held: shown(one.held),
          source: groupName(group),
          worst: worst ?? noneAt(one),
        };
      }),
    );
  }, [exposure, findings, findingsOf, hasFailed, kinds]);
  return (
    <DataTable
      spec={exposureSpec}
      rows={rows}
      // The overview's own are kept for the way back.
      url={{ ...url, unknown: url.unknown.filter((name) => !((name.split("=")[0] ?? "") in overviewParams)) }}
      isSettled={!isReading(inventory.coverage)}
      freshness={freshnessOf(inventory.coverage)}
      onOpen={({ customer }) => go(paths.customer(customer))}
      totals={totals}
      head={(actions) => <div className="flex justify-end px-5 pt-2">{actions}</div>}
    />
  );
}

const totals = (_rows: readonly ExposureRow[], hits: Int32Array) => <Total count={hits.length} one="customer" />;
