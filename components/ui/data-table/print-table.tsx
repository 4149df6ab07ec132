"use client";

import { Fragment, useMemo } from "react";
import type { CellValue } from "@/lib/export/sheet";
import { formatCount, formatMoment } from "@/lib/format";
import { groupAt, groupRows, isGroup, type Lines } from "@/lib/table/group";
import { facetFor, type Table } from "@/lib/table/table";
import { classNames } from "../class-names";
import { foreignText } from "../foreign";
import { usePrinting } from "../use-printing";
import { exportedValue, type Column, type TableSpec } from "./column";
import { groupOrderOf, namelessGroup } from "./group-order";
import { filterWords } from "./filter-words";
import type { TableUrl } from "./use-table-url";

type Props<Row> = {
  spec: TableSpec<Row>;
  columns: readonly Column<Row>[];
  table: Table<Row>;
  /** Row numbers in the order shown. */
  arranged: Int32Array;
  url: Pick<TableUrl, "query" | "chosen" | "group" | "sort">;
  isSettled: boolean;
};

/** More rows fill a folder, not a page: they belong into a file. */
const most = 1_000;
/** An id or a path: it may break anywhere, so that it leaves the other columns their words. */
const longWord = /\S{24}/;
const noneClosed: ReadonlySet<string> = new Set();

/** The rows on paper, where nothing scrolls: those that pass the filters, in the order and columns shown, in open groups. */
export function PrintTable<Row>(props: Props<Row>) {
  return usePrinting() && <Printed {...props} />;
}

function Printed<Row>({ spec, columns: shown, table, arranged, url, isSettled }: Props<Row>) {
  // On paper there are no marks beside the role that say it.
  const privilege = spec.columns.filter((column) => column.id === "privilege" && !shown.includes(column));
  const columns = [...shown, ...privilege];
  const { lines, groups } = useMemo(() => linesOf(table, arranged, url, spec), [table, arranged, url, spec]);
  const filters = filterWords(spec.columns, url);
  const printed = Math.min(arranged.length, most);
  return (
    <section aria-label={`Printed ${spec.many}`} className="print-table">
      <p>
        {formatCount(arranged.length)} of {formatCount(table.rows.length)}{" "}
        {table.rows.length === 1 ? spec.one : spec.many}
        {filters && (
          <>
            {" where "}
            <bdi>{filters}</bdi>
          </>
        )}
        .{printed < arranged.length && ` Printed are the first ${formatCount(printed)}; an export holds all of them.`}
        {!isSettled && " Not everything has been read yet: there may be more."}
      </p>
      <table>
        <thead>
          <tr>
            {columns.map(({ id, header, align }) => (
              <th key={id} scope="col" className={align && "print-end"}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from(lines, (line, at) => {
            const group = isGroup(line) ? groups[groupAt(line)] : undefined;
            const row = table.rows[line];
            return (
              <Fragment key={at}>
                {group && (
                  <tr>
                    <th colSpan={columns.length} scope="rowgroup">
                      <bdi>{foreignText(group.value || namelessGroup(spec, url.group))}</bdi> {formatCount(group.count)}
                    </th>
                  </tr>
                )}
                {row && (
                  <tr>
                    {columns.map((column) => {
                      const words = wordsOf(printedValue(column, row));
                      return (
                        <td
                          key={column.id}
                          className={classNames(column.align && "print-end", longWord.test(words) && "print-break")}
                        >
                          <bdi>{words}</bdi>
                        </td>
                      );
                    })}
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function linesOf<Row>(
  table: Table<Row>,
  arranged: Int32Array,
  { group, sort }: Props<Row>["url"],
  spec: TableSpec<Row>,
): Lines {
  const rows = arranged.subarray(0, most);
  const facet = group === undefined ? undefined : facetFor(table, group);
  return facet ? groupRows(rows, facet, noneClosed, groupOrderOf(spec, table.rows, sort)) : { lines: rows, groups: [] };
}

/** The name that a cell says, where a file holds a path or an id in its place. */
function printedValue<Row>(column: Column<Row>, row: Row): CellValue {
  const value = exportedValue(column, row);
  return (typeof value === "string" && column.brief?.(row, Date.now())) || value;
}

function wordsOf(value: CellValue): string {
  if (value === undefined) return "?";
  if (value instanceof Date) return formatMoment(value.getTime());
  if (typeof value === "number") return formatCount(value);
  return typeof value === "boolean" ? (value ? "Yes" : "No") : foreignText(value);
}
