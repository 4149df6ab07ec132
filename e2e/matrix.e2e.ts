import type { Page } from "@playwright/test";
import type { World } from "../emulator/world";
import { createWorld } from "../emulator/worlds/worlds";
import { expectAccessible, expectNoSideScroll } from "./axe";
import { exported } from "./files";
import { expect, test } from "./fixtures";
import { wholeTable } from "./table";
import { expectedFor, withGroups } from "./witness";

const matrix = (page: Page) => page.getByRole("grid", { name: "Access of principals to customers" });
const cell = (page: Page) => matrix(page).getByRole("gridcell");
const wholeMatrix = async (page: Page) => {
  await expect(matrix(page)).toHaveAttribute("aria-busy", "false");
  return matrix(page);
};
const size = (page: Page) => page.getByRole("status", { name: "Size of cells" });

type Row = { customer: { tenantId: string }; principal: { id: string }; roles: { id: string; access: string }[] };

/** Every role that somebody whom an offer names holds at a customer, itself or through groups, for one who may read it all. */
function expectedRoles(world: World, personId: string): string[] {
  const shown = expectedFor(world, personId).delegations.filter(
    ({ state, customerTenantId }) => state === "Succeeded" && customerTenantId !== world.id.toLowerCase(),
  );
  const lines = shown.flatMap(({ id, customerTenantId }) => {
    const assignment = [...world.registrationAssignments.values()].find((one) => one.id.toLowerCase() === id);
    const definitionId = assignment?.properties.registrationDefinitionId.toLowerCase() ?? "";
    const { authorizations = [], eligibleAuthorizations = [] } =
      world.registrationDefinitions.get(definitionId)?.properties ?? {};
    const line = (access: string) => (one: { principalId: string; roleDefinitionId: string }) => ({
      ...{ customer: customerTenantId, access },
      holder: one.principalId.toLowerCase(),
      role: one.roleDefinitionId.toLowerCase().split("/").at(-1),
    });
    return [...authorizations.map(line("standing")), ...(eligibleAuthorizations ?? []).map(line("eligible"))];
  });
  const named = new Set(lines.map(({ holder }) => holder));
  const found = new Set<string>();
  for (const principal of named) {
    const robot = world.servicePrincipals.get(principal);
    const account = world.users.get(principal) ?? robot;
    const group = world.groups.get(principal);
    const isSecurity = group?.securityEnabled === true && !group.groupTypes.includes("Unified");
    const isUsable = account ? account.accountEnabled : isSecurity;
    if (!isUsable) continue;
    const subjects = withGroups(world, principal);
    for (const { holder, access, customer, role } of lines)
      if (subjects.has(holder) && !(access === "eligible" && robot))
        found.add(`${customer} ${principal} ${role} ${access}`);
  }
  return [...found].sort();
}

test("the matrix holds every role of everybody whom an offer names, and nothing else", async ({
  page,
  signIn,
  stage,
  made,
}) => {
  const world = createWorld({ extends: "s", tenantId: stage.description.tenantId }, { now: new Date(made.after) });
  const mira = world.personas.find(({ name }) => name === "Mira Solberg");
  await signIn("Mira Solberg", "/access");
  await wholeMatrix(page);
  const { rows } = JSON.parse((await exported(page, "JSON")).content.toString()) as { rows: Row[] };
  const found = rows.flatMap(({ customer, principal, roles }) =>
    roles
      .filter(({ access }) => access !== "assigned")
      .map(({ id, access }) => `${customer.tenantId} ${principal.id} ${id} ${access}`),
  );
  expect(found.sort()).toEqual(expectedRoles(world, mira?.objectId ?? ""));
  expect(found.length).toBeGreaterThan(50);
});

test("a customer of whom nothing could be read has a row, and its empty cells are no answer", async ({
  page,
  signIn,
}) => {
  await signIn("Mira Solberg", "/access?order=name");
  await wholeMatrix(page);
  await cell(page).focus();
  const rows = Number(await matrix(page).getAttribute("aria-rowcount")) - 1;
  const names: string[] = [];
  for (let row = 0; row < rows; row++) {
    names.push((await page.locator(":focus").getAttribute("aria-label")) ?? "");
    await page.keyboard.press("ArrowDown");
  }
  expect(names.find((name) => name.startsWith("Lamna Healthcare"))).toMatch(/: cannot see/);
});

