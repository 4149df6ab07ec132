import type { Page } from "@playwright/test";
import { createWorld } from "../emulator/worlds/worlds";
import { expect, test } from "./fixtures";
import { columnOf, rowsOf, tableOf, wholeTable } from "./table";

const panel = (page: Page) => page.getByRole("complementary");
const open = async (page: Page, name: string) => {
  await wholeTable(page);
  await tableOf(page).getByRole("link", { name, exact: true }).click();
  await expect(panel(page).getByRole("heading", { level: 2 })).toHaveText(name);
};
const tableNamed = (page: Page, title: string) =>
  panel(page)
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: new RegExp(`^${title}`) }) });

test("the table counts both kinds of access, and names scope, customer and offer", async ({ page, signIn }) => {
  await signIn("Ruth Adeyemi", "/delegations?q=proseware");
  const table = await wholeTable(page);
  expect(await columnOf(table, "Scope")).toEqual(["sub-proseware-prod", "sub-proseware-test"]);
  expect(await columnOf(table, "Customer")).toEqual(["Proseware", "Proseware"]);
  expect(await columnOf(table, "Standing")).toEqual(["3", "3"]);
  expect(await columnOf(table, "Eligible")).toEqual(["1", "1"]);
  await expect(page.getByRole("main").locator("footer")).toHaveText(
    /2 delegations\s*1 customer\s*6 standing authorizations\s*2 eligible authorizations/,
  );
});

test("an open delegation shows who holds which role, and what activating one demands", async ({ page, signIn }) => {
  await signIn("Ruth Adeyemi", "/delegations?q=proseware");
  await open(page, "sub-proseware-prod");
  await expect(tableNamed(page, "Authorizations").getByRole("row")).toHaveText([
    /Principal\s*Role/,
    /Group sg-lh-readers\s*Reader/,
    /Group sg-lh-platform\s*Reader/,
    /Group sg-lh-leads\s*Managed Services Registration assignment Delete Role/,
  ]);
  const eligible = tableNamed(page, "Eligible authorizations").getByRole("row").nth(1);
  await expect(eligible.getByRole("cell")).toHaveText([
    /Group sg-lh-platform/,
    /^Virtual Machine Contributor/,
    "4 h",
    "demanded",
    /Group sg-lh-leads/,
  ]);
  await expect(eligible.getByRole("img", { name: "Privilege 4 of 5, Keys" })).toBeVisible();
  const reader = tableNamed(page, "Authorizations").getByRole("row", { name: /sg-lh-readers/ });
  await expect(reader.getByRole("img", { name: "Privilege 1 of 5, Read" })).toBeVisible();
  await expect(tableNamed(page, "Offer")).toContainText("Relecloud Care Zero Standing");
  await expect(tableNamed(page, "Offer")).toContainText("every change is activated, approved");
});

test("people, groups and programs are told apart, and what is gone is called deleted", async ({ page, signIn }) => {
  await signIn("Ruth Adeyemi", "/delegations?q=adatum-prod");
  await open(page, "sub-adatum-prod");
  const standing = tableNamed(page, "Authorizations");
  await expect(standing.getByRole("row", { name: /User Tomas Ekdahl/ })).toBeVisible();
  await expect(standing.getByRole("row", { name: /Group sg-lh-operators.*Log Analytics Contributor/ })).toBeVisible();
  await expect(standing.getByRole("row", { name: /Service principal sp-patch-automation/ })).toBeVisible();
  await expect(standing).toContainText("shown to the customer as Relecloud Operators");
  await expect(panel(page).getByText("deleted")).toHaveCount(0);

  await page.goto("/delegations?q=cohovineyard");
  await open(page, "sub-cohovineyard-web");
  await expect(standing.getByRole("row", { name: /sg-coho-project/ })).toContainText("deleted");
});

test("history and both records are there, as Azure sent them", async ({ page, signIn, made }) => {
  await signIn("Ruth Adeyemi", "/delegations?q=adatum-prod");
  await open(page, "sub-adatum-prod");
  const world = createWorld({ extends: "s" }, { now: new Date(made.after) });
  const id = new URL(page.url()).searchParams.get("open") ?? "";
  const assignment = world.registrationAssignments.get(id);
  const definition = world.registrationDefinitions.get(
    assignment?.properties.registrationDefinitionId.toLowerCase() ?? "",
  );
  expect(definition).toBeDefined();

  for (const [title, row] of [
    ["Registration assignment", assignment],
    ["Registration definition", definition],
  ] as const) {
    const section = tableNamed(page, title);
    await expect(section).toContainText(/Created\s*\d+ \w+ 20\d\d, \d\d:\d\d CES?T by admin@adatum\.example/);
    await section.getByText("Show the record").click();
    const raw = JSON.parse(await section.locator("pre").innerText()) as typeof definition;
    expect(raw?.id.toLowerCase()).toBe(row?.id.toLowerCase());
    expect(raw?.properties).toMatchObject({ provisioningState: row?.properties.provisioningState });
  }
  const raw = JSON.parse(await tableNamed(page, "Registration definition").locator("pre").innerText()) as NonNullable<
    typeof definition
  >;
  expect(raw.properties.authorizations).toEqual(definition?.properties.authorizations);
  expect(raw.plan).toEqual(definition?.plan);
});

