import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSideScroll } from "./axe";
import { expect, test } from "./fixtures";
import { columnOf, rowsOf, tableOf, wholeTable } from "./table";

const listKeys = "Microsoft.Storage/storageAccounts/listKeys/action";

async function look(page: Page, state: string) {
  await expectAccessible(page, state);
  await expectNoSideScroll(page, state);
}

test("a role's page says whether Lighthouse delegates it, and why not", async ({ page, signIn }) => {
  await signIn("Ruth Adeyemi", "/access/roles?q=user+access+administrator");
  await wholeTable(page, "roles");
  const delegation = page.getByRole("region", { name: "Delegation through Azure Lighthouse" });
  await tableOf(page).getByRole("link", { name: "User Access Administrator", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("User Access Administrator");
  await expect(delegation).toContainText("Only with a list of roles in delegatedRoleDefinitionIds");
  await expect(delegation).toContainText("User Access Administrator cannot be eligible");

  await page.goto("/access/roles/8e3af657-a8ff-443c-a75c-2fe8c4bcb635");
  await expect(delegation).toContainText("Azure Lighthouse never delegates Owner.");
  await page.goto("/access/roles/92aaf0da-9dab-42b6-94a3-d43ce8d16293");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Log Analytics Contributor");
  await expect(delegation).toContainText(
    "It has the data action Microsoft.OperationalInsights/workspaces/jobs/export/action, and Azure Lighthouse delegates none.",
  );
  await expect(page.getByRole("region", { name: /^Permissions/ })).toContainText(listKeys);
  await expect(page.getByRole("region", { name: /^Permissions/ })).toContainText("list keys of storage accounts");
  await expect(
    page
      .getByRole("region", { name: /^Who holds it/ })
      .getByRole("link")
      .first(),
  ).toBeVisible();
  await page.getByRole("button", { name: "Load Azure's operations" }).click();
  await page.getByRole("searchbox", { name: "Filter" }).fill("storageAccounts/listKeys");
  await expect(page.getByRole("list", { name: "On resources" }).getByRole("listitem")).toHaveText([listKeys]);
  await look(page, "one role");
  await page.goto("/access/roles/9980e02c-c2be-4d73-94e8-173b1dc7cf3c");
  await expect(delegation).toContainText("Azure Lighthouse can delegate this role.");

  await page.goto("/access/roles/00000000-1111-4222-8333-444444444444");
  await expect(page.getByRole("heading", { name: /There is no such role|Not among what could be read/ })).toBeVisible();
  await page.goto("/access/roles/nonsense");
  await expect(page.getByRole("heading", { name: "This is no role id" })).toBeVisible();
});

test("an operation finds the roles that allow it, and the smallest that Lighthouse delegates", async ({
  page,
  signIn,
}) => {
  await signIn("Ruth Adeyemi", `/access/roles?allows=${listKeys}&q=virtual+machine+contributor`);
  await wholeTable(page, "roles");
  const search = page.getByRole("region", { name: "Find roles by operation" });
  await expect(rowsOf(tableOf(page)).filter({ hasText: "Virtual Machine Contributor" }).first()).toBeVisible();
  expect((await columnOf(tableOf(page), "Allowed by"))[0]).toBe(listKeys);
  await expect(search.getByRole("status")).toHaveText(/\d+ roles allow .*; Azure Lighthouse delegates \d+ of them/);

  await search.getByRole("button", { name: "Load Azure's operations" }).click();
  const smallest = search.getByRole("listitem").filter({ hasText: "beyond it" });
  await expect(smallest.first()).toBeVisible();
  await look(page, "roles that allow an operation");

  await search.getByRole("textbox").fill(`${listKeys}\nMicrosoft.Compute/virtualMachines/start/action`);
  await expect(page).toHaveURL(/allows=.*start/);
  await expect(search.getByRole("status")).toContainText("all of these");
  await expect(smallest.filter({ hasText: "Virtual Machine Contributor" })).not.toHaveCount(0);
  await search.getByRole("textbox").fill("Microsoft.Compute/nobody/knows/action");
  await expect(search).toContainText("Not among the");
  await search.getByRole("textbox").fill("storageAccounts/listK");
  await search.getByRole("button", { name: listKeys }).click();
  await expect(search.getByRole("textbox")).toHaveValue(listKeys);
});

test("a data action is allowed by data actions alone, and Lighthouse delegates none of their roles", async ({
  page,
  signIn,
}) => {
  const blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs";
  await signIn("Ruth Adeyemi", `/access/roles?allows=${blobs}/read`);
  await wholeTable(page, "roles");
  const search = page.getByRole("region", { name: "Find roles by operation" });
  const status = search.getByRole("status");
  const smallest = search.getByText("Smallest delegable roles");
  await expect(status).toContainText("Azure Lighthouse delegates none of them");
  await expect(status).toContainText("A data action, and Azure Lighthouse delegates none");
  expect(await columnOf(tableOf(page), "Role")).not.toContain("Reader");

  await search.getByRole("button", { name: "Load Azure's operations" }).click();
  await expect(search.getByRole("button", { name: "Load Azure's operations" })).toHaveCount(0);
  await expect(status).toContainText("Azure Lighthouse delegates none of them");
  await expect(smallest).toHaveCount(0);
  await look(page, "roles that allow a data action");
  await search.getByRole("textbox").fill(`${blobs}/*`);
  await expect(status).toContainText(`A data action, and Azure Lighthouse delegates none: ${blobs}/*`);
  await expect(search).not.toContainText("Not among the");
  await search.getByRole("textbox").fill(`${blobs}/read\n${listKeys}`);
  await expect(smallest).toBeVisible();
  await expect(status).toContainText(`delegates none: ${blobs}/read`);
});

test("until Azure's operations are there, an operation that nobody writes may be a data action", async ({
  page,
  signIn,
}) => {
  await signIn("Ruth Adeyemi", "/access/roles?allows=Microsoft.Compute/nobody/knows/action");
  await wholeTable(page, "roles");
  const search = page.getByRole("region", { name: "Find roles by operation" });
  await expect(search.getByRole("status")).toContainText("Whether it is a data action is not known");
});

test("what is no operation is refused, and finds nothing", async ({ page, signIn }) => {
  await signIn("Ruth Adeyemi", "/access/roles?allows=garbage value here");
  await wholeTable(page, "roles");
  const search = page.getByRole("region", { name: "Find roles by operation" });
  await expect(search.getByRole("status")).toContainText("they are no operations: garbage, value and 1 more");
  await expect(search.getByRole("status")).not.toContainText("allow");
  await expect(page.getByRole("heading", { name: /^All roles/ })).toBeVisible();
});
