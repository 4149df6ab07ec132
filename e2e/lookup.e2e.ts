import type { Locator, Page } from "@playwright/test";
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
  await expect(rowsOf(tableOf(page, "roles of people, groups and service principals"))).not.toHaveCount(0);
});

test("what is typed before the search was fetched is in its field, and no key of the page", async ({
  page,
  signIn,
}) => {
  let release = () => {};
  const isWanted = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/_next/static/**/*.js", async (route) => {
    const answer = await route.fetch();
    if ((await answer.text()).includes("Customers, scopes, people, roles")) await isWanted;
    await route.fulfill({ response: answer });
  });
  await signIn("Mira Solberg", "/");
  await expect(page.getByRole("listbox", { name: "Customers by exposure" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("contoso p");
  release();
  const field = page.getByRole("combobox", { name: "Search" });
  await expect(field).toBeFocused();
  await page.keyboard.type("rod");
  await expect(field).toHaveValue("contoso prod");
  const dialog = page.getByRole("dialog", { name: "Search" });
  await expect(dialog.getByRole("option").first()).toContainText("sub-contoso-prod");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("listbox", { name: "Customers by exposure" })).toBeVisible();
  // Scripts are still fetched ahead, each through here.
  await page.unrouteAll({ behavior: "wait" });
});

test("Enter means what was typed, though the answers on screen are still those to something else", async ({
  page,
  signIn,
}) => {
  await signIn("Mira Solberg");
  await wholeTable(page);
  const answers = await ask(page, "contoso");
  await expect(answers.first()).toContainText("Contoso");
  // Within one turn of the page, so that no other answers can come in between.
  await page.getByRole("combobox", { name: "Search" }).evaluate(async (field) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, "fabrikam");
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await Promise.resolve();
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Fabrikam");
});

test("what one can have at a customer stands in the row, with what it takes", async ({ page, signIn }) => {
  await signIn("Ines Marlow");
  await wholeTable(page);
  const answers = await ask(page, "contoso");
  await expect(answers.first()).toContainText(/^Contoso/);
  await expect(answers.first()).toContainText(/you: .*eligible Contributor \d+ h/);
});

for (const width of [1440, 720, 390])
  test(`what one can have on a scope is whole in its row, ${width} wide`, async ({ page, signIn }) => {
    await page.setViewportSize({ width, height: 844 });
    await signIn("Ines Marlow");
    await wholeTable(page);
    const first = (await ask(page, "contoso prod")).first();
    await expect(first).toContainText("you: Reader, eligible Contributor 4 h, approver needed");
    await expect(first).toContainText("Contoso");
    const cut = await first.evaluate((row) =>
      [...row.querySelectorAll("*")]
        .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth)
        .map(({ textContent }) => textContent),
    );
    expect(cut).toEqual([]);
  });

test("answers begin in one line, whatever they are", async ({ page, signIn }) => {
  await signIn("Ines Marlow");
  await wholeTable(page);
  const answers = await ask(page, "contoso");
  for (let count = 0; count < 2; count++) await page.keyboard.press("Tab");
  await expect(answers.filter({ has: page.getByRole("img", { name: "Delegation" }) })).not.toHaveCount(0);
  await expect(answers.filter({ has: page.getByRole("img", { name: "Subscription" }) })).not.toHaveCount(0);
  const lefts = await answers
    .locator("bdi")
    .evaluateAll((names) =>
      names
        .filter((name) => name.previousElementSibling?.tagName !== "BDI")
        .map((name) => name.getBoundingClientRect().x),
    );
  expect(new Set(lefts).size).toBe(1);
});

