import type { Page } from "@playwright/test";
import { exported } from "./files";

type Row = Record<string, unknown> & { fingerprint: string; rule: string; severity: string };

/** The findings that the table shows, in its order, out of its JSON export. */
export const rowsIn = async (page: Page): Promise<Row[]> =>
  (JSON.parse((await exported(page, "JSON")).content.toString()) as { rows: Row[] }).rows;