test("keys walk the cells, each says what it is, and the panel tells the same", async ({ page, signIn }) => {
  await signIn("Mira Solberg", "/access");
  const grid = await wholeMatrix(page);
  await cell(page).focus();
  const first = await page.locator(":focus").getAttribute("aria-label");
  expect(first).toMatch(/^.+, .+: (no access|cannot see.*|.+, privilege [1-5] of 5 \w+, (standing|eligible).*)$/);
  await page.keyboard.press("Control+End");
  await expect(page.locator(":focus")).toHaveAttribute(
    "aria-colindex",
    (await grid.getAttribute("aria-colcount")) ?? "",
  );
  await expect(page.getByRole("row", { includeHidden: true }).last()).toHaveAttribute(
    "aria-rowindex",
    (await grid.getAttribute("aria-rowcount")) ?? "",
  );
  await page.keyboard.press("Control+Home");
  await expect(page.locator(":focus")).toHaveAttribute("aria-label", first ?? "");
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);

  const panel = page.getByRole("complementary", { name: "Selected cell" });
  await page.keyboard.press("Enter");
  await expect(page.locator(":focus")).toHaveText(first?.split(", ")[0] ?? "");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await expect(page.locator(":focus")).toHaveAttribute("aria-label", first ?? "");
  await expect(page).toHaveURL(/cell=[0-9a-f-]{36}\.[0-9a-f-]{36}/);
  await expect(panel.getByRole("link", { name: "Open customer" })).toHaveAttribute("href", /\/customers\/.+\/access$/);
});

test("what the URL asks for and nobody understands is ignored, and said", async ({ page, signIn }) => {
  await signIn("Mira Solberg", "/access?order=colour&zoom=7x&least=3&cell=nobody");
  const said = page.getByRole("status").filter({ hasText: "that part was ignored" });
  await expect(said).toContainText("order=colour, zoom=7x, cell=nobody");
  await said.getByRole("button", { name: "Dismiss" }).click();
  await expect(said).toHaveCount(0);
  await expect(page).toHaveURL(/\/access\?least=3$/);
});

test("filters, order and size live in the URL; what they leave out is counted", async ({ page, signIn }) => {
  await signIn("Mira Solberg", "/access");
  await wholeMatrix(page);
  await page.getByRole("radio", { name: "Eligible" }).click();
  await page.getByRole("radio", { name: "A to Z" }).click();
  await page
    .getByRole("button", { name: "Filter by privilege" })
    .or(page.getByRole("button", { name: "Privilege" }))
    .click();
  await page.getByRole("checkbox", { name: /Keys or more/ }).click();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/grants=eligible/);
  await expect(page).toHaveURL(/least=4/);
  await page.keyboard.press("+");
  await expect(size(page)).toHaveText("125%");
  await expect(page).toHaveURL(/zoom=125/);
  const grid = matrix(page);
  const counts = async () => [await grid.getAttribute("aria-rowcount"), await grid.getAttribute("aria-colcount")];
  const before = await counts();
  await page.reload();
  await wholeMatrix(page);
  expect(await counts()).toEqual(before);
  await expect(size(page)).toHaveText("125%");
  await expect(page.getByRole("radio", { name: "A to Z" })).toBeChecked();

  await cell(page).focus();
  await page.keyboard.press("-");
  await page.keyboard.press("-");
  await expect(size(page)).toHaveText("80%");
  await page.keyboard.press("t");
  const table = await wholeTable(page);
  await expect(table.getByRole("columnheader", { name: "Strongest role" })).toBeVisible();
  await expect(table.locator(":focus")).toHaveRole("gridcell");
  for (const text of await table.locator("[role=row][aria-selected]").allInnerTexts())
    expect(text).toMatch(/Keys|Control|Unknown|Cannot see/);
  await page.keyboard.press("t");
  await wholeMatrix(page);
  await expect(cell(page)).toBeFocused();
});

test("matrix, table and lists pass", async ({ page, signIn }) => {
  await signIn("Mira Solberg", "/access");
  await wholeMatrix(page);
  await cell(page).focus();
  await expectAccessible(page, "the matrix");
  await page.keyboard.press("t");
  await wholeTable(page);
  await expectAccessible(page, "the matrix as a table");
  await page.keyboard.press("t");
  await wholeMatrix(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const list = page.getByRole("list", { name: "Customers" });
  await expect(list.getByRole("link").first()).toHaveAttribute("href", /\/customers\/.+\/access$/);
  await expect(page.locator("canvas")).toHaveCount(0);
  await expectAccessible(page, "the matrix on a phone");
  await expectNoSideScroll(page, "the matrix on a phone");
});
