import { withoutFormulas } from "./formula";
import type { CellValue, Sheet } from "./sheet";

/**
 * RFC 4180: the first line names the columns, lines end in CR LF. There is no comment line, which parsers would take for the
 * head; how fresh the data is stands in a last column and in the file's name. What could not be seen is "?".
 */
export function toCsv({ heads, rows, freshness }: Sheet): string {
  const asOf = freshness.asOf ?? "";
  const lines = [[...heads, "As of"], ...rows.map((row) => [...row, asOf])];
  return lines.map((cells) => `${cells.map(cellOf).join(",")}\r\n`).join("");
}

function cellOf(value: CellValue): string {
  if (value === undefined) return "?";
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== "string") return String(value);
  const safe = withoutFormulas(value);
  return /[",\r\n\t;']/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
