"use client";

import { useEffect, useMemo, useState } from "react";
import { arrange } from "@/lib/table/order";
import { groupRows, type Lines } from "@/lib/table/group";
import { finish, runSliced } from "@/lib/table/slices";
import { facetFor, filter, isOrdered, orderFor, prepareOrder, tableOf, withRows, type Table } from "@/lib/table/table";
import type { TableSpec } from "./column";
import { groupOrderOf } from "./group-order";
import type { TableUrl } from "./use-table-url";

/** The lines of a table, and the rows that they number. */
export type NumberedLines<Row> = Lines & Readonly<{ rows: readonly Row[] }>;

export type TableView<Row> = Readonly<{
  table: Table<Row>;
  /** Row numbers that pass the filters, ascending. */
  hits: Int32Array;
  /** The same in the order shown, without groups. */
  arranged: Int32Array;
  lines: NumberedLines<Row>;
  /** The groups that show only their heads. */
  closed: ReadonlySet<string>;
  /** The order is still that in which rows arrived, wholly or at the end. */
  isSettling: boolean;
}>;

const noGroups: readonly never[] = [];

/** So few rows are put in order as they are first drawn: that is cheaper than drawing them twice, and no row jumps. */
const orderedAtOnce = 1_000;

/**
 * Filters, sorts and groups. Orders of many rows are prepared ahead in idle slices, so that a sort is one pass over an index;
 * while rows still arrive (`isSettled` is false) an order made of the first ones stays, and later rows follow it.
 * @param toggled groups that somebody opened or closed
 */
export function useTable<Row>(
  spec: TableSpec<Row>,
  rows: readonly Row[],
  url: TableUrl,
  isSettled: boolean,
  toggled: ReadonlySet<string>,
): TableView<Row> {
  const [table, setTable] = useState(() => tableOf(spec.columns, rows, spec.finder));
  const current = table.rows === rows ? table : withRows(table, rows);
  if (current !== table) setTable(current);

  const [, setPrepared] = useState(0);
  const { query, chosen, sort, group } = url;

  const isOrderMissing = () => (isSettled ? !isOrdered(current, sort.id) : !orderFor(current, sort.id));
  if (rows.length <= orderedAtOnce && isOrderMissing()) finish(prepareOrder(current, sort.id));
  const isMissing = isOrderMissing();

  useEffect(() => {
    if (!isMissing) return;
    const controller = new AbortController();
    runSliced(prepareOrder(current, sort.id), { signal: controller.signal, urgent: true })
      .then(() => setPrepared((count) => count + 1))
      .catch(unlessAborted(controller.signal));
    return () => controller.abort();
  }, [current, sort.id, isMissing]);

  useEffect(() => {
    if (!isSettled) return;
    const controller = new AbortController();
    const ahead = async () => {
      await runSliced(current.finder.prepare(), controller);
      for (const { id } of spec.columns) await runSliced(prepareOrder(current, id), controller);
    };
    ahead().catch(unlessAborted(controller.signal));
    return () => controller.abort();
  }, [current, isSettled, spec]);

  const hits = useMemo(() => filter(current, query, chosen), [current, query, chosen]);
  const order = orderFor(current, sort.id);
  const arranged = useMemo(
    () => arrange(hits, order, sort.descending, current.rows.length),
    [hits, order, sort.descending, current],
  );
  const { areClosed = false } = spec.groups ?? {};
  const groupOrder = groupOrderOf(spec, current.rows, sort);
  const closed = useMemo(() => {
    if (!areClosed || group === undefined) return toggled;
    return new Set(["", ...(facetFor(current, group)?.values ?? [])].filter((value) => !toggled.has(value)));
  }, [areClosed, current, group, toggled]);
  const lines = useMemo<NumberedLines<Row>>(() => {
    const facet = group === undefined ? undefined : facetFor(current, group);
    const shown = facet ? groupRows(arranged, facet, closed, groupOrder) : { lines: arranged, groups: noGroups };
    return { ...shown, rows: current.rows };
  }, [arranged, closed, current, group, groupOrder]);

  return { table: current, hits, arranged, lines, closed, isSettling: !isOrdered(current, sort.id) };
}

/** Whoever aborted the work needs no word of it. */
const unlessAborted = (signal: AbortSignal) => (reason: unknown) => {
  if (!signal.aborted) throw reason;
};