test("what people call things leads to them: operations, screens, commands", async ({ page, signIn }) => {
  await signIn("Ines Marlow");
  await wholeTable(page);
  const answers = await ask(page, "storage listkeys");
  await expect(answers.first()).toContainText("Microsoft.Storage/storageAccounts/listKeys/action");
  const field = page.getByRole("combobox", { name: "Search" });
  for (const [query, name] of [
    ["me", "My access"],
    ["leaver", "Leaver check: choose a person"],
    ["noth traders", "Northwind Traders"],
  ] as const) {
    await field.fill(query);
    await expect(answers.first()).toContainText(name);
  }
  await field.fill("csv");
  await expect(answers.first()).toContainText("Export this table");
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("menu", { name: "Export" }).getByRole("menuitem", { name: "CSV", exact: true }),
  ).toBeVisible();
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
  const field = page.getByRole("combobox", { name: "Search" });
  const isCurrent = async (answer: Locator) => {
    await expect(answer).toHaveAttribute("aria-selected", "true");
    await expect(page.locator("[role=option][aria-selected=true]")).toHaveCount(1);
    await expect(field).toHaveAttribute("aria-activedescendant", (await answer.getAttribute("id")) ?? "");
    await expect(field).toBeFocused();
  };
  await isCurrent(answers.first());
  await page.keyboard.press("ArrowUp");
  await isCurrent(answers.last());
  await page.keyboard.press("ArrowDown");
  await isCurrent(answers.first());
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await isCurrent(answers.nth(2));
  await page.keyboard.press("ArrowUp");
  await isCurrent(answers.nth(1));
  await answers.first().hover();
  await isCurrent(answers.first());
  for (let count = 0; count < 4; count++) await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Roles", pressed: true })).toBeVisible();
  await expect(answers.filter({ hasNot: page.getByRole("img", { name: "Role" }) })).toHaveCount(0);
  await expect(answers.filter({ has: page.getByRole("img", { name: "Role" }) })).not.toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Search" })).toHaveCount(0);
  await expect(page.getByRole("searchbox")).toBeFocused();

  await ask(page, "wingtip");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Wingtip Toys" })).toBeVisible();
  await ask(page, "");
  await expect(answers).toHaveCount(1);
  await expect(answers.first()).toContainText("Wingtip Toys");
  // Browsers tell that a dialog has closed a moment after it did.
  await page.getByRole("dialog", { name: "Search" }).evaluate((dialog: HTMLDialogElement) => {
    dialog.close();
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "k", ctrlKey: true }));
  });
  await expect(field).toBeFocused();
  await expect(answers).toHaveCount(1);
});

test("what is pinned comes first, in this browser and for this person", async ({ page, signIn, stage }) => {
  await signIn("Ines Marlow");
  await wholeTable(page);
  const answers = await ask(page, "fabrikam");
  await expect(answers.first()).toContainText("Fabrikam");
  await page.keyboard.press("Control+d");
  await expect(page.getByRole("button", { name: "Unpin" })).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/fabrikam/i);
  const ines = stage.description.personas.find(({ name }) => name === "Ines Marlow")?.objectId;
  const keys = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("fresnel:pins:")));
  expect(keys).toEqual([expect.stringContaining(ines ?? "no such person")]);
  await page.reload();
  await wholeTable(page);
  await ask(page, "");
  await expect(answers).toHaveCount(1);
  await expect(answers.first()).toContainText("Fabrikam");
  await page.getByRole("combobox", { name: "Search" }).fill("litware");
  await expect(answers.first()).toContainText("Litware");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Litware" })).toBeVisible();
  await ask(page, "");
  await expect(answers).toHaveCount(2);
  await expect(answers.first()).toContainText("Fabrikam");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("group", { name: "Current answer" }).getByRole("button", { name: "Unpin" }).click();
  await expect(answers).toHaveCount(1);
  await expect(answers.first()).toContainText("Litware");
});

test("a customer can be searched inside, its roles asked for, its ids copied, its commands given", async ({
  page,
  context,
  signIn,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signIn("Ines Marlow");
  await wholeTable(page);
  const answers = await ask(page, "contoso");
  const field = page.getByRole("combobox", { name: "Search" });
  await expect(answers.first()).toContainText("Contoso");
  await page.keyboard.press("Control+c");
  await expect(page.getByText("Tenant id copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^[0-9a-f-]{36}$/);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowRight");
  await expect(field).toHaveValue("contoso");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("button", { name: "Search everywhere, not only in Contoso" })).toBeVisible();
  await expect(field).toHaveValue("");
  await field.press("Shift+Tab");
  await expect(page.getByRole("dialog", { name: "Search" })).toContainText(
    "Among actions, nothing that was read belongs to Contoso.",
  );
  await field.press("Tab");
  await page.keyboard.type("prod");
  await expect(answers.first()).toContainText("sub-contoso-prod");
  await expect(answers.filter({ hasText: "Fabrikam" })).toHaveCount(0);
  await field.fill("");
  await page.keyboard.press("Backspace");
  await expect(page.getByRole("button", { name: "Search everywhere, not only in Contoso" })).toHaveCount(0);
  await field.fill("fabrikam");
  await expect(answers.first()).toContainText("Fabrikam");

  await field.fill("Microsoft.Storage/storageAccounts/listKeys/action");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/access\/roles\?allows=Microsoft\.Storage/);
  await ask(page, "dark theme");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("the search passes axe", async ({ page, signIn }) => {
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
