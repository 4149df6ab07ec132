import type { Page } from "@playwright/test";
import { createWorld } from "../emulator/worlds/worlds";
import { expectedGrants } from "./expected-access";
import { expect, test } from "./fixtures";
import { columnOf, rowsOf, wholeTable } from "./table";
import { expectedFor } from "./witness";

const main = (page: Page) => page.getByRole("main");
const lens = (page: Page) => page.getByRole("listbox", { name: "Customers by exposure" });
const selected = (page: Page) => lens(page).getByRole("option", { selected: true });
const fact = (page: Page, name: string) =>
  main(page)
    .locator("dl > div")
    .filter({ has: page.locator("dt", { hasText: new RegExp(`^${name}$`) }) })
    .getByRole("link")
    .first();

test("the overview counts what the world holds, and each number leads to as many rows", async ({
  page,
  signIn,
  stage,
  made,
}) => {
  const world = createWorld({ extends: "s", tenantId: stage.description.tenantId }, { now: new Date(made.after) });
  const person = world.personas.find(({ name }) => name === "Ruth Adeyemi")?.objectId ?? "";
  const { delegations, customers, unread } = expectedFor(world, person);
  const grants = expectedGrants(world, person);
  const ofKind = (kind: string) => grants.filter(({ access }) => access === kind).length;
  await signIn("Ruth Adeyemi", "/");
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Overview" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await expect(main(page).getByRole("link", { name: /critical finding/ })).toBeVisible();
  const people = Number(await fact(page, "People who can reach a customer").innerText());
  for (const [name, count] of [
    ["Customers", customers.length + unread.length],
    ["Delegations", delegations.length],
    ["Grants standing", ofKind("standing")],
    ["Grants eligible", ofKind("eligible")],
    ["People who can reach a customer", people],
  ] as const) {
    await expect(fact(page, name)).toHaveText(String(count));
    await fact(page, name).click();
    await wholeTable(page);
    await expect(page.getByRole("search").getByRole("status")).toHaveText(new RegExp(`^${count} `));
    await page.goBack();
  }
});

/** What the foot of a page's list counts, as in "23 subscriptions". */
const counted = (page: Page, what: string) =>
  main(page)
    .locator("footer")
    .locator("span", { hasText: new RegExp(`\\d+ ${what}$`) })
    .locator("b");

test("the overview and the lists that its numbers open say the same", async ({ page, signIn }) => {
  await signIn("Mira Solberg", "/");
  await expect(main(page).getByRole("link", { name: /critical finding/ })).toBeVisible();
  const subscriptions = await fact(page, "Whole subscriptions").innerText();
  const findings = main(page).getByRole("link", { name: /^\d+ (critical|high|medium|low|info) findings?$/ });
  const rings = main(page).getByRole("link", { name: /^\d+ (standing|eligible) grants, / });
  const links = await findings.or(rings).evaluateAll((all) =>
    all.map((link) => ({
      href: link.getAttribute("href") ?? "",
      count: parseInt(link.getAttribute("aria-label") ?? ""),
    })),
  );
  expect(links).toHaveLength(5 + 10);

  await fact(page, "Whole subscriptions").click();
  await wholeTable(page, "customers");
  await expect(counted(page, "subscriptions")).toHaveText(subscriptions);
  for (const { href, count } of links.filter(({ count }) => count > 0)) {
    await page.goto(href);
    await wholeTable(page, href.startsWith("/findings") ? "findings" : "role assignments");
    await expect(page.getByRole("search").getByRole("status")).toHaveText(new RegExp(`^${count} of \\d+`));
  }
  await page.goto("/findings");
  await wholeTable(page, "findings");
  const judged = links.filter(({ href }) => href.startsWith("/findings")).reduce((sum, { count }) => sum + count, 0);
  await expect(page.getByRole("search").getByRole("status")).toHaveText(new RegExp(`^${judged} of ${judged} `));
});

test("the beam goes around by keys, and the same can be read as a table", async ({ page, signIn }) => {
  await signIn("Ruth Adeyemi", "/");
  await expect(main(page).getByRole("link", { name: /critical finding/ })).toBeVisible();
  const options = lens(page).getByRole("option");
  const all = await options.count();
  const names = (await options.evaluateAll((found) => found.map((one) => one.getAttribute("aria-label") ?? ""))).map(
    (label) => label.split(",")[0] ?? "",
  );
  expect(new Set(names).size).toBe(all);
  await lens(page).focus();
  await page.keyboard.press("Home");
  await expect(selected(page)).toHaveAttribute("aria-label", new RegExp(`^${names[0]},.* standing.*finding`));
  await page.keyboard.press("ArrowLeft");
  await expect(selected(page)).toHaveAttribute("aria-label", new RegExp(`^${names.at(-1)},`));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(selected(page)).toHaveAttribute("aria-label", new RegExp(`^${names[1]},`));
  await expect(page).toHaveURL(/[?&]at=[0-9a-f-]{36}/);

  await page.keyboard.press("t");
  const table = await wholeTable(page, "customers");
  await expect(rowsOf(table)).toHaveCount(all);
  const inTable = (await columnOf(table, "Customer")).map((name) => name.replace(/\s*partly read$/, ""));
  expect(inTable.sort()).toEqual([...names].sort());
  await expect(table.locator(":focus")).toHaveRole("gridcell");
  await expect(table.getByRole("columnheader", { name: "Worst findings" })).toBeInViewport({ ratio: 1 });
  // Of one nothing was found, of the other nothing was read.
  await expect(rowsOf(table).filter({ hasText: "Proseware" })).not.toContainText("?");
  await expect(rowsOf(table).filter({ hasText: "Lamna Healthcare" })).toContainText("?");
  await page.keyboard.press("t");
  await expect(lens(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: names[1] ?? "" })).toBeVisible();
});

test("the worst finding opens in one step, with what to do about it", async ({ page, signIn }) => {
  await signIn("Ruth Adeyemi", "/");
  const worst = page.getByRole("region", { name: "Worst findings" }).getByRole("listitem").first().getByRole("link");
  await expect(worst.getByRole("img", { name: "Critical" })).toBeVisible();
  const title = (await worst.innerText()).split("\n").find((line) => line.length > 1) ?? "";
  await worst.click();
  const panel = page.getByRole("complementary");
  await expect(panel.getByRole("heading", { level: 2 })).toContainText(title);
  await expect(panel.getByRole("heading", { name: "How to fix" })).toBeVisible();
});
