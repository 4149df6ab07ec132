import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { rowsOf, tableOf, wholeTable } from "./table";

const focused = (page: Page) => page.locator(":focus");

test.beforeEach(async ({ signIn, page }) => {
  await signIn("Mira Solberg", "/delegations");
  await wholeTable(page);
});

test("a table is one stop on the way through the page", async ({ page }) => {
  const table = tableOf(page);
  // What comes behind the table is there.
  await expect(page.getByRole("region", { name: "Notices" }).getByRole("button", { name: "Dismiss" })).toBeVisible();
  await expect(table.locator('[tabindex="0"]')).toHaveCount(1);
  await page.getByRole("button", { name: "State", exact: true }).focus();
  await page.keyboard.press("Tab");
  await expect(focused(page)).toHaveRole("gridcell");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await expect(table.locator('[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press("Tab");
  expect(await table.evaluate((grid) => grid.contains(document.activeElement))).toBe(false);
  await page.keyboard.press("Shift+Tab");
  await expect(focused(page)).toHaveRole("gridcell");
});

test("arrows, Home and End reach every cell, the head included", async ({ page }) => {
  const at = () =>
    focused(page).evaluate((cell) => [
      Number(cell.closest("[role=row]")?.getAttribute("aria-rowindex")),
      Number(cell.getAttribute("aria-colindex")),
    ]);
  const last = Number(await tableOf(page).getAttribute("aria-rowcount"));
  const columns = Number(await tableOf(page).getAttribute("aria-colcount"));
  await page.keyboard.press("j");
  const steps: [string, number[]][] = [
    ["ArrowRight", [2, 3]],
    ["ArrowDown", [3, 3]],
    ["k", [2, 3]],
    ["ArrowUp", [1, 3]],
    ["Control+End", [last, columns]],
    ["Control+Home", [2, 1]],
    ["End", [last, 1]],
    ["Home", [2, 1]],
    ["Control+ArrowRight", [2, columns]],
    ["Control+ArrowLeft", [2, 1]],
  ];
  for (const [key, place] of steps) {
    await page.keyboard.press(key);
    await expect.poll(at, key).toEqual(place);
    await expect(focused(page)).toBeInViewport();
  }
  await page.keyboard.press("PageDown");
  await expect.poll(async () => (await at())[0]).toBeGreaterThan(12);
});

test("Enter on a column's head sorts, Enter on a row opens it, Esc closes and comes back", async ({ page }) => {
  await page.keyboard.press("j");
  await page.keyboard.press("ArrowUp");
  await expect(focused(page)).toHaveRole("columnheader");
  await page.keyboard.press("Enter");
  await expect(focused(page)).toHaveAttribute("aria-sort", "ascending");

  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const name = await focused(page).getByRole("link").innerText();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary");
  await expect(panel.getByRole("heading", { level: 2 })).toBeFocused();
  await expect(panel.getByRole("heading", { level: 2 })).toHaveText(name.split(" in ")[0] ?? "");
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(focused(page)).toHaveRole("gridcell");
  await expect(focused(page)).toContainText(name.split(" in ")[0] ?? "");
});

test("Ctrl C copies the cell, as files would hold it", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("searchbox").fill("sub-contoso-prod");
  await expect(rowsOf(tableOf(page))).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Control+c");
  await expect(page.getByText("Scope copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^\/subscriptions\/[0-9a-f-]{36}$/);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Control+c");
  await expect(page.getByText("Customer copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("Contoso");
});

test("single keys lead to the places, read again, and tell what keys there are", async ({ page }) => {
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/\/customers$/);
  await wholeTable(page, "customers");
  await page.keyboard.press("g");
  await page.keyboard.press("d");
  await expect(page).toHaveURL(/\/delegations$/);
  await wholeTable(page, "delegations");
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard" });
  await expect(help).toContainText("Go to Customers");
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
  const reads = page.waitForRequest(/resourcegraph/i);
  await page.keyboard.press("r");
  await reads;
});

test("single keys rest in fields, and can be switched off", async ({ page }) => {
  await page.keyboard.press("/");
  await page.keyboard.type("g?gcx/r");
  await expect(page.getByRole("searchbox")).toHaveValue("g?gcx/r");
  await expect(page).toHaveURL(/\/delegations/);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Account of Mira Solberg" }).click();
  await page.getByRole("radiogroup", { name: "Single keys" }).getByRole("radio", { name: "Off" }).click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await page.getByRole("button", { name: "Keyboard" }).click();
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
  await expect(page).toHaveURL(/\/delegations/);
});

test("a panel gives way to the next one, and focus comes back to the button on Esc", async ({ page }) => {
  await page.getByRole("button", { name: /^as of/ }).click();
  await expect(page.getByRole("dialog", { name: "Freshness" })).toBeVisible();
  const account = page.getByRole("button", { name: "Account of Mira Solberg" });
  await account.click();
  await expect(page.getByRole("dialog", { name: "Account" })).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(1);
  await page.getByRole("search").getByRole("button", { name: "Customer" }).click();
  await expect(page.getByRole("dialog", { name: "Filter by customer" })).toBeVisible();
  await page.getByRole("button", { name: "Export" }).click();
  await expect(page.getByRole("menu", { name: "Export" })).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await account.click();
  await expect(page.getByRole("dialog", { name: "Account" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(account).toBeFocused();
});

test("the first stop of the page leads past the navigation", async ({ page }) => {
  await page.reload();
  await wholeTable(page);
  await page.keyboard.press("Tab");
  await expect(focused(page)).toHaveText("Skip to content");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});
