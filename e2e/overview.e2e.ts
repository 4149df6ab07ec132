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

/** What the foot of a page's list counts, as in "23 whole subscriptions". */
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
  await expect(counted(page, "whole subscriptions")).toHaveText(subscriptions);
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

test.describe("where role definitions may not be read", () => {
  test.use({
    world: {
      extends: "s",
      faults: [{ service: "arm", match: { contains: "roleDefinitions" }, effect: { kind: "status", status: 403 } }],
    },
  });
  test("no privilege is counted as none, and no severity that hangs on it", async ({ page, signIn }) => {
    await signIn("Ruth Adeyemi", "/");
    const exposure = page.getByRole("region", { name: "Exposure" });
    await expect(exposure).toContainText("Privilege cannot be told");
    await expect(exposure).toContainText("Microsoft.Authorization/roleDefinitions/read");
    await expect(
      main(page).getByRole("link", { name: /(standing|eligible) grants, .*Privilege cannot be told/ }),
    ).toHaveCount(10);
    await expect(selected(page)).toHaveAttribute("aria-label", /\d+ roles? of unknown privilege/);
    await expect(
      main(page).getByRole("link", { name: "Whether there are critical findings cannot be told" }),
    ).toContainText("?");
    await expect(
      page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Findings, ? critical" }),
    ).toBeVisible();

    await page.goto("/customers");
    const table = await wholeTable(page, "customers");
    await expect(table.getByRole("link", { name: /\d+ critical/ })).toHaveCount(0);
    await expect(table.getByRole("link", { name: /^\? critical, / }).first()).toBeVisible();
  });
});

test.describe("without consent to the directory", () => {
  test.use({ world: { extends: "s", consented: ["User.Read"] } });
  test("people are not counted as none: what it takes to see them is said", async ({ page, signIn }) => {
    await signIn("Ruth Adeyemi", "/");
    const people = main(page)
      .locator("dl > div")
      .filter({ has: page.locator("dt", { hasText: /^People/ }) });
    await expect(people).toContainText("People cannot be seen");
    await people.getByRole("link", { name: "Directory.Read.All is missing" }).click();
    await expect(page.getByRole("region", { name: "Coverage" })).toBeInViewport();
  });
});

test.describe("while people are still being read", () => {
  test.use({ world: { extends: "s", faults: [{ service: "graph", effect: { kind: "latency", ms: 600_000 } }] } });
  test("what is on its way does not look like what cannot be seen", async ({ page, signIn }) => {
    await signIn("Ruth Adeyemi", "/");
    await expect(fact(page, "People who can reach a customer")).toHaveText(/^….*Still being read/);
    await expect(main(page).getByText("What was read is still being judged")).toBeAttached();
    await page.getByRole("link", { name: "Customers", exact: false }).first().click();
    const table = page.getByRole("grid", { name: "customers" });
    await expect(rowsOf(table).first()).toContainText("Being judged");
  });
});

for (const width of [1024, 390])
  test.describe(`at a width of ${width}`, () => {
    test.use({ viewport: { width, height: 844 } });
    test("all facts are in view, and every row of them is filled", async ({ page, signIn }) => {
      await signIn("Mira Solberg", "/");
      await expect(main(page).getByRole("link", { name: /critical finding/ })).toBeVisible();
      const facts = main(page).locator("dl").first();
      const rows = await facts.evaluate((list) => {
        const ends = new Map<number, number>();
        for (const { top, right } of [...list.children].map((one) => one.getBoundingClientRect()))
          ends.set(Math.round(top), Math.max(ends.get(Math.round(top)) ?? 0, right));
        return [...ends.values()].map((end) => Math.round(list.getBoundingClientRect().right - end));
      });
      expect(rows.length).toBeGreaterThan(1);
      for (const room of rows) expect(Math.abs(room)).toBeLessThanOrEqual(1);
    });
  });
