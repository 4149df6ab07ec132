import { expect, test, type WorldFile } from "./fixtures";
import { account, chip, counted, readAgain, readToTheEnd, recordWaits } from "./reading";
import { rowsOf, tableOf, wholeTable } from "./table";

type Fault = NonNullable<WorldFile["faults"]>[number];

/** World S without its own unreachable customer, in which Ruth can read everything, and with these faults. */
const failing = (...faults: Fault[]): WorldFile => ({ extends: "s", inheritFaults: false, faults });
const all = 44;

test("what could not be read is named, with the reason and what to do", async ({ page, context, signIn }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signIn("Ruth Adeyemi", "/delegations");
  await wholeTable(page);
  await expect(page.getByRole("status").filter({ hasText: "2 subscriptions could not be read" })).toBeVisible();
  await expect(chip(page)).toHaveAccessibleName(/29 of 31 subscriptions.*2 problems/);
  const panel = await account(page);
  for (const name of ["sub-lamnahealthcare-clinic", "sub-lamnahealthcare-dr"])
    await expect(panel.getByRole("listitem").filter({ hasText: name })).toContainText(
      /authorization.*Ask the customer/s,
    );
  await panel.getByRole("button", { name: "Copy report" }).click();
  await expect(page.getByText("Report copied")).toBeVisible();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain("29 of 31 subscriptions answered");
  expect(report).toMatch(/sub-lamnahealthcare-dr: .*AuthorizationFailed/);
});

test("one subscription that could not be read is asked for alone", async ({ page, signIn, stage }) => {
  await signIn("Ruth Adeyemi", "/delegations");
  await wholeTable(page);
  const rows = await counted(page);
  await stage.show(failing());
  const panel = await account(page);
  await panel.getByRole("button", { name: "Retry Subscription sub-lamnahealthcare-dr" }).click();
  await expect(chip(page)).toHaveAccessibleName(/^as of.*30 of 31 subscriptions.*1 problem/);
  await expect(panel.getByRole("listitem").filter({ hasText: "sub-lamnahealthcare-clinic" })).toBeVisible();
  expect(await counted(page)).toBeGreaterThan(rows);
});

for (const exposedHeaders of [["Retry-After"], []])
  test.describe(`Azure's limit, its Retry-After being ${exposedHeaders.length ? "readable" : "hidden"}`, () => {
    test.use({
      world: {
        ...failing({ service: "resourceGraph", effect: { kind: "throttle", retryAfterSeconds: 4 }, times: 2 }),
        settings: { exposedHeaders },
      },
    });
    test("is said, counted down, and waited for", async ({ page, signIn }) => {
      const waits = await recordWaits(page);
      await signIn("Ruth Adeyemi", "/delegations");
      const banner = page.getByRole("status").filter({ hasText: "Azure is limiting requests." });
      await expect(banner).toContainText(/Reading goes on in \d+ s.*nothing is lost/);
      await wholeTable(page);
      await expect(banner).toHaveCount(0);
      // Where it is hidden, the wait is a guess, and too short to be counted down.
      if (exposedHeaders.length) expect((await waits()).length).toBeGreaterThan(1);
      expect(await counted(page)).toBe(all);
      await expect(chip(page)).not.toHaveAccessibleName(/problem/);
    });
  });

test.describe("failures by chance, of every kind and in every service", () => {
  const once = (service: Fault["service"], effect: Fault["effect"]): Fault => ({ service, effect, times: 1 });
  test.use({
    world: failing(
      ...(["arm", "resourceGraph", "graph"] as const).flatMap((service) => [
        once(service, { kind: "status", status: 503 }),
        once(service, { kind: "reset" }),
        once(service, { kind: "cut", afterBytes: 20 }),
        once(service, { kind: "body", text: "<html>Log in to the airport</html>", contentType: "text/html" }),
        once(service, { kind: "throttle" }),
        once(service, { kind: "hang" }),
      ]),
    ),
  });
  test("are overcome without a word", async ({ page, signIn }) => {
    await page.clock.install();
    await signIn("Ruth Adeyemi", "/delegations");
    await readToTheEnd(page);
    expect(await counted(page)).toBe(all);
    await expect(chip(page)).toHaveAccessibleName(/31 of 31 subscriptions$/);
  });
});

test.describe("while Azure answers nothing at all", () => {
  test.use({
    world: failing(
      { service: "resourceGraph", effect: { kind: "hang" } },
      { service: "arm", effect: { kind: "hang" } },
    ),
  });
  test("an empty page says so after a while", async ({ page, signIn }) => {
    await signIn("Ruth Adeyemi", "/delegations");
    await expect(page.getByRole("status").filter({ hasText: "Nothing has come from Azure yet." })).toBeVisible();
    await expect(page.getByRole("heading", { name: /No delegation|No customers/ })).toHaveCount(0);
  });
});

