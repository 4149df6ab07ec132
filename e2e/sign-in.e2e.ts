import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { rowsOf, tableOf, wholeTable } from "./table";

test.use({ isSignedInByHand: true });

const continueButton = (page: Page) => page.getByRole("button", { name: "Continue to Entra ID" });

test("a link that somebody sent opens after sign-in, with all that it asked for", async ({ page, signIn }) => {
  const link = "/delegations?q=contoso&sort=-scope&rows=40";
  await signIn("Mira Solberg", link);
  await wholeTable(page);
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(link);
  await expect(page.getByRole("searchbox")).toHaveValue("contoso");
  await expect(page.getByRole("columnheader", { name: "Scope" })).toHaveAttribute("aria-sort", "descending");
});

test("somebody who is signed in already goes on from the sign-in page to where they were heading", async ({
  page,
  signIn,
}) => {
  await signIn("Mira Solberg");
  await page.goto("/sign-in?to=/delegations");
  await expect(page).toHaveURL(/\/delegations$/);
  await page.goto("/sign-in?to=https://evil.example/");
  await expect(page).toHaveURL((url) => url.pathname === "/");
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
});

test("signing out forgets everything, here and in the other tab", async ({ page, context, signIn, stage }) => {
  await signIn("Ines Marlow");
  await wholeTable(page);
  const other = await context.newPage();
  await other.goto(`${stage.url}/delegations`);
  await continueButton(other).click();
  await other.getByRole("button", { name: /Ines Marlow/ }).click();
  await wholeTable(other);

  await page.getByRole("button", { name: "Account of Ines Marlow" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();

  for (const tab of [page, other]) {
    await expect(continueButton(tab)).toBeEnabled();
    await expect(tab).toHaveURL(/\/sign-in/);
    expect(await tab.evaluate(() => Object.values({ ...sessionStorage }).join("\n"))).not.toMatch(
      /eyJ|secret|Ines|relecloud/i,
    );
    expect(await tab.evaluate(() => JSON.stringify({ ...localStorage }))).not.toMatch(/eyJ|Ines|Contoso|relecloud/i);
    await tab.goBack();
    await expect(continueButton(tab)).toBeEnabled();
    await expect(tab.getByText("Contoso")).toHaveCount(0);
  }
  await continueButton(page).click();
  await expect(page.getByRole("button", { name: /Ines Marlow/ })).not.toContainText("signed in");
});

test("somebody whom nobody gave access is told why there are no customers", async ({ page, signIn }) => {
  await signIn("Kofi Varga");
  await expect(page.getByRole("heading", { name: "No customers yet" })).toBeVisible();
  const main = page.getByRole("main");
  for (const reason of [/Reader/, /onboarded/, /another tenant/, /15 minutes/])
    await expect(main).toContainText(reason);
  await expect(main.getByRole("link", { name: "My customers in the Azure portal" })).toHaveAttribute(
    "href",
    /^https:\/\/portal\.azure\.com\/#@/,
  );
  await expect(tableOf(page)).toHaveCount(0);
});

test("opened by hand, the address that sign-in comes back to explains itself", async ({ page }) => {
  await page.goto("/auth");
  await expect(page.getByRole("heading", { name: "Nothing to do here" })).toBeVisible();
  await page.getByRole("link", { name: "To the start page" }).click();
  await expect(continueButton(page)).toBeEnabled();
});

test("tokens stay in MSAL's own storage", async ({ page, context, signIn, watched }) => {
  await signIn("Mira Solberg", "/delegations");
  await rowsOf(await wholeTable(page))
    .first()
    .getByRole("link")
    .click();
  await expect(page.getByRole("complementary")).toBeVisible();

  const tokens = new Set(
    watched.requests.flatMap((request) => /^Bearer (.+)$/.exec(request.headers()["authorization"] ?? "")?.[1] ?? []),
  );
  expect(tokens.size).toBeGreaterThanOrEqual(2);
  const { ours, local, html } = await page.evaluate(() => ({
    ours: Object.entries({ ...sessionStorage }).filter(([key]) => !key.startsWith("msal.")),
    local: { ...localStorage },
    html: document.documentElement.outerHTML,
  }));
  const places = JSON.stringify([ours, local, html, page.url(), await context.cookies()]);
  for (const token of tokens) expect(places).not.toContain(token.split(".")[1]);
  expect(places).not.toContain("eyJ");
});
