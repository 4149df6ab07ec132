import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { rowsOf, tableOf, wholeTable } from "./table";

/** Where people are when a question comes up: signed in, with everything read. */
const start = "/customers";

/** Has the page count the steps that a question takes: presses of a button, and Enter after whatever was typed. */
async function countSteps(page: Page) {
  await page.evaluate(() => {
    Object.assign(window, { steps: 0 });
    const count = () => Object.assign(window, { steps: Number(Reflect.get(window, "steps")) + 1 });
    addEventListener("pointerdown", count, true);
    addEventListener("keydown", ({ key }) => key === "Enter" && count(), true);
  });
  return {
    taken: () => page.evaluate(() => Number(Reflect.get(window, "steps"))),
    async ask(query: string, answer: RegExp, key = "Enter"): Promise<void> {
      await page.keyboard.press("Control+k");
      await expect(page.getByRole("combobox", { name: "Search" })).toBeFocused();
      await page.keyboard.type(query);
      await expect(page.getByRole("option").first()).toContainText(answer);
      await page.keyboard.press(key);
    },
  };
}

const begin = async (page: Page, signIn: (name: string, to: string) => Promise<void>, name: string) => {
  await signIn(name, start);
  await wholeTable(page, "customers");
  return countSteps(page);
};

test("who of us reaches Contoso's production, and how: one step", async ({ page, signIn }) => {
  const steps = await begin(page, signIn, "Mira Solberg");
  await steps.ask("contoso prod", /^sub-contoso-prod/);
  await expect(page.getByRole("heading", { level: 1, name: "Access to sub-contoso-prod" })).toBeVisible();
  const ines = rowsOf(tableOf(page, "roles of people, groups and service principals")).filter({
    hasText: "Ines Marlow",
  });
  await expect(ines.filter({ hasText: "Contributor" })).toContainText("sg-lh-");
  expect(await steps.taken()).toBe(1);
});

test("which customers a leaver still reaches: one step", async ({ page, signIn }) => {
  const steps = await begin(page, signIn, "Mira Solberg");
  await steps.ask("tomas ekdahl", /^Tomas Ekdahl/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Tomas Ekdahl");
  const facts = page.getByRole("main");
  await expect(facts).toContainText("ReachesNo customer that can be seen");
  await expect(facts).toContainText("The account is disabled.");
  expect(await steps.taken()).toBe(1);
});

test("whether I get Contributor now, for how long, and who approves: one step", async ({ page, signIn }) => {
  const steps = await begin(page, signIn, "Ines Marlow");
  await steps.ask("contoso prod", /you: Reader, eligible Contributor 4 h, approver needed$/, "Control+Enter");
  const dialog = page.getByRole("dialog", { name: /Contributor$/ });
  await expect(dialog).toContainText("sub-contoso-prod");
  await expect(dialog).toContainText("4 h at the longest");
  await expect(dialog).toContainText("sg-lh-leads");
  expect(await steps.taken()).toBe(1);
});

test("what is risky, why, and what we do about it: one step to a finding with its reason and its fix", async ({
  page,
  signIn,
}) => {
  const steps = await begin(page, signIn, "Mira Solberg");
  await steps.ask("policies standing contoso", /^Role writes policies, standing/);
  const panel = page.getByRole("complementary");
  await expect(panel.getByRole("heading", { level: 2 })).toContainText("Role writes policies, standing");
  await expect(panel).toContainText("Why it matters");
  await expect(panel).toContainText("How to fix");
  expect(await steps.taken()).toBe(1);
});
