import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { expect, test } from "./fixtures";
import { rowsOf, tableOf, wholeTable } from "./table";

const openCustomer = async (page: Page, name: string) => {
  await (await wholeTable(page, "customers")).getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
};
const fact = (page: Page, name: string) => page.getByRole("term").filter({ hasText: name }).locator("+ dd");

test("one customer's page tells its facts and lists its delegations", async ({ page, signIn }) => {
  await signIn("Ruth Adeyemi", "/customers?q=coffee");
  await openCustomer(page, "Fourth Coffee");
  await expect(page).toHaveURL(/\/customers\/[0-9a-f-]{36}$/);
  await expect(page).toHaveTitle("Fourth Coffee · Fresnel");
  await expect(fact(page, "Tenant id")).toContainText(new URL(page.url()).pathname.split("/").at(-1) ?? "");
  await expect(fact(page, "Domain")).toHaveText("fourthcoffee.example");
  await expect(fact(page, "Whole subscriptions")).toHaveText("1");
  await expect(fact(page, "Resource groups")).toHaveText("3");
  await expect(fact(page, "State")).toHaveText("Succeeded");
  await expect(fact(page, "Managed since")).toHaveText(/20\d\d/);

  const table = await wholeTable(page, "delegations");
  await expect(rowsOf(table)).toHaveCount(4);
  await expect(table.getByRole("columnheader", { name: "Customer" })).toHaveCount(0);
  await expect(table.getByRole("row", { name: /sub-coffee-roastery/ })).toContainText("transferred");

  await page.goBack();
  await wholeTable(page, "customers");
  await expect(page.getByRole("searchbox")).toHaveValue("coffee");
  await expect(rowsOf(tableOf(page))).toHaveCount(1);
});

test("a customer's head stays while its tabs change, with the focus where it was pressed", async ({ page, signIn }) => {
  await signIn("Ruth Adeyemi", "/customers?q=coffee");
  await openCustomer(page, "Fourth Coffee");
  const head = await page.getByRole("heading", { level: 1 }).elementHandle();
  const tabs = page.getByRole("navigation", { name: "Customer" });
  for (const [name, shown] of [
    ["Access", "Who reaches it"],
    ["Findings", "Findings"],
    ["Delegations", "Delegations"],
  ] as const) {
    await tabs.getByRole("link", { name }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 2, name: shown })).toBeVisible();
    await expect(tabs.getByRole("link", { name })).toHaveAttribute("aria-current", "page");
    await expect(tabs.getByRole("link", { name })).toBeFocused();
    await expect(page).toHaveTitle("Fourth Coffee · Fresnel");
    expect(await head?.evaluate((heading) => heading.isConnected)).toBe(true);
  }
});

