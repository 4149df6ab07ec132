import type { Locator, Page } from "@playwright/test";
import type { World } from "../emulator/world";
import { createWorld } from "../emulator/worlds/worlds";
import { expectAccessible, expectNoSideScroll } from "./axe";
import { exported, readCsv } from "./files";
import { expect, test, type Made } from "./fixtures";
import { customersIn, grantsTo, groupIn, personIn } from "./grants-of-world";
import { columnOf, rowsOf } from "./table";
import { visit } from "./visit";

const made = (tenantId: string, { after }: Made): World =>
  createWorld({ extends: "s", tenantId }, { now: new Date(after) });

/** Waits until nothing more is read or sorted, and answers the table. */
async function settled(page: Page, name: string): Promise<Locator> {
  const named = { name, exact: true };
  const table = page.getByRole("grid", named).or(page.getByRole("treegrid", named));
  await expect(table).toHaveAttribute("aria-busy", "false");
  return table;
}

type Row = Record<string, unknown>;
const rowsIn = async (page: Page) =>
  (JSON.parse((await exported(page, "JSON")).content.toString()) as { rows: Row[] }).rows;
const lower = (value: unknown) => String(value).toLowerCase();

test("Mira finds the leaver who is still in two groups, and takes the list of what has to end with her", async ({
  page,
  signIn,
  stage,
  made: when,
}) => {
  const world = made(stage.description.tenantId, when);
  const tomas = personIn(world, "Tomas Ekdahl");
  await signIn("Mira Solberg", "/access/principals?q=tomas");
  const list = await settled(page, "principals");
  await expect(rowsOf(list)).toHaveCount(1);
  await expect(rowsOf(list)).toContainText("disabled");
  await list.getByRole("link", { name: "Tomas Ekdahl" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toContainText("Tomas Ekdahl");
  await expect(page.getByText("The account is disabled.").first()).toBeVisible();
  await expect(page.getByRole("link", { name: /^Gives nothing/ })).toHaveAttribute("aria-current", "page");
  await expect(rowsOf(await settled(page, "grants that give nothing")).first()).toBeVisible();
  await page.getByRole("link", { name: /^Customers reached/ }).click();
  await expect(page.getByRole("heading", { name: /^Reaches (no customer|nothing that can be seen)/ })).toBeVisible();
  await page.getByRole("link", { name: "Leaver check" }).first().click();
  const table = await settled(page, "grants to end");

  const expected = grantsTo(world, tomas, personIn(world, "Mira Solberg"));
  expect(new Set(expected.map(({ through }) => through)).size).toBe(3);
  const keyOf = (row: Row) =>
    [lower(row["customerTenantId"]), lower(row["scope"]), row["roleId"], row["access"], row["throughId"]].join(" ");
  const rows = await rowsIn(page);
  expect(rows.map(keyOf).sort()).toEqual(
    expected
      .map(({ customer, scope, role, access, through }) => [customer, scope, role, access, through].join(" "))
      .sort(),
  );
  expect(new Set(rows.map(({ gives }) => gives))).toEqual(new Set(["no"]));
  for (const row of rows)
    expect(row["removal"]).toMatch(
      row["direct"] ? /customer's removal/ : /^Remove from sg-(lh-operators|woodgrove-core)/,
    );

  const [, ...lines] = readCsv((await exported(page, "CSV")).content.toString());
  expect(lines).toHaveLength(rows.length);
  const onScreen = await columnOf(table, "What removes it");
  expect(lines.slice(0, onScreen.length).map((line) => line[6])).toEqual(onScreen);

  await page.emulateMedia({ media: "print" });
  const sheet = page.getByRole("region", { name: "Leaver check" });
  await expect(sheet.getByRole("row")).toHaveCount(rows.length + 1);
  await expect(page.getByRole("main")).toBeHidden();
});

test("people and groups reach exactly the customers that a separate computation finds", async ({
  page,
  signIn,
  stage,
  made: when,
}) => {
  const world = made(stage.description.tenantId, when);
  const mira = personIn(world, "Mira Solberg");
  await signIn("Mira Solberg", "/access/principals");
  await settled(page, "principals");
  const known = new Map((await rowsIn(page)).map((row) => [lower(row["principalId"]), row]));
  const people = ["Aiko Lindqvist", "Henrik Dahl", "Petra Novak", "Ada Winther", "Diego Marsh", "Joon Baek"];
  for (const id of [...people.map((name) => personIn(world, name)), groupIn(world, "sg-lh-soc-shift")]) {
    const grants = grantsTo(world, id, mira);
    const customers = customersIn(grants);
    expect(known.get(id), id).toMatchObject({
      customers: customers.length,
      standing: customersIn(grants.filter(({ access }) => access === "standing")).length,
    });
  }

  const aiko = personIn(world, "Aiko Lindqvist");
  await visit(page, `/access/principals/${aiko}`);
  const table = await settled(page, "customers reached");
  const reached = await rowsIn(page);
  const grants = grantsTo(world, aiko, mira).filter(({ counts }) => counts);
  expect(reached.map((row) => lower(row["customerTenantId"])).sort()).toEqual(customersIn(grants));
  for (const row of reached) {
    const own = grants.filter(({ customer }) => customer === lower(row["customerTenantId"]));
    const through = (row["through"] as { principalId: string }[]).map(({ principalId }) => principalId).sort();
    expect(through).toEqual([...new Set(own.map((grant) => grant.through))].sort());
  }
  await expect(page.getByText(/^(Leaving .* is not enough|Named in the delegation itself)/)).toBeVisible();

  const fromGroup = reached.find(({ through }) => (through as { direct: boolean }[]).every(({ direct }) => !direct));
  await table.getByRole("link", { name: String(fromGroup?.["customerName"]), exact: true }).click();
  const panel = page.getByRole("complementary", { name: String(fromGroup?.["customerName"]) });
  const path = panel.getByRole("list", { name: "Path" }).first();
  await expect(path.getByRole("link").first()).toContainText("Aiko Lindqvist");
  await expect(path.getByRole("link", { name: /authorization in/ }).first()).toHaveAttribute(
    "href",
    /^\/delegations\?open=/,
  );
  await path.getByRole("link", { name: /sg-/ }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/^sg-/);
  await page.getByRole("link", { name: "Members and owners" }).click();
  await expect(page.getByRole("main").getByRole("link", { name: /Aiko Lindqvist/ })).toBeVisible();
  await page.getByRole("button", { name: "Read owners" }).click();
  await expect(
    page
      .getByRole("main")
      .getByRole("status")
      .filter({ hasText: /Ruth Adeyemi|Henrik Dahl/ }),
  ).toBeVisible();
});

test("what is granted and gives nothing comes with its reason, and unknown ids are told apart", async ({
  page,
  signIn,
  stage,
  made: when,
}) => {
  const world = made(stage.description.tenantId, when);
  await signIn("Mira Solberg", `/access/principals/${groupIn(world, "Service Desk")}?show=nothing`);
  const table = await settled(page, "grants that give nothing");
  await expect(rowsOf(table).first()).toContainText("A Microsoft 365 group carries no Azure roles");
  await page.getByRole("link", { name: /^Customers reached/ }).click();
  await expect(page.getByRole("heading", { name: /^Reaches (no customer|nothing that can be seen)/ })).toBeVisible();
  await page.getByRole("link", { name: /^Cannot see/ }).click();
  await expect(page.getByRole("main")).toContainText("own administrators assign in their tenant are hidden");

  await visit(page, "/access/principals?state=deleted");
  const list = await settled(page, "principals");
  await rowsOf(list).getByRole("link").first().click();
  await page.getByRole("link", { name: /^Gives nothing/ }).click();
  await expect(rowsOf(await settled(page, "grants that give nothing")).first()).toContainText(
    "The principal is deleted.",
  );

  await visit(page, "/access/principals/nobody");
  await expect(page.getByRole("heading", { name: "This is no object id" })).toBeVisible();
  await visit(page, "/access/principals/aaaaaaaa-0000-4000-8000-000000000000");
  await expect(page.getByRole("heading", { name: "Not among what could be read" })).toBeVisible();
});

test("two people are chosen by keyboard and compared, and a link shows the same", async ({
  page,
  signIn,
  stage,
  made: when,
}) => {
  const world = made(stage.description.tenantId, when);
  const mira = personIn(world, "Mira Solberg");
  await signIn("Mira Solberg", "/access/compare");
  for (const [field, text] of [
    ["First", "aiko"],
    ["Second", "joon"],
  ] as const) {
    await page.getByRole("combobox", { name: field }).fill(text);
    await expect(page.getByRole("option")).toHaveCount(1);
    await page.keyboard.press("Enter");
  }
  await settled(page, "roles on scopes");
  await expect(page.getByRole("combobox", { name: "Second" })).toBeFocused();
  await page.reload();
  await settled(page, "roles on scopes");
  const holds = (name: string) =>
    new Set(
      grantsTo(world, personIn(world, name), mira)
        .filter(({ counts }) => counts)
        .map(({ scope, role }) => `${scope} ${role}`),
    );
  const [aiko, joon] = [holds("Aiko Lindqvist"), holds("Joon Baek")];
  const heldBy = { both: 0, first: 0, second: 0 };
  for (const key of new Set([...aiko, ...joon]))
    heldBy[aiko.has(key) && joon.has(key) ? "both" : aiko.has(key) ? "first" : "second"]++;
  expect(heldBy.first).toBeGreaterThan(0);
  expect(heldBy.both).toBeGreaterThan(0);
  const rows = await rowsIn(page);
  for (const side of ["both", "first", "second"] as const)
    expect(rows.filter((row) => row["heldBy"] === side)).toHaveLength(heldBy[side]);

  await page.goto(`/access/compare?one=${personIn(world, "Tomas Ekdahl")}&other=${personIn(world, "Joon Baek")}`);
  await settled(page, "roles on scopes");
  await expect(page.getByRole("main")).toContainText(/Tomas Ekdahl holds nothing. The account is disabled. \d+ grants/);
});

test("the pages about principals pass", async ({ page, signIn, stage, made: when }) => {
  const world = made(stage.description.tenantId, when);
  const aiko = personIn(world, "Aiko Lindqvist");
  const look = async (state: string) => {
    await expectAccessible(page, state);
    await expectNoSideScroll(page, state);
  };
  await signIn("Mira Solberg", "/access/principals");
  await settled(page, "principals");
  await look("principals");
  await visit(page, `/access/principals/${aiko}`);
  const table = await settled(page, "customers reached");
  await look("a person");
  await rowsOf(table).first().getByRole("link").click();
  await expect(page.getByRole("list", { name: "Path" }).first()).toBeVisible();
  await look("a person, with a customer open");
  await visit(page, `/access/principals/${groupIn(world, "sg-lh-security")}?show=about`);
  await expect(page.getByRole("heading", { name: /^Direct members/ })).toBeVisible();
  await look("a group's members");
  await visit(page, `/access/principals/${aiko}?show=blind`);
  await expect(page.getByRole("main")).toContainText("own administrators");
  await look("what cannot be seen");
  await visit(page, `/access/compare?one=${aiko}&other=${personIn(world, "Joon Baek")}`);
  await settled(page, "roles on scopes");
  await page.getByRole("combobox", { name: "Second" }).fill("sg");
  await look("choosing whom to compare");
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of [`/access/principals/${aiko}`, `/access/principals/${aiko}/leaver`, "/access/principals"]) {
    await visit(page, path);
    await expect(page.getByRole("grid")).toHaveAttribute("aria-busy", "false");
    await look(`${path} on a phone`);
  }
});
