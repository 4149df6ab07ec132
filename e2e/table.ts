import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures";

type Noun =
  | "findings"
  | "rules"
  | "customers"
  | "delegations"
  | "role assignments"
  | "roles"
  | "roles of people, groups and service principals";

/** The table of a page, grouped or not; of the page that is to come, where its noun is given. */
export const tableOf = (page: Page, noun?: Noun): Locator => {
  const named = noun && { name: noun };
  return page.getByRole("grid", named).or(page.getByRole("treegrid", named));
};

/** Waits until nothing more is being read or sorted, and answers the table. */
export async function wholeTable(page: Page, noun?: Noun): Promise<Locator> {
  const table = tableOf(page, noun);
  await expect(table).toHaveAttribute("aria-busy", "false");
  return table;
}

/** Rows of data in view, without the head and the groups' heads. */
export const rowsOf = (table: Locator): Locator => table.locator("[role=row][aria-selected]");

/** The cells of one column in view, from above, by the column's name. */
export async function columnOf(table: Locator, name: string): Promise<string[]> {
  const head = table.getByRole("columnheader", { name, exact: true });
  const index = await head.getAttribute("aria-colindex");
  const cells = table.locator(`[role=gridcell][aria-colindex="${index}"]:not([aria-colspan])`);
  const found = await cells.evaluateAll((all) =>
    all
      .map((cell) => ({
        line: Number(cell.closest("[role=row]")?.getAttribute("aria-rowindex")),
        text: (cell as HTMLElement).innerText.trim(),
      }))
      .sort((a, b) => a.line - b.line)
      .map(({ text }) => text),
  );
  return found;
}
