"use client";

import type { ReactNode } from "react";

import { FreshnessRow } from "@/components/shell/shell";
import { DataTable } from "@/components/ui/data-table/data-table";
import { useTableUrl } from "@/components/ui/data-table/use-table-url";
import { EmptyState } from "@/components/ui/empty-state";
import { Fetched } from "@/components/ui/fetched";
import { lazily } from "@/components/ui/lazily";
import { PageHead } from "@/components/ui/page-head";
import { TableSkeleton } from "@/components/ui/skeleton";
import type { AssignmentRow } from "@/lib/domain/access/assignment-rows";
import { formatCount, formatCounted } from "@/lib/format";
import { accessFreshness } from "@/components/access/access-freshness";
import { AccessTabs } from "@/components/access/access-tabs";
import { AccessView, type Access } from "@/components/access/access-view";
import { assignmentSpec } from "./assignment-spec";
import { OwnAssignmentsNote } from "@/components/access/own-assignments-note";
import { useAssignmentRows } from "./use-assignment-rows";

const AssignmentPanel = lazily(async () => (await import("./assignment-panel")).AssignmentPanel);

const head = (
  <>
    <PageHead title="Role assignments" />
    <FreshnessRow />
    <AccessTabs />
  </>
);

/** Every grant of every customer: who holds which role where, and through what. */
export function AssignmentsScreen() {
  return (
    <AccessView head={head} columns={assignmentSpec.columns}>
      {(access, banners) => <Assignments access={access} banners={banners} />}
    </AccessView>
  );
}

function Assignments({ access, banners }: { access: Access; banners: ReactNode }) {
  const url = useTableUrl(assignmentSpec);
  const { index } = access;
  const rows = useAssignmentRows(index);
  const { open } = url;
  if (!rows)
    return (
      <>
        {head}
        {banners}
        <TableSkeleton columns={assignmentSpec.columns} rowHeight={32} />
      </>
    );
  const isUnread = index.unreadDefinitions.length > 0;
  if (rows.length === 0)
    return (
      <>
        {head}
        {banners}
        <OwnAssignmentsNote assigned={index.roleAssignments?.length} />
        <EmptyState title={isUnread ? "No role assignment could be read" : "No role assignments"}>
          <p>
            {isUnread
              ? "There are delegations, and what they grant is not readable. It takes Microsoft.ManagedServices/registrationDefinitions/read, which Reader contains."
              : "The delegations that were read grant nothing to anybody."}
          </p>
        </EmptyState>
      </>
    );
  return (
    <DataTable
      spec={assignmentSpec}
      rows={rows}
      url={url}
      isSettled={!access.isReading}
      freshness={accessFreshness(access)}
      onOpen={({ id }) => url.setOpen(id)}
      totals={totals}
      head={(actions) => (
        <>
          <PageHead title="Role assignments" count={rows.length} actions={actions} />
          <FreshnessRow />
          <AccessTabs />
          {banners}
          <OwnAssignmentsNote assigned={index.roleAssignments?.length} />
        </>
      )}
      panel={(near) =>
        open !== undefined && (
          <Fetched>
            <AssignmentPanel id={open} index={index} near={near} onOpen={url.setOpen} />
          </Fetched>
        )
      }
    />
  );
}

function totals(rows: readonly AssignmentRow[], hits: Int32Array) {
  const counts = { standing: 0, eligible: 0, assigned: 0 };
  const principals = new Set<string>();
  let nothing = 0;
  for (const at of hits) {
    const row = rows[at];
    if (!row) continue;
    counts[row.access]++;
    principals.add(row.principal.id);
    if (row.gives === "no") nothing++;
  }
  return (
    <>
      <span>
        <b>{formatCounted(principals.size, "principal")}</b>
      </span>
      <span>
        <b>{formatCount(counts.standing)}</b> standing
      </span>
      <span>
        <b>{formatCount(counts.eligible)}</b> eligible
      </span>
      <span className="max-sm:hidden">
        <b>{formatCount(counts.assigned)}</b> assigned
      </span>
      {nothing > 0 && (
        <span className="max-sm:hidden">
          <b>{formatCount(nothing)}</b> {nothing === 1 ? "gives" : "give"} nothing
        </span>
      )}
    </>
  );
}
