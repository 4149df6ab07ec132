import type { Page } from "@playwright/test";
import { createWorld } from "../emulator/worlds/worlds";
import { expectAccessible, expectNoSideScroll } from "./axe";
import { expect, test } from "./fixtures";
import { rowsOf, tableOf, wholeTable } from "./table";
import { visit } from "./visit";

const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

async function look(page: Page, state: string) {
  await expectAccessible(page, state);
  await expectNoSideScroll(page, state);
}

for (const viewport of [wide, phone])
  test.describe(`${viewport.width} wide`, () => {
    test.use({ viewport });
    test.setTimeout(120_000);

    test("who reaches what passes, at a customer, a delegation and between two people", async ({
      page,
      signIn,
      stage,
      made,
    }) => {
      const world = createWorld({ extends: "s", tenantId: stage.description.tenantId }, { now: new Date(made.after) });
      const idOf = (name: string) =>
        [...world.users.values()].find(({ displayName }) => displayName === name)?.id.toLowerCase() ?? "";
      const delegation = [...world.registrationAssignments.values()].find(
        ({ properties }) => properties.provisioningState === "Succeeded",
      )!;
      const subscription = world.subscriptions.get(delegation.id.split("/")[2]!.toLowerCase());
      const [aiko, joon] = [idOf("Aiko Lindqvist"), idOf("Joon Baek")];

      await signIn("Mira Solberg", `/delegations/access?delegation=${encodeURIComponent(delegation.id)}`);
      await wholeTable(page);
      await look(page, "who reaches a delegation");
      await rowsOf(tableOf(page)).first().click();
      await expect(page.getByRole("complementary").getByRole("heading", { level: 2 })).toBeVisible();
      await look(page, "a way to a delegation");
      await page.goto("/delegations/access?delegation=nonsense");
      await expect(page.getByRole("heading", { name: "This is no delegation's id" })).toBeVisible();
      await look(page, "access to no delegation");
      await visit(page, `/customers/${subscription?.tenantId}/access`);
      await wholeTable(page);
      await look(page, "who reaches a customer");
      await visit(page, `/access/principals/${aiko}/leaver`);
      await wholeTable(page);
      await look(page, "the leaver check");
      await visit(page, "/access/compare");
      await expect(page.getByRole("combobox", { name: "First" })).toBeVisible();
      await look(page, "nobody to compare yet");
      await page.goto(`/access/compare?one=${aiko}&other=${joon}`);
      await wholeTable(page);
      await look(page, "two people compared");
    });

    test("my own access passes, with its dialogs", async ({ page, signIn }) => {
      const dialog = page.getByRole("dialog");
      await signIn("Ines Marlow", "/access/mine");
      await wholeTable(page);
      await look(page, "my access");
      for (const [query, state] of [
        ["grant=Standing", "a standing role"],
        ["q=sub-fabrikam-erp&grant=Eligible", "a role that is blocked"],
        ["q=contoso-prod&grant=Eligible", "a role that others approve"],
        ["q=fabrikam-sandbox&grant=Eligible", "a role to activate"],
      ] as const) {
        await page.goto(`/access/mine?${query}`);
        await wholeTable(page);
        await rowsOf(tableOf(page)).first().click();
        await expect(dialog.getByRole("heading").first()).toBeVisible();
        await look(page, state);
      }
      await page.goto("/access/mine?open=nonsense");
      await wholeTable(page);
      await expect(dialog.getByRole("heading").first()).toBeVisible();
      await look(page, "a role that is not there");
    });
  });
