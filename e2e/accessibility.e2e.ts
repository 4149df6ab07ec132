import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSideScroll } from "./axe";
import { expect, test } from "./fixtures";
import { rowsOf, tableOf, wholeTable } from "./table";
import { visit } from "./visit";

const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** Opens what the button opens, has a look, and closes it again. */
async function whileOpen(page: Page, button: RegExp, panel: string, look: () => Promise<void>) {
  await page.getByRole("button", { name: button }).filter({ visible: true }).first().click();
  const opened = page.getByRole("dialog", { name: panel }).or(page.getByRole("menu", { name: panel }));
  await expect(opened).toBeVisible();
  await look();
  await page.keyboard.press("Escape");
  await expect(opened).toHaveCount(0);
}

for (const viewport of [wide, phone]) {
  const isPhone = viewport === phone;

  test.describe(`${viewport.width} wide`, () => {
    test.use({ viewport });
    test.setTimeout(120_000);

    test("every page and every panel passes", async ({ page, signIn, watched }) => {
      watched.allow(/404 \(Not Found\) \(.*\/no-such-page\)/);
      const look = async (state: string) => {
        await expectAccessible(page, state);
        await expectNoSideScroll(page, state);
      };
      await page.goto("/sign-in?to=/customers");
      await expect(page.getByRole("button", { name: "Continue to Entra ID" })).toBeEnabled();
      await look("sign-in");
      await page.getByRole("button", { name: "Continue to Entra ID" }).click();
      await expect(page.getByRole("heading", { name: "Pick an account" })).toBeVisible();
      await look("picking an account");

      await signIn("Mira Solberg");
      await wholeTable(page);
      await expect(page.getByText("could not be read.")).toBeVisible();
      await look("customers, of which some could not be read");
      await whileOpen(page, /^Source$/, "Filter by source", () => look("filter"));
      await whileOpen(page, /^View$/, "View options", () => look("view options"));
      await whileOpen(page, /^Export$/, "Export", () => look("export menu"));
      await whileOpen(page, /^(as of|Freshness)/, "Freshness", () => look("coverage"));
      const account = isPhone ? { button: /^More$/, panel: "More" } : { button: /^Account of/, panel: "Account" };
      await whileOpen(page, account.button, account.panel, () => look("account"));
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
      await look("keyboard help");
      await page.keyboard.press("Escape");

      if (!isPhone) {
        await rowsOf(tableOf(page)).nth(1).getByRole("checkbox").click();
        await expect(page.getByRole("toolbar", { name: "Selected rows" })).toBeVisible();
        await look("selection");
      }
      await page.getByRole("searchbox").fill("nobody is called this");
      await expect(page.getByRole("heading", { name: "No customer matches" })).toBeVisible();
      await look("filtered to nothing");

      await visit(page, "/");
      await expect(page.getByRole("link", { name: /critical finding/ })).toBeVisible();
      await look("overview");
      await visit(page, "/customers?group=offer&shoe=42");
      await wholeTable(page);
      await expect(page.getByText("that part was ignored")).toBeVisible();
      await look("customers in groups, and a link's parts that do not exist");
      await page.goto("/customers?q=coffee");
      await wholeTable(page);
      await tableOf(page).getByRole("link", { name: "Fourth Coffee" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Fourth Coffee" })).toBeVisible();
      await wholeTable(page);
      await look("one customer");
      await whileOpen(page, /^Open in Azure portal$/, "Open in Azure portal", () => look("ways into the portal"));
      await visit(page, "/customers/00000000-1111-4222-8333-444444444444");
      await expect(page.getByRole("heading", { name: "Not among what could be read" })).toBeVisible();
      await look("unknown customer");

      await visit(page, "/delegations?q=adatum-prod");
      await wholeTable(page);
      await look("delegations");
      await rowsOf(tableOf(page)).first().getByRole("link").click();
      const panel = page.getByRole("complementary");
      await expect(panel.getByRole("heading", { level: 2 })).toBeVisible();
      await panel.getByText("Show the record").first().click();
      await look("one delegation");
      await page.goto("/delegations?open=nonsense");
      await expect(page.getByRole("heading", { name: "This is no delegation's id" })).toBeVisible();
      await look("no delegation");
      await page.goto("/no-such-page");
      await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
      await look("no such page");
      await page.goto("/auth");
      await expect(page.getByRole("heading", { name: "Nothing to do here" })).toBeVisible();
      await look("the redirect page, opened by hand");
    });

    test("so does a console without customers", async ({ page, signIn }) => {
      await signIn("Kofi Varga");
      await expect(page.getByRole("heading", { name: "No customers yet" })).toBeVisible();
      await expectAccessible(page, "no customers");
      await expectNoSideScroll(page, "no customers");
    });
  });
}

test.describe("while Azure answers slowly, or not at all", () => {
  test.use({
    world: {
      extends: "s",
      faults: [
        { service: "resourceGraph", effect: { kind: "throttle", retryAfterSeconds: 30 } },
        {
          service: "arm",
          match: { contains: "/providers/Microsoft.ManagedServices" },
          effect: { kind: "latency", ms: 30_000 },
        },
      ],
    },
  });

  test("what is being waited for is accessible too", async ({ page, signIn }) => {
    await signIn("Mira Solberg");
    await expect(
      page
        .getByRole("progressbar")
        .or(page.getByText(/throttl|slow down/i))
        .first(),
    ).toBeVisible();
    await expectAccessible(page, "reading");
  });
});

test.describe("at 200 % zoom", () => {
  test.use({ viewport: { width: 720, height: 450 } });

  test("everything can be reached, and the page does not scroll to the side", async ({ page, signIn }) => {
    await signIn("Mira Solberg");
    const table = await wholeTable(page);
    await expectNoSideScroll(page, "customers");
    await expect(rowsOf(table).first()).toBeInViewport();
    await expect(page.getByRole("searchbox")).toBeInViewport();
    await expect(page.getByRole("button", { name: /^Account of/ })).toBeInViewport();
    for (const [button, panel, last] of [
      [/^View$/, "View options", "Reset columns"],
      [/^as of/, "Freshness", "Copy report"],
      [/^Account of/, "Account", "Sign out"],
    ] as const)
      await whileOpen(page, button, panel, async () => {
        await page.getByRole("dialog", { name: panel }).getByRole("button", { name: last }).scrollIntoViewIfNeeded();
        await expect(page.getByRole("dialog", { name: panel }).getByRole("button", { name: last })).toBeInViewport();
        await expectNoSideScroll(page, panel);
      });

    await page
      .getByRole("navigation")
      .getByRole("link", { name: /^Delegations/ })
      .click();
    await wholeTable(page, "delegations");
    await rowsOf(tableOf(page)).first().getByRole("link").click();
    const panel = page.getByRole("complementary");
    await expect(panel.getByRole("button", { name: "Close" })).toBeInViewport();
    await panel.getByText("Show the record").last().scrollIntoViewIfNeeded();
    await expect(panel.getByText("Show the record").last()).toBeInViewport();
    await expectNoSideScroll(page, "one delegation");
    await panel.getByRole("button", { name: "Close" }).click();
    await expect(panel).toHaveCount(0);
  });
});

test("nothing moves for people who asked for less motion", async ({ page, signIn }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await signIn("Mira Solberg");
  await wholeTable(page);
  await rowsOf(tableOf(page)).first().hover();
  await page.getByRole("button", { name: "View", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "View options" })).toBeVisible();
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 0)
      .map(({ effect }) => (effect instanceof KeyframeEffect ? effect.target?.outerHTML.slice(0, 200) : "?")),
  );
  expect(moving).toEqual([]);
  const slow = await page
    .locator("*")
    .evaluateAll(
      (all) => all.map((one) => getComputedStyle(one)).filter((style) => /[1-9]/.test(style.transitionDuration)).length,
    );
  expect(slow).toBe(0);
});

