import type { Freshness, Sheet } from "@/lib/export/sheet";
import { fileName } from "@/lib/export/sheet";
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
  /** In the order shown. */
  rows: readonly Row[];
  freshness: Freshness;
}>;

/**
 * Hands the person a file of what is shown: filtered, in the shown order and, in CSV and Excel, the shown columns. JSON holds
 * every field of those rows, for programs.
 */
export async function exportRows<Row>(format: ExportFormat, { spec, columns, rows, freshness }: Shown<Row>) {
  const sheet: Sheet = {
    name: spec.name,
    heads: columns.map(({ header }) => header),
    rows: rows.map((row) => columns.map((column) => exportedValue(column, row))),
    freshness,
  };
  const content =
    format === "json"
      ? (await import("@/lib/export/json")).toJson(rows.map(spec.record), freshness)
      : format === "csv"
        ? (await import("@/lib/export/csv")).toCsv(sheet)
        : await (await import("@/lib/export/excel")).toExcel(sheet);
  download(new Blob([content], { type: types[format] }), fileName(sheet, format));
  if (!freshness.isComplete) toast("Exported what could be read; the file says what is missing");
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
  { spec, rows, freshness }: Omit<Shown<Row>, "columns">,
) {
  download(new Blob([await write(rows, freshness)], { type }), fileName({ name: spec.name, freshness }, extension));
  if (!freshness.isComplete) toast("Exported what could be read; the file says what is missing");
}

function download(blob: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
