import type { Page } from "@playwright/test";
import { createWorld } from "../emulator/worlds/worlds";
import { expectAccessible, expectNoSideScroll } from "./axe";
import { countedByHand, fingerprintsIn, isOfOffers } from "./expected-findings";
import { exported, readCsv, readExcel } from "./files";
import { rowsIn } from "./finding-rows";
import { expect, test } from "./fixtures";
import { counted } from "./reading";
import { rowsOf, tableOf, wholeTable } from "./table";

const panel = (page: Page) => page.getByRole("complementary");
const group = (page: Page, name: string | RegExp) =>
  tableOf(page, "findings").locator("[role=row][aria-expanded]").filter({ hasText: name });

async function look(page: Page, state: string) {
  await expectAccessible(page, state);
  await expectNoSideScroll(page, state);
}

test("the administrator exports every finding that the world gives rise to", async ({ page, signIn, stage, made }) => {
  const world = createWorld({ extends: "s", tenantId: stage.description.tenantId }, { now: new Date(made.after) });
  const person = world.personas.find(({ name }) => name === "Mira Solberg")?.objectId ?? "";
  await signIn("Mira Solberg", "/findings");
  await wholeTable(page, "findings");
  const rows = await rowsIn(page);
  expect(new Set(rows.map(({ fingerprint }) => fingerprint)).size).toBe(rows.length);
  for (const [rule, count] of Object.entries(countedByHand(world, person)))
    expect([rule, rows.filter((row) => row.rule === rule).length]).toEqual([rule, count]);
  const ofOffers = rows.filter(({ rule }) => isOfOffers(rule)).map(({ fingerprint }) => fingerprint);
  const expected = fingerprintsIn(world, person, made.after);
  expect(expected.length).toBeGreaterThan(50);
  expect(ofOffers.sort()).toEqual(expected.sort());
  expect(await counted(page)).toBe(rows.length);
});

test("findings stand by rule, worst first; filters, groups and the open one are in the address", async ({
  page,
  signIn,
}) => {
  await signIn("Mira Solberg", "/findings");
  const table = await wholeTable(page, "findings");
  await expect(table).toHaveRole("treegrid");
  await expect(rowsOf(table)).toHaveCount(0);
  const order = ["Critical", "High", "Medium", "Low", "Info"];
  const marks = await table.locator("[aria-expanded] [role=img]").evaluateAll((all) =>
    all
      .map((mark) => ({
        line: Number(mark.closest("[role=row]")?.getAttribute("aria-rowindex")),
        name: mark.getAttribute("aria-label") ?? "",
      }))
      .sort((one, other) => one.line - other.line)
      .map(({ name }) => name),
  );
  expect(marks.length).toBeGreaterThan(5);
  expect(marks).toEqual([...marks].sort((one, other) => order.indexOf(one) - order.indexOf(other)));

  await group(page, "Eligible role without multifactor authentication").click();
  await expect(rowsOf(table).first()).toContainText("Eligible");
  await page.getByRole("radio", { name: "Customer" }).click();
  await expect(page).toHaveURL(/group=customer/);
  await expect(group(page, "Woodgrove Bank")).toHaveCount(1);

  const all = await counted(page);
  await page
    .getByRole("group", { name: "Severity" })
    .getByRole("button", { name: /^Critical/ })
    .click();
  await expect(page).toHaveURL(/severity=Critical/);
  const status = page.getByRole("search").getByRole("status");
  await expect(status).toHaveText(new RegExp(`^\\d+ of ${all} findings$`));
  const critical = Number(/^\d+/.exec((await status.textContent()) ?? "")?.[0]);
  expect(critical).toBeGreaterThan(0);
  await expect(page.getByRole("link", { name: `Findings, ${critical} critical` })).toBeVisible();

  await page.getByRole("radio", { name: "New first" }).click();
  await expect(page).toHaveURL(/sort=-changed/);
  await page.goBack();
  await page.goto("/findings?group=none&q=storageaccounts/listkeys");
  await wholeTable(page, "findings");
  const revealing = await rowsIn(page);
  expect(revealing.length).toBeGreaterThan(0);
  for (const { operations } of revealing)
    expect(operations).toContain("Microsoft.Storage/storageAccounts/listKeys/action");
  await page.goto("/findings?group=none&grant=Standing&customer=Contoso&sort=-changed");
  await wholeTable(page, "findings");
  const [first] = await rowsIn(page);
  expect(first?.["customers"]).toContainEqual(expect.objectContaining({ name: "Contoso" }));
  await rowsOf(tableOf(page)).first().click();
  await expect(page).toHaveURL(new RegExp(`open=${first?.fingerprint}`));
  await expect(panel(page).getByRole("heading", { level: 2 })).toHaveText(String(first?.["title"]));
  await page.reload();
  await expect(panel(page).getByRole("heading", { level: 2 })).toHaveText(String(first?.["title"]));
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
});

