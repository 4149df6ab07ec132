import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { rowsOf, tableOf, wholeTable } from "./table";

const focused = (page: Page) => page.locator(":focus");

test("whoever clears the filters goes on in the filter's field", async ({ page, signIn }) => {
  await signIn("Mira Solberg", "/customers?q=zzz");
  await page.getByRole("button", { name: "Clear filters" }).press("Enter");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("wood");
  await page.getByRole("button", { name: "Clear", exact: true }).press("Enter");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await expect(page.getByRole("searchbox")).toHaveValue("");
});

test("a notice that is answered gives the focus to what is there then", async ({ page, signIn }) => {
  await signIn("Ruth Adeyemi", "/delegations");
  await wholeTable(page);
  const notice = page.getByRole("status").filter({ hasText: "could not be read" });
  const former = await notice.elementHandle();
  await notice.getByRole("button", { name: "Retry" }).press("Enter");
  // What was read again has a notice of its own.
  await expect.poll(() => former?.evaluate(({ isConnected }) => isConnected)).toBe(false);
  await expect(notice).toBeVisible();
  await expect(focused(page)).toHaveCount(1);
  await notice.getByRole("button", { name: "Dismiss" }).press("Enter");
  await expect(notice).toHaveCount(0);
  await expect(focused(page)).toHaveRole("gridcell");
});

test("the search leaves the focus to the page to which it led, and gives it back otherwise", async ({
  page,
  signIn,
}) => {
  await signIn("Mira Solberg");
  await wholeTable(page);
  const access = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /^Access/ });
  await access.press("Enter");
  await expect(page).toHaveTitle("Access · Fresnel");
  await expect(access).toBeFocused();
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: "Search" });
  await field.fill("contoso production");
  await expect(page.getByRole("option").first()).toContainText("sub-contoso-prod");
  await page.keyboard.press("Escape");
  await expect(access).toBeFocused();
  await expect(field).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await field.fill("contoso production");
  await expect(page.getByRole("option").first()).toContainText("sub-contoso-prod");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Access to sub-contoso-prod");
  await expect(page.getByRole("main")).toBeFocused();
  await expect(page).toHaveTitle("Access to sub-contoso-prod · Fresnel");
  await expect(page.getByRole("tooltip")).toHaveCount(0);
});

test("Back returns to the row by which the table was left", async ({ page, signIn }) => {
  await signIn("Mira Solberg");
  const table = await wholeTable(page);
  await page.keyboard.press("j");
  for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowDown");
  const name = await focused(page).getByRole("link").innerText();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await page.goBack();
  await expect(focused(page)).toHaveRole("gridcell");
  await expect(focused(page)).toContainText(name);
  await rowsOf(table).nth(1).getByRole("link").first().click();
  await expect(page).not.toHaveURL(/customers$/);
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: /^Customers/ })
    .click();
  await wholeTable(page, "customers");
  await expect(focused(page)).toHaveText(/^Customers/);
});

test("a pressed head has the focus", async ({ page, signIn }) => {
  await signIn("Mira Solberg", "/delegations");
  await wholeTable(page);
  const head = tableOf(page).getByRole("columnheader", { name: "Customer" });
  await head.click();
  await expect(head).toBeFocused();
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await page.keyboard.press("Enter");
  await expect(head).toHaveAttribute("aria-sort", "ascending");
});

test("what is open beside a table is named first in the title", async ({ page, signIn }) => {
  await signIn("Mira Solberg", "/delegations");
  const table = await wholeTable(page);
  await rowsOf(table).first().getByRole("link").first().click();
  const heading = page.getByRole("complementary").getByRole("heading", { level: 2 });
  await expect(page).toHaveTitle(`${await heading.innerText()} · Delegations · Fresnel`);
  await page.keyboard.press("Escape");
  await expect(page).toHaveTitle("Delegations · Fresnel");
});

test("the times of a detail can be reached with keys, and say then what they are in UTC", async ({ page, signIn }) => {
  await signIn("Mira Solberg");
  const table = await wholeTable(page);
  await rowsOf(table).first().getByRole("link").first().click();
  const time = page.getByRole("main").locator("dl time").first();
  await time.focus();
  await expect(time).toBeFocused();
  await expect(time).toHaveAttribute("title", /UTC$/);
  expect(await time.evaluate((element) => getComputedStyle(element, "::before").content)).toContain("UTC");
});
