import type { Column, Type } from "../language/syntax";
import type { Row } from "../values";
import type { GraphRequest } from "./request";

/** Rows as the answer carries them. */
export function dataOf(
  columns: readonly Column[],
  rows: readonly Row[],
  format: GraphRequest["resultFormat"],
): unknown {
  if (format === "table")
    return { columns: columns.map(({ name, type }) => ({ name, type: tableTypes[type] ?? "string" })), rows };
  return rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])));
}

const tableTypes: Partial<Record<Type, string>> = {
  int: "integer",
  long: "integer",
  real: "number",
  bool: "boolean",
  datetime: "datetime",
  dynamic: "object",
};
