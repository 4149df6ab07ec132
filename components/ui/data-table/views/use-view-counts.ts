"use client";

import { useEffect, useState } from "react";
import { runSliced } from "@/lib/table/slices";
import { filter, type Table } from "@/lib/table/table";
import type { SavedView } from "@/lib/views/saved-views";
import type { TableSpec } from "../column";
import { filtersIn } from "./view-address";

/** Counting a view filters the whole table: of a larger one no view tells its count before it is opened. */
const mostRows = 20_000;

type Counts = Readonly<{ of: unknown; byName: ReadonlyMap<string, number> }>;
const none: ReadonlyMap<string, number> = new Map();

/** How many rows each view shows, worked out while nothing else is to be done, once all rows are there. */
export function useViewCounts<Row>(
  spec: TableSpec<Row>,
  table: Table<Row>,
  views: readonly SavedView[],
  isSettled: boolean,
): ReadonlyMap<string, number> {
  const [counts, setCounts] = useState<Counts>();
  useEffect(() => {
    if (!isSettled || table.rows.length > mostRows) return;
    const controller = new AbortController();
    runSliced(counted(spec, table, views), controller)
      .then((byName) => setCounts({ of: table, byName }))
      .catch((reason: unknown) => {
        if (!controller.signal.aborted) throw reason;
      });
    return () => controller.abort();
  }, [spec, table, views, isSettled]);
  return counts?.of === table ? counts.byName : none;
}

function* counted<Row>(
  spec: TableSpec<Row>,
  table: Table<Row>,
  views: readonly SavedView[],
): Generator<void, ReadonlyMap<string, number>> {
  const byName = new Map<string, number>();
  // The last search is the person's own, which the next key narrows.
  const apart = { ...table, lastHits: { current: undefined } };
  for (const { name, state } of views) {
    yield;
    const { query, chosen } = filtersIn(spec, state);
    byName.set(name, filter(apart, query, chosen).length);
  }
  return byName;
}
