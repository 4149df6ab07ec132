"use client";

import { useMemo, type ReactNode } from "react";
import { accessFreshness } from "@/components/access/access-freshness";
import type { Access } from "@/components/access/access-view";
import { isAnyActive, OwnActivationsBanner, OwnActivationsButton } from "@/components/access/own-activations";
import { useOwnActivations } from "@/components/access/use-own-activations";
import { DataTable } from "@/components/ui/data-table/data-table";
import { useTableUrl } from "@/components/ui/data-table/use-table-url";
import { EmptyState } from "@/components/ui/empty-state";
import { Fetched } from "@/components/ui/fetched";
import { lazily } from "@/components/ui/lazily";
import { seesAll } from "@/lib/domain/access/blind-spots";
import { reacherRows, type ReacherRow } from "@/lib/domain/access/reacher-rows";
import { reachersOf } from "@/lib/domain/access/reachers";
import type { Target } from "@/lib/domain/access/target";
import { formatCount, formatCounted } from "@/lib/format";
import { BlindNote } from "./blind-note";
import { reachCount, type ReachCount } from "./reach-count";
import { activeReacherSpec, reacherSpec } from "./reacher-spec";

const ReacherPanel = lazily(async () => (await import("./reacher-panel")).ReacherPanel);

type Props = {
  access: Access;
  /** The same value as long as the same is asked. */
  target: Target;
  also?: readonly string[];
  head: (actions: ReactNode, count: ReachCount) => ReactNode;
  /** What is told below all else above the table. */
  children?: ReactNode;
};

/** Every person, group and service principal that reaches a target, and beside them the way that leads there. */
export function ReachersTable({ access, target, also, head, children }: Props) {
  const { index } = access;
  const own = useOwnActivations(index, { target });
  const reached = useMemo(() => reachersOf(index, target, own.active), [index, target, own.active]);
  const rows = useMemo(() => reacherRows(index, reached), [index, reached]);
  const count = useMemo(() => reachCount(rows), [rows]);
  const spec = isAnyActive(rows) ? activeReacherSpec : reacherSpec;
  const url = useTableUrl(spec, also);
  const { open } = url;
  if (rows.length === 0)
    return (
      <>
        {head(null, count)}
        <BlindNote index={index} target={target} blind={reached.blind} />
        {children}
        <EmptyState
          title={seesAll(reached.blind) ? "Nobody reaches it, in what you see" : "Nobody whom we can see reaches it"}
        >
          <p>No grant that could be read leads here.</p>
        </EmptyState>
      </>
    );
  return (
    <DataTable
      spec={spec}
      rows={rows}
      url={url}
      isSettled={!access.isReading}
      freshness={accessFreshness(access)}
      onOpen={({ id }) => url.setOpen(id)}
      totals={totals}
      head={(actions) => (
        <>
          {head(
            <>
              <OwnActivationsButton own={own} />
              {actions}
            </>,
            count,
          )}
          <OwnActivationsBanner own={own} />
          <BlindNote index={index} target={target} blind={reached.blind} />
          {children}
        </>
      )}
      panel={(near) =>
        open !== undefined && (
          <Fetched>
            <ReacherPanel
              id={open}
              row={rows.find(({ id }) => id === open)}
              index={index}
              target={target}
              near={near}
              onOpen={url.setOpen}
            />
          </Fetched>
        )
      }
    />
  );
}

function totals(rows: readonly ReacherRow[], hits: Int32Array) {
  const users = new Set<string>();
  const groups = new Set<string>();
  const services = new Set<string>();
  const others = new Set<string>();
  let nothing = 0;
  for (const at of hits) {
    const row = rows[at];
    if (!row) continue;
    if (row.gives === "no") nothing++;
    else
      (row.sort === "user" ? users : row.sort === "group" ? groups : row.sort ? services : others).add(
        row.principal.id,
      );
  }
  return (
    <>
      <span>
        <b>{formatCount(users.size)}</b> {users.size === 1 ? "person" : "people"}
      </span>
      <span>
        <b>{formatCounted(groups.size, "group")}</b>
      </span>
      <span className="max-sm:hidden">
        <b>{formatCounted(services.size, "service principal")}</b>
      </span>
      {others.size > 0 && (
        <span>
          <b>{formatCount(others.size)}</b> of unknown kind
        </span>
      )}
      {nothing > 0 && (
        <span className="max-sm:hidden">
          <b>{formatCounted(nothing, "line")}</b> {nothing === 1 ? "gives" : "give"} nothing
        </span>
      )}
    </>
  );
}
