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

const number = /^[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?(e[+-]?\d+)?\s?%?$/i;
// A cell begins at the text's start, at each of its lines, and where a spreadsheet may split: at tabs and semicolons. Signs
// of full width count as the narrow ones do, and what is invisible before them does not hide them.
const formula =
  /(^|[\r\n\t;\u2028\u2029])((?:(?![\r\n\t;\u2028\u2029])[\s\u00a0\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\0-\x1f"])*)([=+\-@|\uff1d\uff0b\uff0d\uff20])/g;

/**
 * Text that no spreadsheet runs: an apostrophe goes before whatever could begin a formula, and before a leading tab or line
 * end. Numbers keep their sign.
 */
export function withoutFormulas(text: string): string {
  if (number.test(text)) return text;
  const safe = text.replace(formula, "$1'$2$3");
  return /^[\t\r\n]/.test(safe) ? `'${safe}` : safe;
}
