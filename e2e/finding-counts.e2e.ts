import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSideScroll } from "./axe";
import { exported } from "./files";
import { rowsIn } from "./finding-rows";
import { expect, test } from "./fixtures";
import { counted } from "./reading";
import { rowsOf, tableOf, wholeTable } from "./table";

const panel = (page: Page) => page.getByRole("complementary");

test("counts in Customers lead to a customer's findings, which are those of the list narrowed to it", async ({
  page,
  signIn,
}) => {
  await signIn("Mira Solberg", "/customers?q=adatum");
  const table = await wholeTable(page, "customers");
  const counts = table.getByRole("link", { name: /^\d+ critical, \d+ high, \d+ medium, \d+ low$/ });
  const [critical, high, medium, low] = ((await counts.getAttribute("aria-label")) ?? "").match(/\d+/g)!.map(Number);
  await counts.click();
  await expect(page).toHaveURL(/\/customers\/[^/]+\/findings$/);
  await wholeTable(page, "findings");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Adatum");
  await expect(rowsOf(tableOf(page)).first()).toBeVisible();
  const rows = await rowsIn(page);
  const bySeverity = (name: string) => rows.filter(({ severity }) => severity === name).length;
  expect(["critical", "high", "medium", "low"].map(bySeverity)).toEqual([critical, high, medium, low]);
  await expectAccessible(page, "findings of a customer");
  await expectNoSideScroll(page, "findings of a customer");
  // What a finding has elsewhere is no part of this page, nor of the evidence on it.
  const mine = new Set((await rowsIn(page)).map((row) => (row["customers"] as unknown[]).length));
  expect(Math.max(...mine), "a finding of several customers").toBeGreaterThan(1);
  await expect(page.getByRole("contentinfo").getByText(/customers?$/)).toHaveCount(0);

  const tenant = new URL(page.url()).pathname.split("/")[2];
  await page.goto(`/findings?of=customer:${tenant}`);
  await wholeTable(page, "findings");
  await expect(page.getByText("Only findings of the customer Adatum")).toBeVisible();
  const { content } = await exported(page, "CSV");
  expect(content.toString(), "in a file no head of a group says the rule").toMatch(/^Rule,Severity,/);
  expect((await rowsIn(page)).map(({ fingerprint }) => fingerprint)).toEqual(
    rows.map(({ fingerprint }) => fingerprint),
  );
  await page.getByRole("button", { name: "Show all findings" }).click();
  await expect.poll(() => counted(page)).toBeGreaterThan(rows.length);
});

test("counts stand on a customer, a delegation, a person and a role, and lead to their findings", async ({
  page,
  signIn,
}) => {
  await signIn("Mira Solberg", "/customers?q=adatum");
  const led = async (link: ReturnType<Page["getByRole"]>) => {
    const count = Number(/^\d+/.exec((await link.getAttribute("aria-label")) ?? "")?.[0]);
    await link.click();
    await wholeTable(page, "findings");
    await expect(page.getByRole("search").getByRole("status")).toHaveText(new RegExp(`^${count} of `));
    await page.goBack();
  };
  const high1 = (part: Page | ReturnType<typeof panel>) => part.getByRole("link", { name: /^\d+ high findings?$/ });
  await tableOf(page).getByRole("link", { name: "Adatum" }).click();
  await led(high1(page));
  await rowsOf(await wholeTable(page, "delegations"))
    .first()
    .click();
  await led(high1(panel(page)));
  await page.goto("/access/principals?q=ekdahl");
  await rowsOf(await wholeTable(page))
    .first()
    .click();
  await led(high1(page));
  await page.goto("/access/roles/b24988ac-6180-42a0-ab88-20f7382dd24c");
  await led(high1(page));
});
