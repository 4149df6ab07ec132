import type { Page } from "@playwright/test";
import { createWorld } from "../emulator/worlds/worlds";
import { expectAccessible, expectNoSideScroll } from "./axe";
import { expectedGrants, expectedReachers } from "./expected-access";
import { exported } from "./files";
import { expect, test, type Made } from "./fixtures";
import { columnOf, rowsOf, tableOf, wholeTable } from "./table";

const panel = (page: Page) => page.getByRole("complementary");
const worldOf = (made: Made, tenantId: string) =>
  createWorld({ extends: "s", tenantId }, { now: new Date(made.after) });

type Exported = { rows: Record<string, string>[] };
const rowsIn = async (page: Page) => (JSON.parse((await exported(page, "JSON")).content.toString()) as Exported).rows;

async function look(page: Page, state: string) {
  await expectAccessible(page, state);
  await expectNoSideScroll(page, state);
}

for (const name of ["Mira Solberg", "Joon Baek"])
  test(`${name} exports every role assignment that the world gives them to see`, async ({
    page,
    signIn,
    stage,
    made,
  }) => {
    const world = worldOf(made, stage.description.tenantId);
    const person = world.personas.find((persona) => persona.name === name)?.objectId ?? "";
    await signIn(name, "/access/assignments");
    await wholeTable(page, "role assignments");
    const line = (row: Record<string, unknown>) =>
      ["access", "principalId", "roleId", "scope", "customerTenantId", "gives"].map((key) => row[key]).join(" ");
    const expected = expectedGrants(world, person);
    expect((await rowsIn(page)).map(line).sort()).toEqual(expected.map(line).sort());
    const assigned = expected.filter(({ access }) => access === "assigned").length;
    await expect(page.getByRole("note")).toContainText("Azure hides the role assignments of customers' own people");
    if (assigned > 1) await expect(page.getByRole("note")).toContainText(`The ${assigned} that it shows`);
  });

test("grants are grouped and filtered in the address, and one opens with all that it rests on", async ({
  page,
  signIn,
}) => {
  await signIn("Ruth Adeyemi", "/access/assignments?role=User+Access+Administrator&group=customer");
  const table = await wholeTable(page, "role assignments");
  await expect(table).toHaveRole("treegrid");
  const terms = await columnOf(table, "Terms");
  expect(terms.length).toBeGreaterThan(0);
  for (const one of terms) expect(one).toMatch(/^may assign /);
  expect(terms.some((one) => /^may assign (?!nothing).+/.test(one))).toBe(true);
  await look(page, "role assignments in groups");

  await page.goto("/access/assignments?q=sg-lh-operators&grant=Standing&sort=customer");
  await wholeTable(page, "role assignments");
  await rowsOf(tableOf(page)).first().click();
  await expect(panel(page).getByRole("heading", { level: 2 })).toBeVisible();
  await expect(page).toHaveURL(/open=standing:/);
  // The same principal has the same role on several scopes of a customer.
  await expect(tableOf(page).getByRole("columnheader", { name: "Scope" })).toBeInViewport({ ratio: 1 });
  await expect(rowsOf(tableOf(page)).nth(1)).toContainText(/sub-|rg-/);
  const through = panel(page)
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Comes through" }) });
  await expect(through.getByRole("link").first()).toHaveAttribute(
    "href",
    /^\/delegations\?open=%2Fsubscriptions|^\/delegations\?open=\/subscriptions/,
  );
  await expect(panel(page).getByRole("heading", { name: /Who is behind it/ })).toBeVisible();
  await expect(panel(page).getByRole("link", { name: "User Emil Brandt" }).first()).toBeVisible();
  await look(page, "one role assignment");

  await page.goto("/access/assignments?open=nonsense");
  await expect(panel(page).getByRole("heading", { name: "This names no role assignment" })).toBeVisible();
});

test("a customer's Access tab lists who reaches it, by which way, and what gives nothing", async ({
  page,
  signIn,
  stage,
  made,
}) => {
  const world = worldOf(made, stage.description.tenantId);
  const person = world.personas.find(({ name }) => name === "Ruth Adeyemi")?.objectId ?? "";
  const tenant = [...world.tenants.values()].find(({ displayName }) => displayName === "Woodgrove Bank")?.tenantId;
  const grants = expectedGrants(world, person).filter(({ customerTenantId }) => customerTenantId === tenant);

  await signIn("Ruth Adeyemi", `/customers/${tenant}`);
  await page.getByRole("navigation", { name: "Customer" }).getByRole("link", { name: "Access" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Woodgrove Bank" })).toBeVisible();
  await wholeTable(page, "roles of people, groups and service principals");
  const rows = (await rowsIn(page)) as unknown as {
    principalId: string;
    roleId: string;
    access: string[];
    gives: string;
  }[];
  const reached = rows.filter(({ gives }) => gives !== "no");
  expect(reached.map((row) => `${row.principalId} ${row.roleId}: ${row.access.sort().join(", ")}`).sort()).toEqual(
    expectedReachers(world, grants),
  );
  await look(page, "who reaches a customer");

  await page.getByRole("searchbox").fill("Tomas Ekdahl");
  await expect(rowsOf(tableOf(page)).first()).toContainText("Nothing: disabled");
  await page.goto(`/customers/${tenant}/access?q=Ines+Marlow&kind=User`);
  await wholeTable(page, "roles of people, groups and service principals");
  await rowsOf(tableOf(page)).first().click();
  await expect(panel(page).getByRole("heading", { level: 2, name: "Ines Marlow" })).toBeVisible();
  await expect(
    panel(page)
      .getByRole("link", { name: /^Group sg-lh-/ })
      .first(),
  ).toBeVisible();
  await expect(panel(page).getByRole("img", { name: "is in" }).first()).toBeVisible();
  await look(page, "the way to a role");

  // The same list for one delegation, from its panel.
  await page.goto("/delegations?q=sub-woodgrovebank-prod");
  await wholeTable(page);
  await rowsOf(tableOf(page)).first().click();
  await panel(page).getByRole("link", { name: "Who reaches it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Access through sub-woodgrovebank-prod/);
  await wholeTable(page, "roles of people, groups and service principals");
  await expect(page.getByText("that part was ignored")).toHaveCount(0);
  const prod = grants.filter(({ scope }) => scope === scopeNamed(world, "sub-woodgrovebank-prod"));
  const through = (await rowsIn(page)) as unknown as typeof rows;
  expect(
    through
      .filter(({ gives }) => gives !== "no")
      .map((row) => `${row.principalId} ${row.roleId}: ${row.access.sort().join(", ")}`)
      .sort(),
  ).toEqual(
    expectedReachers(
      world,
      prod.filter(({ access }) => access !== "assigned"),
    ),
  );
});

const scopeNamed = (world: ReturnType<typeof worldOf>, name: string) =>
  `/subscriptions/${[...world.subscriptions.values()].find(({ displayName }) => displayName === name)?.subscriptionId}`;