test.describe("one service that is down", () => {
  test.use({ world: failing({ service: "graph", effect: { kind: "status", status: 503 } }) });
  test("costs its own part alone, and is read on demand when it is back", async ({ page, signIn, stage }) => {
    await page.clock.install();
    await signIn("Ruth Adeyemi", "/delegations");
    await readToTheEnd(page);
    expect(await counted(page)).toBe(all);
    const panel = await account(page);
    await expect(panel.getByRole("listitem").filter({ hasText: /^People and groups/ })).toContainText("failed");
    await expect(panel).toContainText(/The names of \d+ principals.*Microsoft Graph answered 503/s);

    await stage.show(failing());
    await panel.getByRole("button", { name: /^Retry all/ }).click();
    await readToTheEnd(page);
    await expect(chip(page)).toHaveAccessibleName(/31 of 31 subscriptions$/);
    await tableOf(page).getByRole("link", { name: "sub-contoso-prod" }).click();
    await expect(page.getByRole("complementary").getByText("sg-lh-readers", { exact: true })).toBeVisible();
  });
});

test.describe("roles that may not be read", () => {
  test.use({
    world: failing({ service: "arm", match: { contains: "roleDefinitions" }, effect: { kind: "status", status: 403 } }),
  });
  test("are shown by id, and the permission is named", async ({ page, signIn }) => {
    await signIn("Ruth Adeyemi", "/delegations?q=contoso-prod");
    await wholeTable(page);
    await expect(await account(page)).toContainText(/Role definitionsnot permitted/);
    await expect(await account(page)).toContainText("Microsoft.Authorization/roleDefinitions/read");
    await page.keyboard.press("Escape");
    await tableOf(page).getByRole("link", { name: "sub-contoso-prod" }).click();
    const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
    await expect(page.getByRole("complementary").getByText(reader).first()).toBeVisible();
  });
});

