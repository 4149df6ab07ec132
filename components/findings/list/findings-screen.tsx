"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useMemo, type ReactNode } from "react";
import { aimedRows, aimOf } from "@/components/assessment/aimed-rows";
import { FreshnessRow } from "@/components/shell/shell";
import { useTableUrl } from "@/components/ui/data-table/use-table-url";
import { PageHead } from "@/components/ui/page-head";
import { allTold } from "@/components/ui/severity-cells";
import { countSeverities } from "@/lib/domain/findings/rows/severity-counts";
import { FindingsTabs } from "../findings-tabs";
import { FindingsView, type Judged } from "../findings-view";
import { UnjudgedNote } from "../unjudged-note";
import { AimNote } from "./aim-note";
import { findingGroups, findingSpec } from "./finding-spec";
import { FindingsTable } from "./findings-table";
import { SeverityBar } from "./severity-bar";

// One element for all renders, so that a key of the filter does not draw it anew.
const belowTitle = (
  <>
    <FreshnessRow />
    <FindingsTabs />
  </>
);
const head = (
  <>
    <PageHead title="Findings" />
    {belowTitle}
  </>
);
const ofParam = ["of"];
const groupings = ["rule", "customer", "principal", "none"] as const;

/** What is dangerous in what customers gave us, worst first, and what could not be judged. */
export function FindingsScreen() {
  return (
    <FindingsView head={head} columns={findingSpec.columns}>
      {(judged, banners) => <FindingsList judged={judged} banners={banners} />}
    </FindingsView>
  );
}

function FindingsList({ judged, banners }: { judged: Judged; banners: ReactNode }) {
  const { findings, isSettled } = judged;
  const url = useTableUrl(findingSpec, ofParam);
  const [of, setOf] = useQueryState("of", parseAsString);
  const aim = useMemo(() => aimOf(of), [of]);
  const rows = useMemo(() => aimedRows(findings, aim), [findings, aim]);
  // Of one delegation, principal or role nobody worked out what could not be told.
  const untold = aim === undefined ? findings.untold.anywhere : allTold;
  const counts = useMemo(() => countSeverities(rows), [rows]);
  return (
    <FindingsTable
      judged={judged}
      spec={findingGroups[url.group ?? ""] ?? findingSpec}
      rows={rows}
      url={url}
      untold={untold}
      head={(actions) => (
        <>
          <PageHead title="Findings" count={rows.length || undefined} actions={actions} />
          {belowTitle}
          {of !== null && <AimNote of={of} aim={aim} findings={findings} onDrop={() => void setOf(null)} />}
          {banners}
          {isSettled && <UnjudgedNote unjudged={findings.unjudged} />}
          {rows.length > 0 && <SeverityBar counts={counts} untold={untold} groupings={groupings} url={url} />}
        </>
      )}
    />
  );
}
