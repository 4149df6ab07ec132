import type { Page } from "@playwright/test";
import type { World } from "../emulator/world";
import { createWorld } from "../emulator/worlds/worlds";
import { expectAccessible } from "./axe";
import { exported, readCsv } from "./files";
import { expect, test, type WorldFile } from "./fixtures";
import { asked, dialog, facts, path, row, subscriptionNamed } from "./my-access";
import { columnOf, rowsOf, tableOf, wholeTable } from "./table";
import { expectedFor, withGroups } from "./witness";

/** Scope, role and kind of all that the offers which a person may see give them, worked out from the world. */
function linesFor(world: World, name: string): string[] {
  const person = [...world.users.values()].find(({ displayName }) => displayName === name)?.id ?? "";
  const subjects = withGroups(world, person.toLowerCase());
  const shown = new Set(expectedFor(world, person).delegations.map(({ id }) => id));
  const lines = new Set<string>();
  for (const { id, properties } of world.registrationAssignments.values()) {
    const definition = world.registrationDefinitions.get(properties.registrationDefinitionId.toLowerCase())?.properties;
    if (!definition || !shown.has(id.toLowerCase())) continue;
    const scope = id.toLowerCase().split("/providers/")[0];
    for (const [kind, list] of [
      ["standing", definition.authorizations],
      ["eligible", definition.eligibleAuthorizations ?? []],
    ] as const)
      for (const { principalId, roleDefinitionId } of list)
        if (subjects.has(principalId.toLowerCase())) lines.add(`${scope} ${roleDefinitionId.toLowerCase()} ${kind}`);
  }
  return [...lines].sort();
}

async function listed(page: Page): Promise<{ lines: string[]; uses: Record<string, number> }> {
  await wholeTable(page);
  const { rows } = JSON.parse((await exported(page, "JSON")).content.toString()) as {
    rows: { scope: string; roleId: string; grant: string; use: string }[];
  };
  const uses: Record<string, number> = {};
  for (const { use } of rows) uses[use] = (uses[use] ?? 0) + 1;
  return { lines: rows.map(({ scope, roleId, grant }) => `${scope.toLowerCase()} ${roleId} ${grant}`).sort(), uses };
}

test("what the person on call holds is what offers give her and her groups, the most useful first", async ({
  page,
  signIn,
}) => {
  await signIn("Ines Marlow", path);
  const { lines, uses } = await listed(page);
  const expected = linesFor(createWorld({ extends: "s" }, { now: new Date() }), "Ines Marlow");
  expect(lines).toEqual(expected);
  expect(uses).toMatchObject({ "Can activate now": 1, Blocked: 1 });
  expect(uses["Needs approver"]).toBe(expected.filter((line) => line.endsWith("eligible")).length - 2);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`My access${expected.length}`);
  await expect(rowsOf(tableOf(page)).first()).toContainText("sub-fabrikam-sandbox");

  await row(page, "sub-fabrikam-erp", "Eligible").getByRole("button").click();
  await expect(dialog(page)).toContainText("You are the only approver, and nobody approves their own request.");
  await expect(dialog(page).getByRole("button", { name: /Activate|Request/ })).toHaveCount(0);
});

/** By the customer's name: the names of the roles that the same lines give there, standing and to be activated. */
function rolesByCustomer(world: World, name: string): Map<string, Record<"standing" | "eligible", Set<string>>> {
  const customers = new Map<string, Record<"standing" | "eligible", Set<string>>>();
  for (const line of linesFor(world, name)) {
    const [scope = "", role = "", kind] = line.split(" ");
    const { tenantId = "" } = world.subscriptions.get(scope.split("/")[2] ?? "") ?? {};
    const customer = world.tenants.get(tenantId)?.displayName ?? "";
    const roles = customers.get(customer) ?? { standing: new Set(), eligible: new Set() };
    customers.set(customer, roles);
    const called = world.roleDefinitions.get(role.split("/").at(-1) ?? "")?.properties.roleName;
    roles[kind === "eligible" ? "eligible" : "standing"].add(called ?? "");
  }
  return customers;
}