test.describe("a network that answers with its own pages", () => {
  const portal: Fault["effect"] = {
    kind: "body",
    text: "<html>Log in to the airport</html>",
    contentType: "text/html",
  };
  test.use({ world: failing({ service: "arm", effect: portal }, { service: "resourceGraph", effect: portal }) });
  test("never looks like having no customers", async ({ page, signIn }) => {
    await page.clock.install();
    await signIn("Ruth Adeyemi");
    await readToTheEnd(page);
    await expect(page.getByRole("heading", { name: "Nothing could be read" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Whether there are customers is not known");
    await expect(page.getByRole("main")).toContainText(/proxy or a sign-in page of the network/);
  });
});

test.describe("with answers that take their time", () => {
  test.use({ world: { ...failing(), settings: { latencyMs: 1500 } } });
  test("rows show before everything is read, and stopping keeps them", async ({ page, signIn }) => {
    await signIn("Ruth Adeyemi", "/delegations");
    await expect(rowsOf(tableOf(page)).first()).toBeVisible();
    await expect(tableOf(page)).toHaveAttribute("aria-busy", "true");
    await expect(page.getByRole("progressbar")).toBeVisible();
    await page.getByRole("region", { name: "Notices" }).getByRole("button", { name: "Stop" }).click();
    const stopped = page.getByRole("status").filter({ hasText: "Reading was stopped." });
    await expect(stopped).toBeVisible();
    expect(await counted(page)).toBe(all);
    await stopped.getByRole("button", { name: "Read again" }).click();
    await expect(stopped).toHaveCount(0);
    await wholeTable(page);
    await expect(chip(page)).toHaveAccessibleName(/31 of 31 subscriptions$/);
  });
});

test.describe("more subscriptions than one query reaches", () => {
  const exposedHeaders = ["x-ms-tenant-subscription-limit-hit"];
  test.use({ world: { ...failing(), settings: { subscriptionLimit: 12, exposedHeaders } } });
  test("are announced, and cost nobody a row", async ({ page, signIn }) => {
    await signIn("Ruth Adeyemi", "/delegations");
    await wholeTable(page);
    const panel = await account(page);
    await expect(
      panel.getByRole("listitem").filter({ hasText: "Subscriptions beyond the first 10,000" }),
    ).toContainText(/The other \d+ were asked for by name/);
    await expect(panel.getByRole("listitem").filter({ hasText: /^Subscription / })).toHaveCount(0);
    await expect(chip(page)).not.toHaveAccessibleName(/problem/);
    expect(await counted(page)).toBe(all);
  });
});

test.describe("with every header readable, in world m", () => {
  const exposedHeaders = [
    "Retry-After",
    "WWW-Authenticate",
    "x-ms-correlation-request-id",
    "x-ms-ratelimit-remaining-tenant-resource-requests",
    "x-ms-request-id",
    "x-ms-tenant-subscription-limit-hit",
    "x-ms-user-quota-remaining",
    "x-ms-user-quota-resets-after",
  ];
  test.use({ world: { extends: "m", settings: { exposedHeaders } } });
  test("everything is read as without", async ({ page, signIn }) => {
    await signIn("Mira Solberg", "/delegations");
    await wholeTable(page);
    expect(await counted(page)).toBe(900);
  });
});

test("offline, what was read stays on every page, with its time, and reading goes on by itself afterwards", async ({
  page,
  context,
  signIn,
  watched,
}) => {
  watched.allow(/ERR_INTERNET_DISCONNECTED/);
  await page.clock.install();
  await signIn("Joon Baek", "/delegations");
  // To the end, which is when the browser has fetched ahead what people may open next.
  await readToTheEnd(page);
  const rows = await counted(page);
  await context.setOffline(true);
  const banner = page.getByRole("status").filter({ hasText: "Offline." });
  await expect(banner).toContainText(/Showing what was read at \d\d:\d\d/);
  await readAgain(page);
  await expect(chip(page)).toHaveText(/^as of .*, reading again/);
  await expect(page.getByRole("progressbar", { name: "Reading delegations" })).toBeVisible();
  await page.getByRole("searchbox").fill("woodgrove");
  await expect(rowsOf(tableOf(page)).first()).toContainText("woodgrove");
  expect(await counted(page)).toBe(rows);
  const main = page.getByRole("navigation", { name: "Main" });
  await main.getByRole("link", { name: /^Customers/ }).click();
  await page.getByRole("link", { name: "Woodgrove Bank" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Woodgrove Bank");
  await main.getByRole("link", { name: /^Delegations/ }).click();
  await context.setOffline(false);
  await expect(banner).toHaveCount(0);
  await readToTheEnd(page);
  expect(await counted(page)).toBe(rows);
  await expect(chip(page)).not.toHaveAccessibleName(/problem/);
});

test("a reading that fails offline begins anew when the network is back", async ({
  page,
  context,
  signIn,
  watched,
}) => {
  watched.allow(/ERR_INTERNET_DISCONNECTED/);
  await page.clock.install();
  await signIn("Joon Baek", "/delegations");
  await readToTheEnd(page);
  const rows = await counted(page);
  await context.setOffline(true);
  await readAgain(page);
  await readToTheEnd(page);
  await expect(chip(page)).toHaveAccessibleName(/problem/);
  await expect(await account(page)).toContainText("could not be reached");
  await page.keyboard.press("Escape");
  expect(await counted(page)).toBe(rows);
  await context.setOffline(false);
  await readToTheEnd(page);
  await expect(chip(page)).toHaveAccessibleName(/5 of 5 subscriptions$/);
  expect(await counted(page)).toBe(rows);
});

for (let seed = 1; seed <= 10; seed++)
  test.describe(`a fifth of all calls failing, seed ${seed}`, () => {
    const failures: [Fault["effect"], number][] = [
      [{ kind: "throttle", retryAfterSeconds: 1 }, 0.08],
      [{ kind: "throttle" }, 0.04],
      [{ kind: "status", status: seed % 2 ? 500 : 503 }, 0.04],
      [{ kind: "reset" }, 0.02],
      [{ kind: "hang" }, 0.02],
    ];
    const services = ["arm", "resourceGraph", "graph"] as const;
    const faults = services.flatMap((service) => failures.map(([effect, rate]) => ({ service, effect, rate })));
    test.use({ world: { ...failing(...faults), seed, settings: { exposedHeaders: ["Retry-After"] } } });
    test("loses no row in silence", async ({ page, signIn }) => {
      await page.clock.install();
      await signIn("Ruth Adeyemi", "/delegations");
      await readToTheEnd(page);
      const panel = await account(page);
      const named = [
        ...(await panel.innerText()).matchAll(
          /Rows? ([\d,]+)(?: to ([\d,]+))? of the delegations|All ([\d,]+) delegations/g,
        ),
      ];
      const missing = named.reduce(
        (sum, [, from, to = from, every]) => sum + (every ? Number(every) : Number(to) - Number(from) + 1),
        0,
      );
      // One record more than rows: the delegation of another provider.
      expect([all, missing ? all + 1 : all]).toContain((await counted(page)) + missing);
      const source = panel.getByRole("listitem").filter({ hasText: /^Registration assignments/ });
      if (missing === 0) await expect(source).toContainText("complete");
    });
  });
