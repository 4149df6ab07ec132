import type { CellValue, Sheet } from "./sheet";

/**
 * A table as GitHub, Teams and most trackers read it, under a line that says how fresh it is. Texts stay texts: what customers
 * name cannot end a cell, link, load an image or hold HTML. What could not be seen is "?".
 */
export function toMarkdown({ name, heads, rows, freshness }: Sheet): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  return [
    `${escaped(name)}, as of ${freshness.asOf ?? "?"}, ${escaped(freshness.coverage)}\n\n`,
    line(heads.map(escaped)),
    line(heads.map(() => "---")),
    ...rows.map((row) => line(row.map(cellOf))),
  ].join("");
}

function cellOf(value: CellValue): string {
  if (value === undefined) return "?";
  if (value instanceof Date) return value.toISOString();
  return typeof value === "string" ? escaped(value) : String(value);
}

const unseen = /[\s\0-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;
const marks = /[\\|<>&[\]()!`*_~#$]/g;
// Renderers link what looks like an address even without a mark.
const schemes = /(:)(?=\/\/)|(?<=\bwww)(\.)/gi;

const escaped = (text: string): string =>
  text.replace(unseen, " ").trim().replace(marks, "\\$&").replace(schemes, "\\$&");
