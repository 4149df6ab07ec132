import { createWorld } from "../emulator/worlds/worlds";
import { expectedRecords } from "./expected-records";
import { exported, readCsv, readExcel } from "./files";
import { expect, test, type Made } from "./fixtures";
import { columnOf, rowsOf, tableOf, wholeTable } from "./table";

const personas = ["Mira Solberg", "Ines Marlow", "Joon Baek", "Ruth Adeyemi", "Kofi Varga"];

type Exported = { asOf: string; coverage: string; isComplete: boolean; rows: Record<string, unknown>[] };
const json = ({ content }: { content: Buffer }) => JSON.parse(content.toString()) as Exported;

/** Times are told from the moment at which the emulator made its world, which lies within a known while. */
const timesAsExpected = (
  rows: Record<string, unknown>[],
  expected: { lastChange: number | null }[],
  { after, before }: Made,
) =>
  rows.map((row, index) => {
    const away = Date.parse(String(row["lastChange"])) - (expected[index]?.lastChange ?? NaN);
    return {
      ...row,
      lastChange: away >= 0 && away <= before - after ? expected[index]?.lastChange : row["lastChange"],
    };
  });

const inOrder = (rows: Record<string, unknown>[], key: string) =>
  [...rows].sort((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1));

for (const size of ["s", "m"] as const)
  test.describe(`in world ${size}`, () => {
    test.use({ world: { extends: size } });

    for (const name of personas)
      test(`${name} exports exactly what the world gives them`, async ({ page, signIn, stage, made }) => {
        const world = createWorld(
          { extends: size, tenantId: stage.description.tenantId },
          { now: new Date(made.after) },
        );
        const person = world.personas.find((persona) => persona.name === name);
        const expected = expectedRecords(world, person?.objectId ?? "");

        await signIn(name);
        if (expected.customers.length === 0) {
          await expect(page.getByRole("heading", { name: "No customers yet" })).toBeVisible();
          await expect(page.getByRole("button", { name: "Export" })).toHaveCount(0);
          return;
        }
        await wholeTable(page);
        const customers = inOrder(json(await exported(page, "JSON")).rows, "tenantId").map(
          ({ subscriptionsRead: _told, ...row }) => ({
            ...row,
            offers:
              (row["offers"] as object[] | null)
                ?.map((offer) => JSON.stringify(offer))
                .sort()
                .map((text) => JSON.parse(text) as unknown) ?? null,
          }),
        );
        expect(timesAsExpected(customers, expected.customers, made)).toEqual(expected.customers);

        await page.getByRole("link", { name: /^Delegations, / }).click();
        await wholeTable(page, "delegations");
        const delegations = inOrder(json(await exported(page, "JSON")).rows, "id").map((row) => ({
          ...row,
          scope: String(row["scope"]).toLowerCase(),
        }));
        expect(timesAsExpected(delegations, expected.delegations, made)).toEqual(expected.delegations);
      });
  });

test("CSV, Excel and JSON hold what is shown: the filtered rows in their order, the chosen columns", async ({
  page,
  signIn,
}) => {
  await signIn("Ruth Adeyemi", "/delegations?q=contoso&sort=-scope&cols=customer,standing,last-change,subscription");
  const table = await wholeTable(page);
  const scopes = await columnOf(table, "Scope");
  const subscriptions = await columnOf(table, "Subscription id");
  const standing = await columnOf(table, "Standing");
  const heads = ["Scope", "Customer", "Standing", "Last change", "Subscription id"];

  const csv = await exported(page, "CSV");
  expect(csv.name).toMatch(/^fresnel-delegations-\d{8}T\d{6}Z-partial\.csv$/);
  await expect(page.getByText("the file's name says that it is partial")).toBeVisible();
  const [head, ...lines] = readCsv(csv.content.toString());
  expect(head).toEqual([...heads, "As of"]);
  expect(lines.map((line) => line[4])).toEqual(subscriptions);
  expect(lines.map((line) => line[2])).toEqual(standing);
  expect(lines.every((line) => line[0] === `/subscriptions/${line[4]}` && line[1] === "Contoso")).toBe(true);
  expect(lines.every((line) => !Number.isNaN(Date.parse(line[3] ?? "")) && line[5]?.endsWith("Z"))).toBe(true);

  const excel = readExcel((await exported(page, "Excel")).content);
  expect(excel.live).toBe(0);
  expect(excel.cells[0]).toEqual(heads);
  expect(excel.cells.slice(1).map((line) => [line[0], line[1], line[2], line[4]])).toEqual(
    lines.map((line) => [line[0], line[1], line[2], line[4]]),
  );
  const days = excel.cells.slice(1).map((line) => (Number(line[3]) - 25569) * 86_400_000);
  days.forEach((day, index) => expect(Math.abs(day - Date.parse(lines[index]?.[3] ?? ""))).toBeLessThan(1000));
  expect(excel.freshness.map(([name]) => name)).toEqual(["As of", "Coverage", "Complete"]);

  const told = json(await exported(page, "JSON"));
  expect(told.rows.map((row) => row["scopeName"])).toEqual(scopes);
  expect(told.isComplete).toBe(false);
  expect(told.coverage).toContain("sub-lamnahealthcare-clinic");
});

test("an export of the selection holds the selected rows alone", async ({ page, signIn }) => {
  await signIn("Joon Baek", "/delegations");
  await wholeTable(page);
  const rows = rowsOf(tableOf(page));
  const chosen: string[] = [];
  for (const index of [0, 2]) {
    const box = rows.nth(index).getByRole("checkbox");
    await box.click();
    chosen.push((await box.getAttribute("aria-label"))?.replace("Select ", "") ?? "");
  }
  const file = await exported(page, "JSON", page.getByRole("toolbar", { name: "Selected rows" }));
  expect(json(file).rows.map((row) => row["scopeName"])).toEqual(chosen);
  expect(file.name).not.toContain("partial");
  expect(json(file).isComplete).toBe(true);
});