test("the list of customers says the strongest that the person on call has at each, and filters by it", async ({
  page,
  signIn,
}) => {
  await signIn("Ines Marlow", "/customers?cols=mine");
  const table = await wholeTable(page, "customers");
  await expect(table).not.toContainText("Being worked out");
  const expected = rolesByCustomer(createWorld({ extends: "s" }, { now: new Date() }), "Ines Marlow");
  const [, ...rows] = readCsv((await exported(page, "CSV")).content.toString());
  expect(rows.length).toBeGreaterThan(expected.size);
  for (const [customer = "", words = ""] of rows) {
    const roles = expected.get(customer);
    if (!roles) {
      expect(["None", "?"], customer).toContain(words);
      continue;
    }
    // "Reader, eligible Contributor 4 h, approver needed"
    const parts = words.split(", ").filter((part) => part !== "approver needed");
    const standing = parts.find((part) => !part.startsWith("eligible "));
    const eligible = parts.find((part) => part.startsWith("eligible "))?.replace(/^eligible (.*?)( \d.*)?$/, "$1");
    expect([...roles.standing, undefined], `${customer}: ${words}`).toContain(standing);
    expect(standing !== undefined, `${customer}: ${words}`).toBe(roles.standing.size > 0);
    expect([...roles.eligible, undefined], `${customer}: ${words}`).toContain(eligible);
    expect(eligible !== undefined, `${customer}: ${words}`).toBe(roles.eligible.size > 0);
  }

  await page.getByRole("search").getByRole("button", { name: "My access", exact: true }).click();
  await page
    .getByRole("dialog")
    .getByRole("checkbox", { name: /^Contributor, eligible/ })
    .click();
  await page.keyboard.press("Escape");
  const eligible = rows.filter(([, words]) => words?.includes("eligible Contributor"));
  expect(eligible.length).toBeGreaterThan(0);
  await expect.poll(() => columnOf(table, "Customer")).toEqual(eligible.map(([customer]) => customer));
});

test.describe("where Graph does not say who somebody is", () => {
  test.use({
    world: { extends: "s", faults: [{ service: "graph", effect: { kind: "status", status: 403, code: "Denied" } }] },
  });

  test("the list of customers says so, and not that there is none", async ({ page, signIn }) => {
    await signIn("Ines Marlow", "/customers?cols=mine");
    const table = await wholeTable(page, "customers");
    const told = /^\?Who you are could not be read$/;
    await expect(rowsOf(table).getByRole("gridcell").and(page.locator("[aria-colindex='3']"))).toHaveText(
      Array.from({ length: 12 }, () => told),
    );
  });
});

/** Two customers; Eli may activate something at each, and holds `standing` at the second alone. */
const twoCustomers = (standing: { principal: string; role: string }[]): WorldFile => {
  const eligible = [{ principal: "Ops", role: "Contributor", mfa: true, longest: "PT4H" }];
  const reading = { principal: "Ada Quill", role: "Reader" };
  const delegations = (more: typeof standing) => [{ offer: "Care", authorizations: [reading, ...more], eligible }];
  return {
    extends: "empty",
    users: [{ displayName: "Ada Quill" }, { displayName: "Eli Gible" }],
    groups: [{ displayName: "Ops", members: ["Eli Gible"] }],
    customers: [
      { name: "Cee", subscriptions: [{ name: "cee-1", delegations: delegations([]) }] },
      { name: "Dee", subscriptions: [{ name: "dee-1", delegations: delegations(standing) }] },
    ],
    personas: [{ user: "Eli Gible", shows: "what eligible access is" }],
  };
};

