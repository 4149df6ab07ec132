import type { Freshness, Sheet } from "@/lib/export/sheet";
import { fileName } from "@/lib/export/sheet";
import { formatCounted } from "@/lib/format";
import { copyText } from "../copy-button";
import { toast } from "../toast";
import { exportedValue, type Column, type TableSpec } from "./column";

export type ExportFormat = "csv" | "json" | "xlsx";

const types: Record<ExportFormat, string> = {
  csv: "text/csv;charset=utf-8",
  json: "application/json",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

type Shown<Row> = Readonly<{
  spec: TableSpec<Row>;
  columns: readonly Column<Row>[];
  /** The column that rows are grouped by. */
  group?: string | undefined;
  /** In the order shown. */
  rows: readonly Row[];
  freshness: Freshness;
}>;

/**
 * Hands the person a file of what is shown: filtered, in the shown order and, in CSV and Excel, the shown columns
 * after the one that says the group. JSON holds
 * every field of those rows, for programs.
 */
export async function exportRows<Row>(format: ExportFormat, shown: Shown<Row>) {
  const { spec, rows, freshness } = shown;
  const sheet = sheetOf(shown);
  const content =
    format === "json"
      ? (await import("@/lib/export/json")).toJson(rows.map(spec.record), freshness)
      : format === "csv"
        ? (await import("@/lib/export/csv")).toCsv(sheet)
        : await (await import("@/lib/export/excel")).toExcel(sheet);
  download(new Blob([content], { type: types[format] }), fileName(sheet, format));
  if (!freshness.isComplete) toast(`Exported what could be read; ${format === "csv" ? partialName : partialFile}`);
}

// A line of words would be read as a row of a CSV file.
const partialName = "the file's name says that it is partial";
const partialFile = "the file says what is missing";

function sheetOf<Row>({ spec, columns: shown, group, rows, freshness }: Shown<Row>): Sheet {
  // On screen the heads of groups say it, and a file has none.
  const grouping = spec.columns.find(({ id }) => id === group && !shown.some((column) => column.id === id));
  const columns = grouping ? [grouping, ...shown] : shown;
  return {
    name: spec.name,
    heads: columns.map(({ header }) => header),
    rows: rows.map((row) => columns.map((column) => exportedValue(column, row))),
    freshness,
  };
}

/** Browsers hold whatever is copied in memory, twice: more than this belongs into a file. */
const longestCopy = 5_000_000;

/** Puts what is shown on the clipboard, as CSV and Markdown hold it. */
export async function copyRows<Row>(format: "csv" | "md", shown: Shown<Row>) {
  const text =
    format === "csv"
      ? (await import("@/lib/export/csv")).toCsv(sheetOf(shown))
      : (await import("@/lib/export/markdown")).toMarkdown(sheetOf(shown));
  const { one, many } = shown.spec;
  const what = formatCounted(shown.rows.length, one, many);
  if (text.length > longestCopy) return toast(`${what} are too much for the clipboard: export a file, or filter first`);
  await copyText(text, shown.freshness.isComplete ? what : `What could be read, ${what},`);
}

/** A file of a kind that only some tables have. */
export type FileFormat<Row> = Readonly<{
  label: string;
  extension: string;
  type: string;
  write: (rows: readonly Row[], freshness: Freshness) => Promise<string>;
}>;

/** Hands the person such a file of these rows. */
export async function exportAs<Row>(
  { extension, type, write }: FileFormat<Row>,
  { spec, rows, freshness }: Pick<Shown<Row>, "spec" | "rows" | "freshness">,
) {
  download(new Blob([await write(rows, freshness)], { type }), fileName({ name: spec.name, freshness }, extension));
  if (!freshness.isComplete) toast(`Exported what could be read; ${partialFile}`);
}

function download(blob: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