test("a scope that moved to another tenant is said to have moved", async ({ page, signIn }) => {
  await signIn("Ruth Adeyemi", "/delegations?q=roastery");
  await open(page, "sub-coffee-roastery");
  const note = panel(page).getByRole("note");
  await expect(note).toContainText("has moved to another tenant");
  const [signedBy, owner] = await note.getByRole("code").allInnerTexts();
  expect(signedBy).not.toBe(owner);
  await expect(panel(page).getByRole("link", { name: "Fourth Coffee" })).toHaveAttribute("href", `/customers/${owner}`);
});

test("the open delegation is in the address, and steps go through the rows as shown", async ({
  page,
  context,
  signIn,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signIn("Ruth Adeyemi", "/delegations?q=contoso&sort=-scope");
  const names = await columnOf(await wholeTable(page), "Scope");
  await open(page, names[1] ?? "");
  const title = panel(page).getByRole("heading", { level: 2 });
  await panel(page).getByRole("button", { name: "Next" }).click();
  await expect(title).toHaveText(names[2] ?? "");
  await panel(page).getByRole("button", { name: "Previous" }).click();
  await panel(page).getByRole("button", { name: "Previous" }).click();
  await expect(title).toHaveText(names[0] ?? "");
  await expect(panel(page).getByRole("button", { name: "Previous" })).toBeDisabled();
  await expect(title).toBeFocused();

  // Back closes it, however many were looked at.
  await page.goBack();
  await expect(panel(page)).toHaveCount(0);
  await page.goForward();
  await expect(title).toHaveText(names[0] ?? "");
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
  await open(page, names[0] ?? "");

  await panel(page).getByRole("button", { name: "Copy link" }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(page.url());
  await page.goto(link);
  await expect(title).toHaveText(names[0] ?? "");
  await expect(page.getByRole("searchbox")).toHaveValue("contoso");
  await panel(page).getByRole("button", { name: "Close" }).click();
  await expect(panel(page)).toHaveCount(0);
  await expect(page).toHaveURL(/\/delegations\?q=contoso&sort=-scope$/);
});

test("the way into the Azure portal leads to the scope, through the managing tenant", async ({
  page,
  signIn,
  stage,
}) => {
  await signIn("Ruth Adeyemi", "/delegations?q=rg-web-legacy");
  await wholeTable(page);
  await rowsOf(tableOf(page)).first().click();
  const href = await panel(page).getByRole("link", { name: "Open in the Azure portal" }).getAttribute("href");
  expect(href?.startsWith(`https://portal.azure.com/#@${stage.description.tenantId}/resource/subscriptions/`)).toBe(
    true,
  );
  expect(href).toMatch(/\/resourceGroups\/rg-web-legacy\/overview$/);
});

test("delegations that did not succeed can be found by their state", async ({ page, signIn }) => {
  await signIn("Ruth Adeyemi", "/delegations?state=Failed,Running");
  const table = await wholeTable(page);
  expect((await columnOf(table, "State")).sort()).toEqual(["Failed", "Running"]);
});

test.describe("a link to a delegation that is not on the screen", () => {
  const nowhere =
    "/subscriptions/00000000-1111-4222-8333-444444444444/providers/Microsoft.ManagedServices/registrationAssignments/00000000-1111-4222-8333-555555555555";

  test("says that there is none, only where every subscription answered", async ({ page, signIn }) => {
    await signIn("Joon Baek", `/delegations?open=${nowhere}`);
    await expect(panel(page).getByRole("heading", { name: "You see no such delegation" })).toBeVisible();
    await expect(panel(page)).toContainText(nowhere);
    await panel(page).getByRole("button", { name: "Close" }).click();
    await expect(page).toHaveURL(/\/delegations$/);
  });

  test("says that it cannot tell, where not all did", async ({ page, signIn }) => {
    await signIn("Mira Solberg", `/delegations?open=${nowhere}`);
    await expect(panel(page).getByRole("heading", { name: "Not among what could be read" })).toBeVisible();
    await page.goto("/delegations?open=nonsense");
    await expect(panel(page).getByRole("heading", { name: "This is no delegation's id" })).toBeVisible();
  });
});

test.describe("1440 wide", () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test("an offer's version is whole beside its name", async ({ page, signIn }) => {
    await signIn("Ruth Adeyemi", "/delegations?q=relecloud+managed+operations");
    const table = await wholeTable(page);
    const cells = table.getByRole("gridcell").filter({ hasText: /Relecloud Managed Operations/ });
    await expect(cells.first()).toBeVisible();
    const cut = await cells.evaluateAll((all) => all.filter((cell) => cell.scrollWidth > cell.clientWidth).length);
    expect(cut).toBe(0);
  });
});
