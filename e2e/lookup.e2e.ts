import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { expect, test } from "./fixtures";
import { rowsOf, tableOf, wholeTable } from "./table";

const ask = async (page: Page, query: string) => {
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: "Search" });
  await expect(field).toBeFocused();
  await field.fill(query);
  return page.getByRole("option");
};

test("who of us reaches a customer's production is one search and Enter", async ({ page, signIn }) => {
  await signIn("Mira Solberg");
  await wholeTable(page);
  const answers = await ask(page, "prod contoso");
  await expect(answers.first()).toContainText("sub-contoso-prod");
  await expect(answers.first()).toContainText("you: ");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Access to sub-contoso-prod" })).toBeVisible();
  await expect(page).toHaveURL(/\/access\/scope\?scope=\/subscriptions\/[0-9a-f-]{36}$/);
  await expect(rowsOf(tableOf(page, "people, groups and service principals"))).not.toHaveCount(0);
});

test("what one can have at a customer stands in the row, with what it takes", async ({ page, signIn }) => {
  await signIn("Ines Marlow");
  await wholeTable(page);
  const answers = await ask(page, "contoso");
  await expect(answers.first()).toContainText(/^Contoso/);
  await expect(answers.first()).toContainText(/you: .*eligible Contributor \d+ h/);
});

test("slips, accents, ids and addresses of the portal find what was meant", async ({ page, signIn }) => {
  await signIn("Mira Solberg");
  await wholeTable(page);
  const answers = await ask(page, "fabrikma");
  await expect(answers.first()).toContainText("Fabrikam");
  await expect(page.getByRole("dialog", { name: "Search" })).toContainText(
    "Nothing is called fabrikma. Showing fabrikam.",
  );
  const field = page.getByRole("combobox", { name: "Search" });
  await field.fill("sub-contoso-prod");
  await expect(answers.first()).toContainText("sub-contoso-prod");
  const aside = page.getByRole("complementary", { name: "Current answer" });
  const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(await aside.innerText())?.[0] ?? "";
  expect(id).not.toBe("");
  await field.fill(`https://portal.azure.com/#@relecloud.example/resource/subscriptions/${id.toUpperCase()}/overview`);
  await expect(answers.first()).toContainText("sub-contoso-prod");
  await field.fill("xyzzyxyzzy");
  await expect(answers).toHaveCount(0);
  await expect(page.getByRole("dialog", { name: "Search" })).toContainText("Nothing that was read is called");
});

test("Tab goes to the next type, Esc gives focus back, and what was opened last comes first", async ({
  page,
  signIn,
}) => {
  await signIn("Mira Solberg");
  await wholeTable(page);
  await page.getByRole("searchbox").focus();
  const answers = await ask(page, "contributor");
  await expect(answers.first()).toContainText("Contributor");
  for (let count = 0; count < 5; count++) await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Roles", pressed: true })).toBeVisible();
  for (const answer of await answers.all()) await expect(answer.getByRole("img", { name: "Role" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Search" })).toHaveCount(0);
  await expect(page.getByRole("searchbox")).toBeFocused();

  await ask(page, "wingtip");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Wingtip Toys" })).toBeVisible();
  await ask(page, "");
  await expect(answers).toHaveCount(1);
  await expect(answers.first()).toContainText("Wingtip Toys");
});

for (const colorScheme of ["light", "dark"] as const)
  test(`the search passes axe, ${colorScheme}`, async ({ page, signIn }) => {
    await page.emulateMedia({ colorScheme });
    await signIn("Mira Solberg");
    await wholeTable(page);
    await expect((await ask(page, "prod")).first()).toBeVisible();
    await expectAccessible(page, "the search");
  });

test.describe("a scope that the address does not name well", () => {
  test("is told from one that nobody reaches", async ({ page, signIn }) => {
    await signIn("Mira Solberg", "/access/scope?scope=/subscriptions/nonsense");
    await expect(page.getByRole("heading", { name: "This is no subscription and no resource group" })).toBeVisible();
  });
});
