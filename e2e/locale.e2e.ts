import { exported, readCsv } from "./files";
import { expect, test } from "./fixtures";
import { rowsOf, wholeTable } from "./table";

test.use({ locale: "de-DE" });

test("dates are written as the browser's person is used to, and in files as programs want them", async ({
  page,
  signIn,
}) => {
  await signIn("Ruth Adeyemi");
  const table = await wholeTable(page);
  const [heads = [], ...rows] = readCsv((await exported(page, "CSV")).content.toString());
  const changed = rows.map((row) => row[heads.indexOf("Last change")]).filter((at) => at !== "?");
  expect(changed.length).toBeGreaterThan(0);
  for (const at of changed) expect(at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);

  await rowsOf(table).first().click();
  const since = page.getByRole("main").locator("dl > div").filter({ hasText: "Managed since" }).getByRole("time");
  await expect(since).toHaveText(/^\d{1,2}\. \p{L}+\.? \d{4}$/u);
});
