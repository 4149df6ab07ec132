import writeExcelFile, { type SheetData } from "write-excel-file/browser";
import type { Sheet } from "./sheet";

/** One sheet with the rows, a second that says how fresh they are. Text stays text: Excel runs only cells typed as formulas. */
export function toExcel({ name, heads, rows, freshness }: Sheet): Promise<Blob> {
  const head = heads.map((value) => ({ value, fontWeight: "bold" as const }));
  const data: SheetData = [
    head,
    ...rows.map((row) =>
      row.map((value) => {
        if (value === undefined) return "?";
        if (typeof value === "string") return { value: printable(value), type: String };
        return value instanceof Date ? { value, type: Date, format: "yyyy-mm-dd hh:mm" } : value;
      }),
    ),
  ];
  const facts: SheetData = [
    ["As of", freshness.asOf ?? "?"],
    ["Coverage", freshness.coverage],
    ["Complete", freshness.isComplete ? "yes" : "no"],
  ];
  return writeExcelFile([
    {
      data,
      sheet: name.charAt(0).toUpperCase() + name.slice(1),
      stickyRowsCount: 1,
      columns: heads.map((text) => ({ width: Math.max(14, text.length + 2) })),
    },
    { data: facts, sheet: "Freshness", columns: [{ width: 14 }, { width: 60 }] },
  ]).toBlob();
}

// XML has no way to write these, and Excel no room for more than 32,767 characters.
const printable = (text: string) => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\ufffd").slice(0, 32_767);