test("an open finding shows its evidence, who holds it, whom it concerns, and a fix to copy", async ({
  page,
  context,
  signIn,
}) => {
  test.setTimeout(180_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signIn(
    "Mira Solberg",
    "/findings?rule=Role+hands+out+secrets%252C+standing&principal=sg-lh-operators&group=none",
  );
  await wholeTable(page, "findings");
  await rowsOf(tableOf(page)).first().click();
  const open = panel(page);
  const steps = open.getByRole("heading", { name: "Evidence" }).locator("xpath=..").getByRole("list").first();
  for (const step of ["Principal", "Group", "Role", "Pattern", "Action", "Scope"])
    await expect(steps).toContainText(step);
  await expect(steps.getByRole("link", { name: "sg-lh-operators" })).toHaveAttribute("href", /\/access\/principals\//);
  const action = steps.getByRole("listitem").filter({ hasText: "Action" });
  await expect(action.getByRole("link", { name: /^Microsoft\./ })).toHaveAttribute("href", /\/access\/roles\?allows=/);
  await expect(open.getByRole("heading", { name: /Who holds it \d+ holders/ })).toBeVisible();

  const [other] = await open.getByRole("button", { name: "Show the way" }).all();
  const name = await other!.locator("xpath=..").getByRole("link").textContent();
  await other!.click();
  await expect(steps.getByRole("link").first()).toHaveText(String(name));

  await open.getByRole("button", { name: "Copy fragment" }).click();
  await expect(page.getByText("Template fragment copied")).toBeVisible();
  const fragment = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as {
    authorizations: object[];
    eligibleAuthorizations: { roleDefinitionId: string; justInTimeAccessPolicy: Record<string, unknown> }[];
  };
  expect(fragment.authorizations.length).toBeGreaterThan(0);
  expect(fragment.eligibleAuthorizations.map(({ justInTimeAccessPolicy }) => justInTimeAccessPolicy)).toContainEqual(
    expect.objectContaining({ multiFactorAuthProvider: "Azure", maximumActivationDuration: "PT4H" }),
  );
  await open.getByRole("button", { name: "Copy message" }).click();
  await expect(page.getByText("Message copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/sg-lh-operators may activate .* for 4 h/);
  await look(page, "an open finding");
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, "an open finding on a phone");
  await page.keyboard.press("Escape");
  await look(page, "findings on a phone");
});

test("what is shown is exported as CSV, Excel and SARIF", async ({ page, signIn }) => {
  await signIn("Mira Solberg", "/findings?severity=Critical&group=none&cols=rule,customer,fingerprint");
  await wholeTable(page, "findings");
  const rows = await rowsIn(page);
  const [head, ...lines] = readCsv((await exported(page, "CSV")).content.toString());
  expect(head).toEqual(["Severity", "Rule", "Customer", "Fingerprint", "As of"]);
  expect(lines.map((line) => line[3])).toEqual(rows.map(({ fingerprint }) => fingerprint));
  const excel = readExcel((await exported(page, "Excel")).content);
  expect(excel.cells.slice(1).map((line) => line[3])).toEqual(rows.map(({ fingerprint }) => fingerprint));
  expect(excel.live).toBe(0);

  const file = await exported(page, "SARIF");
  expect(file.name).toMatch(/^fresnel-findings-.*\.sarif$/);
  const log = JSON.parse(file.content.toString()) as {
    version: string;
    runs: {
      tool: { driver: { rules: { id: string; help: { text: string } }[] } };
      invocations: { toolExecutionNotifications?: { message: { text: string } }[] }[];
      results: {
        ruleId: string;
        ruleIndex: number;
        level: string;
        message: { text: string };
        partialFingerprints: Record<string, string>;
        locations: { logicalLocations: { fullyQualifiedName: string }[] }[];
      }[];
    }[];
  };
  expect(log.version).toBe("2.1.0");
  const [run] = log.runs;
  expect(run?.results.map(({ partialFingerprints }) => Object.values(partialFingerprints)[0])).toEqual(
    rows.map(({ fingerprint }) => fingerprint),
  );
  for (const { ruleId, ruleIndex, level, message, locations } of run?.results ?? []) {
    expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(level).toBe("error");
    expect(message.text).not.toBe("");
    expect(locations[0]?.logicalLocations[0]?.fullyQualifiedName).toMatch(/\S/);
  }
  // Subscriptions that did not answer are gaps, in the file as on the screen.
  expect(run?.invocations[0]?.toolExecutionNotifications?.length).toBeGreaterThan(0);
  expect(file.name).toContain("partial");
});

test("rules have pages that say what, why, how, and what they find now", async ({ page, signIn }) => {
  await signIn("Mira Solberg", "/findings/rules");
  await wholeTable(page, "rules");
  await look(page, "rules");
  await page.getByRole("searchbox").fill("LH-JIT-003");
  await expect(page).toHaveURL(/q=LH-JIT-003/);
  const row = rowsOf(tableOf(page));
  await expect(row).toHaveCount(1);
  await row.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Eligible role without multifactor authentication");
  for (const name of ["Why it matters", "How it decides", "How to fix", "Sources"])
    await expect(page.getByRole("heading", { name })).toBeVisible();
  await expect(
    page
      .getByRole("main")
      .getByRole("link", { name: /^Azure Lighthouse: / })
      .first(),
  ).toHaveAttribute("href", /^https:\/\/learn\.microsoft\.com\//);
  await look(page, "a rule");
  const link = page.getByRole("link", { name: /^\d+ findings?$/ });
  const count = Number(/\d+/.exec(await link.innerText())?.[0]);
  await link.click();
  await wholeTable(page, "findings");
  await expect(page.getByRole("search").getByRole("status")).toHaveText(new RegExp(`^${count} of `));

  await page.goto("/findings/rules/LH-SEC-008");
  await expect(page.getByRole("heading", { name: "Why it is off" })).toBeVisible();
  await page.goto("/findings/rules/LH-XXX-999");
  await expect(page.getByRole("heading", { name: "There is no such rule" })).toBeVisible();
});

test.describe("without consent to the directory", () => {
  test.use({ world: { extends: "s", consented: ["User.Read"] } });
  test("rules about people say that they cannot judge, what it takes, and for how many", async ({ page, signIn }) => {
    await signIn("Mira Solberg", "/findings");
    await wholeTable(page, "findings");
    await page.getByText("Not everything could be judged.").click();
    const list = page.getByRole("region", { name: "What could not be judged" });
    const line = list.getByRole("row").filter({ hasText: "Offer names a person instead of a group" });
    await expect(line).toContainText(/Microsoft Graph does not show|was not read/);
    await expect(line).toContainText("Read.All");
    await expect(line.getByRole("cell").last()).toHaveText(/^(\d+|all)$/);
    await expect(group(page, "Offer names a person")).toHaveCount(0);
    await look(page, "what cannot be judged");
    await line.getByRole("link").click();
    await expect(page.getByRole("heading", { name: "What it cannot judge now" })).toBeVisible();
  });
});

test.describe("where Azure Resource Manager refuses everything", () => {
  test.use({ world: { extends: "s", faults: [{ service: "arm", effect: { kind: "status", status: 403 } }] } });
  test("that nothing was found is not told as if there were nothing", async ({ page, signIn, watched }) => {
    watched.allow(/403/);
    await signIn("Mira Solberg", "/customers");
    await wholeTable(page);
    await tableOf(page).getByRole("link", { name: "Contoso", exact: true }).click();
    await page.getByRole("navigation", { name: "Customer" }).getByRole("link", { name: "Findings" }).click();
    await expect(page.getByRole("heading", { name: "Nothing found in what could be judged" })).toBeVisible();
    await look(page, "nothing judged");
  });
});

test("a finding is found, opened, stepped from and closed with the keyboard alone", async ({ page, signIn }) => {
  await signIn("Mira Solberg", "/customers");
  await wholeTable(page, "customers");
  await page.keyboard.press("g");
  await page.keyboard.press("f");
  await expect(page).toHaveURL(/\/findings$/);
  const table = await wholeTable(page, "findings");
  await page.keyboard.press("/");
  await page.keyboard.type("multifactor");
  await expect(page.getByRole("searchbox")).toHaveValue("multifactor");
  await expect(page).toHaveURL(/q=multifactor/);
  await expect(table.locator("[aria-expanded]")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await expect(rowsOf(table).first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const heading = panel(page).getByRole("heading", { level: 2 });
  await expect(heading).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
  await expect(page.locator(":focus")).toHaveRole("gridcell");
});

test("on a phone one goes from a finding to the next without the list", async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn("Ruth Adeyemi", "/findings?group=none");
  await rowsOf(await wholeTable(page, "findings"))
    .first()
    .click();
  const finding = page.getByRole("complementary");
  await expect(finding.getByRole("heading", { level: 2 })).toBeFocused();
  const first = page.url();
  const next = finding.getByRole("button", { name: "Next" });
  expect((await next.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await expect(finding.getByRole("button", { name: "Close" })).toBeInViewport({ ratio: 1 });
  await next.click();
  await expect(page).not.toHaveURL(first);
  await finding.getByRole("button", { name: "Previous" }).click();
  await expect(page).toHaveURL(first);
});