test.describe("where the system chooses the colours", () => {
  test("what is selected, current, open and focused can still be told", async ({ page, signIn }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await signIn("Mira Solberg");
    const table = await wholeTable(page);
    const rows = rowsOf(table);
    await rows.nth(1).getByRole("checkbox").click();
    await expect(rows.nth(1)).toHaveAttribute("aria-selected", "true");

    const edge = (index: number) =>
      rows.nth(index).evaluate((row) => {
        const { content, width, backgroundColor } = getComputedStyle(row, "::before");
        return content === "none" ? undefined : { width, backgroundColor };
      });
    const highlight = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement("i"));
      probe.style.backgroundColor = "Highlight";
      const { backgroundColor } = getComputedStyle(probe);
      probe.remove();
      return backgroundColor;
    });
    expect(await edge(1)).toEqual({ width: "3px", backgroundColor: highlight });
    expect(await edge(2)).toBeUndefined();
    await expect(rows.nth(1).getByRole("checkbox").locator("svg")).toBeVisible();

    const current = page.getByRole("navigation").getByRole("link", { name: /^Customers/ });
    expect(await current.evaluate((link) => getComputedStyle(link, "::before").backgroundColor)).toBe(highlight);

    await page.keyboard.press("ArrowDown");
    const outline = await table.evaluate((grid) => {
      const row = document.activeElement?.closest("[role=row]");
      if (!row || !grid.contains(row)) return "none";
      const { outlineStyle, outlineWidth } = getComputedStyle(row);
      return `${outlineWidth} ${outlineStyle}`;
    });
    expect(outline).toBe("2px solid");
    await expectAccessible(page, "forced colours");
  });
});

test.describe("in a table of hundreds", () => {
  test.use({ world: { extends: "m" } });

  test("each row says which of how many it is, wherever the table is scrolled to", async ({ page, signIn }) => {
    await signIn("Mira Solberg", "/delegations");
    const table = await wholeTable(page);
    const total = Number(await table.getAttribute("aria-rowcount"));
    expect(total).toBeGreaterThan(500);
    const places = () =>
      rowsOf(table).evaluateAll((rows) =>
        rows
          .map((row) => ({ index: Number(row.getAttribute("aria-rowindex")), top: row.getBoundingClientRect().top }))
          .sort((a, b) => a.top - b.top)
          .map(({ index }) => index),
      );
    const inOrder = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);

    const first = await places();
    expect(first.length).toBeLessThan(80);
    expect(first).toEqual(inOrder(2, first.length));
    await table.evaluate((grid) => grid.scrollTo({ top: grid.scrollHeight }));
    await expect.poll(async () => (await places()).at(-1)).toBe(total);
    const last = (await places()).filter((index) => index > 2);
    expect(last).toEqual(inOrder(total - last.length + 1, last.length));

    await page.keyboard.press("j");
    await page.keyboard.press("Control+End");
    const focused = page.locator(":focus");
    await expect(focused.locator("xpath=..")).toHaveAttribute("aria-rowindex", String(total));
    await expect(focused).toHaveAttribute("aria-colindex", (await table.getAttribute("aria-colcount")) ?? "");
    await expect(focused).toBeInViewport();
    await expectAccessible(page, "scrolled to the end");
  });
});