test.describe("with a standing Reader at one of two customers", () => {
  test.use({ world: twoCustomers([{ principal: "Eli Gible", role: "Reader" }]) });

  test("what PIM lists at the other is listed too, says what cannot be seen, and leads on as far as Azure does", async ({
    page,
    signIn,
    watched,
  }) => {
    watched.expectWrite(asked);
    await signIn("Eli Gible", path);
    const { lines } = await listed(page);
    expect(lines.map((line) => line.split(" ").at(-1)).sort()).toEqual(["eligible", "eligible", "standing"]);
    await expect(page.getByText("show neither here nor in the portal")).toHaveCount(0);
    await expect(page.getByText("are listed as far as Azure’s service for activations tells")).toBeVisible();
    const unseen = row(page, "cee-1", "Eligible");
    await expect(unseen).toContainText("No Reader here: the delegation itself cannot be seen");
    await expect(row(page, "dee-1", "Eligible")).toContainText("Dee");
    await unseen.getByRole("button", { name: "Activate: Contributor on cee-1" }).click();
    await expect(dialog(page)).toContainText("the delegation itself cannot be seen");
    await expectAccessible(page, "a role on what cannot be seen");
    await dialog(page).getByRole("textbox", { name: "Justification" }).fill("Disk full");
    await dialog(page)
      .getByRole("button", { name: /^Activate for/ })
      .click();
    await expect(dialog(page).getByRole("alert")).toContainText("Azure takes no request for this scope from you");
    await expect(facts(page, "Resource")).toHaveText("cee-1");
    await expect(facts(page, "Its path")).toHaveText(/^\/subscriptions\/[0-9a-f-]{36}$/);
    await expect(dialog(page).getByRole("link", { name: "Activate in PIM" })).toBeVisible();
  });
});

test.describe("with no standing Reader anywhere", () => {
  test.use({ world: twoCustomers([]) });

  test("what PIM lists is there though no delegation is", async ({ page, signIn }) => {
    await signIn("Eli Gible", path);
    await expect(rowsOf(tableOf(page))).toHaveCount(2);
    await expect(row(page, "cee-1", "Eligible").getByRole("button", { name: /^Activate/ })).toBeVisible();
  });
});

test.describe("where PIM does not serve Lighthouse, and nobody may read the directory", () => {
  test.use({ world: { extends: "s", consented: ["User.Read"], settings: { servesLighthousePim: false } } });

  test("what offers make her eligible for is listed all the same, and leads to the portal", async ({
    page,
    signIn,
    stage,
  }) => {
    await signIn("Ines Marlow", path);
    const { lines, uses } = await listed(page);
    expect(lines).toEqual(linesFor(createWorld({ extends: "s" }, { now: new Date() }), "Ines Marlow"));
    expect(uses).toMatchObject({ "In the portal": lines.filter((line) => line.endsWith("eligible")).length - 1 });
    await expect(page.getByRole("status").filter({ hasText: "can be activated in the portal only" })).toBeVisible();
    await expect(page.getByText("show neither here nor in the portal")).toBeVisible();
    await row(page, "sub-contoso-prod", "Eligible")
      .getByRole("button", { name: /^Find in PIM/ })
      .click();
    const production = subscriptionNamed(createWorld({ extends: "s" }, { now: new Date() }), "sub-contoso-prod");
    for (const [term, definition] of [
      ["Role", "Contributor"],
      ["Resource", "sub-contoso-prod"],
      ["Its path", `/subscriptions/${production}`],
    ] as const)
      await expect(facts(page, term)).toHaveText(definition);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await dialog(page).getByRole("button", { name: "Copy resource path" }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`/subscriptions/${production}`);
    const pim = dialog(page).getByRole("link", { name: "Activate in PIM" });
    await expect(pim).toHaveAttribute(
      "href",
      new RegExp(`#@${stage.description.tenantId}/view/Microsoft_Azure_PIMCommon/ActivationMenuBlade/~/azurerbac$`),
    );
    await expect(dialog(page).getByRole("link", { name: "Open in portal" })).toHaveAttribute(
      "href",
      /\/resource\/subscriptions\/[0-9a-f-]{36}\/overview$/,
    );
  });
});
