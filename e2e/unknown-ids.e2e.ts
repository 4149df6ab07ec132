import { createWorld } from "../emulator/worlds/worlds";
import { expectAccessible, expectNoSideScroll } from "./axe";
import { expect, test } from "./fixtures";
import { personIn } from "./grants-of-world";
import { wholeTable } from "./table";

const nobody = "11111111-1111-1111-1111-111111111111";
const notSeen = { name: "Not among what could be read" };

test("a subscription that nothing names is not taken for one that nobody reaches", async ({ page, signIn }) => {
  await signIn("Mira Solberg", "/access/principals");
  for (const path of [`/subscriptions/${nobody}`, `/subscriptions/${nobody}/resourceGroups/rg-app`]) {
    await page.goto(`/access/scope?scope=${path}`);
    await expect(page.getByRole("heading", notSeen)).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText("Nobody");
  }
  await expectAccessible(page, "an unknown scope");
  await expectNoSideScroll(page, "an unknown scope");
});

test("of a resource group that no delegation names, only what reaches its subscription is told", async ({
  page,
  signIn,
  stage,
  made,
}) => {
  const world = createWorld({ extends: "s", tenantId: stage.description.tenantId }, { now: new Date(made.after) });
  const [delegation] = [...world.registrationAssignments.values()].filter(
    ({ id, properties }) => properties.provisioningState === "Succeeded" && !/resourcegroups/i.test(id),
  );
  const subscription = `/subscriptions/${delegation!.id.split("/")[2]}`;
  const words = /No delegation .*names this resource group, and whether it exists cannot be seen/;
  await signIn("Mira Solberg", `/access/scope?scope=${subscription}`);
  await wholeTable(page);
  await expect(page.getByRole("main")).not.toContainText(words);
  await page.goto(`/access/scope?scope=${subscription}/resourceGroups/rg-that-nobody-knows`);
  await wholeTable(page);
  await expect(page.getByRole("main")).toContainText(words);
});

test("nobody is compared with an id that is unknown", async ({ page, signIn, stage, made }) => {
  const world = createWorld({ extends: "s", tenantId: stage.description.tenantId }, { now: new Date(made.after) });
  const aiko = personIn(world, "Aiko Lindqvist");
  await signIn("Mira Solberg", `/access/compare?one=${aiko}&other=${nobody}`);
  await expect(page.getByRole("heading", notSeen)).toBeVisible();
  await expect(page.getByRole("main")).toContainText(nobody);
  await expect(page.getByRole("grid")).toHaveCount(0);
  await expectAccessible(page, "compared with nobody");
  await page.goto(`/access/compare?one=${aiko}&other=nonsense`);
  await expect(page.getByRole("heading", { name: "This is no object id" })).toBeVisible();
});

test("what Compare does not know in a link is named before anybody is chosen", async ({ page, signIn }) => {
  await signIn("Mira Solberg", "/access/compare?a=x&b=y");
  await expect(page.getByRole("heading", { name: "Choose two principals" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("that part was ignored: a=x, b=y");
  await page
    .getByRole("status")
    .filter({ hasText: "that part was ignored" })
    .getByRole("button", { name: "Dismiss" })
    .click();
  await expect(page).toHaveURL(/\/access\/compare$/);
});
