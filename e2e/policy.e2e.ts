import { exported } from "./files";
import { expect, test } from "./fixtures";
import { rowsOf, wholeTable } from "./table";

test.use({ policy: { rules: { "LH-SEC-008": "on", "LH-JIT-003": "critical", "LH-SEC-001": "off" } } });

test("a server judges by the policy that it was started with, and says so", async ({ page, signIn }) => {
  await signIn("Mira Solberg", "/findings");
  await wholeTable(page, "findings");
  const { rows } = JSON.parse((await exported(page, "JSON")).content.toString()) as {
    rows: { rule: string; severity: string }[];
  };
  const severities = (rule: string) => [...new Set(rows.filter((row) => row.rule === rule).map((row) => row.severity))];
  expect(severities("LH-SEC-008")).toEqual(["low"]);
  expect(severities("LH-JIT-003")).toEqual(["critical"]);
  expect(severities("LH-SEC-001")).toEqual([]);
  expect(severities("LH-SEC-002")).not.toEqual([]);

  await page.goto("/findings/rules?q=LH-SEC-001");
  const note = page.getByRole("note").filter({ hasText: "policy that this server was started with" });
  await expect(note).toBeVisible();
  await expect(rowsOf(await wholeTable(page, "rules"))).toContainText("Off");
  await page.goto("/findings/rules/LH-SEC-001");
  await expect(page.getByRole("heading", { name: "Why it is off" })).toBeVisible();
});