test("what one has at a customer, and may activate there, stands in its head; a press asks for it", async ({
  page,
  signIn,
}) => {
  await signIn("Ines Marlow", "/customers?q=contoso");
  await openCustomer(page, "Contoso");
  const head = page.getByRole("main");
  await expect(fact(page, "My access")).toHaveText("Reader");
  await expect(head).toContainText("Contributor 4 h, approver needed");
  const request = head.getByRole("link", { name: /^(Activate|Request) Contributor$/ });
  await page.setViewportSize({ width: 700, height: 900 });
  const title = page.getByRole("heading", { level: 1 }).locator(":scope > span").first();
  expect(await title.evaluate((text) => text.scrollWidth - text.clientWidth)).toBeLessThanOrEqual(0);
  await expect(head).toContainText("Contributor 4 h, approver needed");
  expect((await fact(page, "My access").boundingBox())?.width).toBeGreaterThan(20);
  await page.setViewportSize({ width: 1440, height: 900 });
  await request.click();
  const mine = tableOf(page);
  await expect(mine).toHaveAttribute("aria-busy", "false");
  await expect(rowsOf(mine)).toHaveCount(5);
  for (const row of await rowsOf(mine).all()) await expect(row).toContainText(/Contoso.*Contributor.*Request/);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/customers?q=fabrikam");
  await (await wholeTable(page, "customers")).getByRole("link", { name: "Fabrikam", exact: true }).click();
  // One of its subscriptions takes no approver.
  await expect(request).toHaveText("Activate Contributor");
  await expect(request).toBeInViewport();
  expect((await request.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await expect(rowsOf(tableOf(page)).first()).toBeInViewport({ ratio: 1 });
  await expect(fact(page, "Whole subscriptions")).toBeVisible();
  await expect(fact(page, "Last change")).toHaveCount(0);
  await page.getByRole("button", { name: "All facts" }).click();
  await expect(fact(page, "Last change")).toBeVisible();
});

test("who has a role at a customer that nothing adds to is offered nothing", async ({ page, signIn }) => {
  await signIn("Ruth Adeyemi", "/customers?q=contoso");
  await openCustomer(page, "Contoso");
  await expect(fact(page, "My access")).toHaveText("Reader");
  await expect(page.getByRole("main").getByRole("link", { name: /^(Activate|Request)/ })).toHaveCount(0);
});

test("each delegation tells how far it reaches and what was found, and its number opens as many findings", async ({
  page,
  signIn,
}) => {
  await signIn("Ruth Adeyemi", "/customers?q=woodgrove");
  await openCustomer(page, "Woodgrove Bank");
  const table = await wholeTable(page, "delegations");
  const first = rowsOf(table).first();
  await expect(first.getByRole("img", { name: "Privilege 5 of 5, Control" })).toBeVisible();
  const findings = first.getByRole("link", { name: /^\d+ critical, \d+ high, \d+ medium, \d+ low$/ });
  const counts = ((await findings.getAttribute("aria-label")) ?? "").match(/\d+/g)?.map(Number) ?? [];
  const all = counts.reduce((sum, count) => sum + count, 0);
  expect(all).toBeGreaterThan(0);
  await findings.click();
  await wholeTable(page, "findings");
  await expect(page.getByRole("search").getByRole("status")).toHaveText(new RegExp(`^${all} of ${all} `));
});

test("the customers before and after are one press away, on the tab where one is", async ({ page, signIn }) => {
  await signIn("Ruth Adeyemi");
  const names = await rowsOf(await wholeTable(page, "customers"))
    .getByRole("link")
    .allTextContents();
  const at = names.indexOf("Fourth Coffee");
  await openCustomer(page, "Fourth Coffee");
  await page.getByRole("link", { name: "Access", exact: true }).last().click();
  await expect(page).toHaveURL(/\/access$/);
  const main = page.getByRole("main");
  await expect(main).toContainText(`${at + 1} of ${names.length}`);
  await main.getByRole("button", { name: "Next customer" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(names[at + 1] ?? "");
  await expect(page).toHaveURL(/\/access$/);
  for (const name of names.slice(0, at + 1).reverse()) {
    await main.getByRole("button", { name: "Previous customer" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  }
  await expect(main.getByRole("button", { name: "Previous customer" })).toBeDisabled();
});

test("the page of a customer of which nothing could be read says what, why, and what to do", async ({
  page,
  signIn,
}) => {
  await signIn("Ruth Adeyemi");
  await openCustomer(page, "Lamna Healthcare");
  await expect(fact(page, "Domain")).toHaveText("lamnahealthcare.example");
  await expect(fact(page, "Whole subscriptions")).toContainText(/^\?.*0 of 2 answered/);
  await expect(fact(page, "State")).toHaveText("Could not be read");
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { name: "Nothing of this customer could be read" })).toBeVisible();
  await expect(main).toContainText("Azure lists 2 subscriptions of this tenant");
  for (const name of ["sub-lamnahealthcare-clinic", "sub-lamnahealthcare-dr"])
    await expect(main.getByRole("listitem").filter({ hasText: name })).toContainText("does not have authorization");
  await expect(main).toContainText("Ask the customer for the role Reader");
  await expect(main).toContainText("AuthorizationFailed");
  await expect(page.getByRole("grid")).toHaveCount(0);
  await expectAccessible(page, "a customer who could not be read");
});

test("a delegation opens beside the customer's others, under an address of its own", async ({ page, signIn }) => {
  await signIn("Ruth Adeyemi");
  await openCustomer(page, "Proseware");
  await (await wholeTable(page, "delegations")).getByRole("link", { name: "sub-proseware-prod" }).click();
  const panel = page.getByRole("complementary", { name: "sub-proseware-prod" });
  await expect(panel).toBeVisible();
  const address = page.url();
  expect(address).toMatch(/\/customers\/[0-9a-f-]{36}\?open=\/subscriptions\//);
  await page.goto(address);
  await expect(panel).toBeVisible();
  await page.goBack();
  await expect(panel).toHaveCount(0);
});

test("the way into the Azure portal leads through the managing tenant, to the customer's scope", async ({
  page,
  signIn,
  stage,
}) => {
  await page.addInitScript(() => {
    window.open = (url) => {
      document.documentElement.dataset["opened"] = String(url);
      return null;
    };
  });
  const portal = `https://portal.azure.com/#@${stage.description.tenantId}/resource/subscriptions/`;
  await signIn("Ruth Adeyemi");
  await openCustomer(page, "Litware");
  const link = page.getByRole("link", { name: "Open in Azure portal" });
  const href = (await link.getAttribute("href")) ?? "";
  expect(href).toMatch(/\/resource\/subscriptions\/[0-9a-f-]{36}\/overview$/);
  expect(href.startsWith(portal)).toBe(true);
  await expect(link).toHaveAttribute("target", "_blank");
  await expect(link).toHaveAttribute("rel", /noreferrer/);

  await page.goBack();
  await openCustomer(page, "Fourth Coffee");
  await page.getByRole("button", { name: "Open in Azure portal" }).click();
  const menu = page.getByRole("menu", { name: "Open in Azure portal" });
  await expect(menu.getByRole("menuitem")).toHaveCount(4);
  await menu.getByRole("menuitem", { name: "rg-tills-shops" }).click();
  const opened = await page.locator("html").getAttribute("data-opened");
  expect(opened?.startsWith(portal)).toBe(true);
  expect(opened).toMatch(/\/resourceGroups\/rg-tills-shops\/overview$/i);
});

test.describe("a link to a customer who is not on the screen", () => {
  const nobody = "/customers/00000000-1111-4222-8333-444444444444";

  test("says that there is none, to somebody whose every subscription answered", async ({ page, signIn }) => {
    await signIn("Joon Baek", nobody);
    await expect(page.getByRole("heading", { name: "You see no such customer" })).toBeVisible();
    await page.getByRole("link", { name: "All customers" }).click();
    await expect(rowsOf(await wholeTable(page))).toHaveCount(2);
  });

  test("says that it cannot tell, to somebody who could not read everything", async ({ page, signIn }) => {
    await signIn("Mira Solberg", nobody);
    await expect(page.getByRole("heading", { name: "Not among what could be read" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "You see no such customer" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Read again" })).toBeVisible();
  });

  test("says that it is damaged, if it is", async ({ page, signIn }) => {
    await signIn("Joon Baek", "/customers/%3Cscript%3Ealert(1)%3C%2Fscript%3E");
    await expect(page.getByRole("heading", { name: "This is no tenant id" })).toBeVisible();
  });
});

for (const [what, path] of [
  ["does not exist", "/no-such-page"],
  ["is cut in the middle of a letter", "/customers/%E0%A4%A"],
] as const)
  test(`an address that ${what} leads back`, async ({ page, signIn, watched }) => {
    watched.allow(/404 /);
    await signIn("Joon Baek");
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    expect((await page.request.get("/_next/static/chunks/gone.js")).status()).toBe(404);
    await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
    await page.getByRole("link").first().click();
    await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  });
