import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { columnOf, rowsOf, tableOf, wholeTable } from "./table";
import { watch } from "./watch";

const views = (page: Page) => page.getByRole("navigation", { name: "Views" });
const tab = (page: Page, name: string | RegExp) => views(page).getByRole("link", { name });
const shown = (page: Page) => page.getByRole("search").getByRole("status");
const save = (page: Page) => page.getByRole("button", { name: "Save view" });
const named = (page: Page) => page.getByRole("textbox", { name: "Name of the view" });
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

async function act(page: Page, what: "Rename" | "Copy link" | "Delete") {
  await views(page).getByRole("button", { name: "Actions of this view" }).click();
  await page.getByRole("menuitem", { name: what }).click();
}

const hostile = "<img src=x onerror=alert(1)>\u202E";
const hostileShown = "<img src=x onerror=alert(1)>⟨202E⟩";

test("a view is saved, left, changed, renamed, deleted, taken back, and travels as a link", async ({
  page,
  context,
  browser,
  stage,
  signIn,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signIn("Mira Solberg");
  await wholeTable(page);
  await expect(views(page)).toHaveCount(0);
  await expect(save(page)).toHaveCount(0);

  await page.getByRole("search").getByRole("button", { name: "Source", exact: true }).click();
  await page.getByRole("checkbox", { name: "Marketplace" }).click();
  await page.keyboard.press("Escape");
  await tableOf(page).getByRole("columnheader", { name: "Delegations" }).click();
  await expect(shown(page)).toHaveText("4 of 12 customers");
  const sold = await columnOf(tableOf(page), "Customer");
  await save(page).click();
  await named(page).fill("  Sold ");
  await page.keyboard.press("Enter");
  await expect(tab(page, /^Sold 4$/)).toHaveAttribute("aria-current", "true");
  await expect(tab(page, "Sold")).toBeFocused();
  await expect(save(page)).toHaveCount(0);

  await tab(page, "All customers 12").click();
  await expect(shown(page)).toHaveText("12 of 12 customers");
  await expect(page).toHaveURL(/\/customers$/);
  await page.goto((await tab(page, /^Sold 4$/).getAttribute("href")) ?? "");
  await wholeTable(page);
  await expect(tab(page, /^Sold 4$/)).toHaveAttribute("aria-current", "true");
  await expect(shown(page)).toHaveText("4 of 12 customers");
  await page.goto("/customers");
  await wholeTable(page);
  await tab(page, /^Sold 4$/).click();
  await expect.poll(() => columnOf(tableOf(page), "Customer")).toEqual(sold);
  await page.goBack();
  await expect(shown(page)).toHaveText("12 of 12 customers");
  await page.goForward();

  await page.getByRole("searchbox").fill("contoso");
  await expect(tab(page, /Sold 4 changed/)).toBeVisible();
  await save(page).click();
  await expect(named(page)).toHaveValue("Sold");
  await expect(page.getByRole("dialog", { name: "Save view" })).toContainText("Takes the place of");
  await page.keyboard.press("Enter");
  await expect(tab(page, /^Sold 1$/)).toBeVisible();

  await act(page, "Rename");
  await named(page).fill(hostile);
  await page.keyboard.press("Enter");
  await expect(tab(page, `${hostileShown} 1`)).toBeFocused();
  await act(page, "Delete");
  await expect(shown(page)).toHaveText("12 of 12 customers");
  await expect(views(page).getByRole("status")).toContainText(`${hostileShown} deleted`);
  await expect(tab(page, "All customers 12")).toBeFocused();
  await page.keyboard.press("z");
  await expect(tab(page, `${hostileShown} 1`)).toHaveAttribute("aria-current", "true");
  await expect(shown(page)).toHaveText("1 of 12 customers");
  await act(page, "Copy link");
  await expect(page.getByText("Link copied")).toBeVisible();
  const link = await copied(page);

  const elsewhere = await browser.newContext({ baseURL: stage.url });
  const watched = await watch(elsewhere, stage);
  const colleague = await elsewhere.newPage();
  await colleague.goto(link);
  await colleague.getByRole("button", { name: "Continue to Entra ID" }).click();
  await colleague.getByRole("button", { name: /Ines Marlow/ }).click();
  await wholeTable(colleague);
  await expect(colleague.getByRole("searchbox")).toHaveValue("contoso");
  await expect(tableOf(colleague).getByRole("columnheader", { name: "Delegations" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await expect(tab(colleague, `${hostileShown} not saved`)).toBeVisible();
  await save(colleague).click();
  await expect(named(colleague)).toHaveValue(hostile);
  await colleague.keyboard.press("Enter");
  await expect(tab(colleague, hostileShown)).not.toContainText("not saved");
  await elsewhere.close();
  expect(watched.offences).toEqual([]);

  await page.evaluate(() => {
    const [key = ""] = Object.keys(localStorage).filter((name) => name.startsWith("fresnel:views:"));
    localStorage.setItem(key, JSON.stringify([{ name: "Kept", state: "" }, { name: 7 }]));
  });
  await page.goto("/customers");
  await wholeTable(page);
  await expect(views(page).getByRole("status")).toContainText("1 saved view could not be understood and is gone");
  await expect(tab(page, "Kept")).toBeVisible();
});

test("what is shown is copied as text, and prints whole, light, and with what is missing", async ({
  page,
  context,
  signIn,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.emulateMedia({ colorScheme: "dark" });
  await signIn("Mira Solberg", "/delegations");
  const table = await wholeTable(page);
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "Copy as Markdown" }).click();
  await expect(page.getByText("What could be read, 42 delegations, copied")).toBeVisible();
  const lines = (await copied(page)).trimEnd().split("\n");
  expect(lines[0]).toMatch(/^delegations, as of .*, 31 of 33 subscriptions/);
  expect(lines[2]).toMatch(/^\| Scope \| Customer \|/);
  expect(lines).toHaveLength(4 + 42);

  await page.keyboard.press("j");
  await page.keyboard.press("x");
  const bar = page.getByRole("toolbar", { name: "Selected rows" });
  await bar.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "Copy as CSV" }).click();
  await expect(page.getByText("What could be read, 1 delegation, copied")).toBeVisible();
  expect((await copied(page)).trimEnd().split("\r\n")).toHaveLength(2);
  await page.keyboard.press("Escape");

  await page.emulateMedia({ media: "print" });
  const printed = page.getByRole("region", { name: "Printed delegations" });
  await expect(printed.locator("tbody tr")).toHaveCount(42);
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(255, 255, 255)");
  for (const chrome of [table, page.getByRole("navigation"), page.getByRole("search"), page.getByRole("banner")])
    await expect(chrome.filter({ visible: true })).toHaveCount(0);
  const head = page.getByText(/^Fresnel, Relecloud .* 31 of 33 subscriptions/);
  await expect(head).toContainText("Could not be read: Subscription sub-");
  await page.emulateMedia({ media: "screen" });

  await rowsOf(table).first().getByRole("link").first().click();
  const panel = page.getByRole("complementary");
  await expect(panel.getByRole("heading", { level: 2 })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(panel.getByRole("heading", { level: 2 })).toBeVisible();
  await expect(head).toBeVisible();
  await expect(printed).toBeHidden();
  await expect(page.getByRole("button")).toHaveCount(0);
});
