import type { Page } from "@playwright/test";
import { expect, test, type WorldFile } from "./fixtures";
import { wholeTable } from "./table";

test.use({ isSignedInByHand: true });

const signInAs = async (page: Page, name: string) => {
  await page.getByRole("button", { name: "Continue to Entra ID" }).click();
  await page.getByRole("button", { name: new RegExp(name) }).click();
};
const problem = (page: Page) => page.getByRole("alert").filter({ has: page.getByRole("heading") });

/** Entra's refusal of the code, as its token endpoint words it. */
const refusing = (number: number, error: string, message: string): WorldFile => ({
  extends: "s",
  faults: [
    {
      service: "login",
      match: { contains: "/token" },
      effect: {
        kind: "body",
        status: 400,
        text: JSON.stringify({
          error,
          error_description: `AADSTS${number}: ${message} Trace ID: 0 Correlation ID: 0 Timestamp: 2026-11-20 09:00:00Z`,
          error_codes: [number],
          timestamp: "2026-11-20 09:00:00Z",
          trace_id: "0",
          correlation_id: "0",
        }),
      },
    },
  ],
});

const refusals = [
  [
    50020,
    "invalid_grant",
    "User account from another identity provider does not exist in tenant.",
    "not in the managing tenant",
  ],
  [9000201, "invalid_request", "A personal Microsoft account is not supported.", "Personal accounts cannot be used"],
  [65001, "invalid_grant", "The user or administrator has not consented.", "has not been approved"],
  [50105, "invalid_grant", "The signed in user is not assigned to a role for the application.", "not assigned"],
  [50057, "invalid_grant", "The user account is disabled.", "account is disabled"],
  [53003, "invalid_grant", "Access has been blocked by Conditional Access policies.", "policy of the managing tenant"],
  [9002326, "invalid_request", "Cross-origin token redemption is permitted only for SPA.", "does not match this site"],
  [999999, "server_error", "Something that nobody has heard of.", "did not work"],
] as const;

for (const [number, error, message, title] of refusals)
  test.describe(`a sign-in that Entra refuses with AADSTS${number}`, () => {
    test.use({ world: refusing(number, error, message) });
    test(`ends on a page that says "${title}", and what to do`, async ({ page, made: _ }) => {
      await page.goto("/delegations");
      await signInAs(page, "Mira Solberg");
      await expect(problem(page).getByRole("heading")).toContainText(title);
      await expect(problem(page).getByText(`AADSTS${number}`, { exact: true })).toBeVisible();
      await expect(problem(page).getByRole("paragraph")).not.toHaveCount(1);
      await page.getByRole("link", { name: "Sign in again" }).click();
      await expect(page.getByRole("button", { name: "Continue to Entra ID" })).toBeEnabled();
    });
  });

test.describe("without any consent", () => {
  test.use({ world: { extends: "s", consented: [] } });
  test("customers are read all the same, and people and groups show as ids", async ({ page, signIn }) => {
    await signIn("Mira Solberg", "/delegations?q=contoso");
    await wholeTable(page);
    await page.getByRole("button", { name: /problems/ }).click();
    await expect(page.getByRole("dialog", { name: "Freshness" })).toContainText("Directory.Read.All");
    await expect(page.getByRole("alert").filter({ hasText: "expired" })).toHaveCount(0);
  });
});

test.describe("without consent to the directory", () => {
  test.use({ world: { extends: "s", consented: ["User.Read"] } });
  test("the permission that is missing is named, and nobody is called deleted", async ({ page, signIn }) => {
    await signIn("Mira Solberg", "/delegations?q=contoso-prod");
    const table = await wholeTable(page);
    await page.getByRole("button", { name: /problems/ }).click();
    await expect(page.getByRole("dialog", { name: "Freshness" })).toContainText("Directory.Read.All");
    await page.keyboard.press("Escape");
    await table.getByRole("link", { name: "sub-contoso-prod" }).click();
    const panel = page.getByRole("complementary");
    await expect(panel.getByText("not readable").first()).toBeVisible();
    await expect(panel.getByText("deleted")).toHaveCount(0);
  });
});

test("declining in Entra leads to a page that says so", async ({ page, stage }) => {
  await stage.show({ extends: "s" });
  await page.route("**/oauth2/v2.0/authorize?**", (route) => {
    const asked = new URL(route.request().url()).searchParams;
    const answer = new URLSearchParams({
      error: "access_denied",
      error_description: "AADSTS65004: User declined to consent to access the app.",
      state: asked.get("state") ?? "",
    });
    return route.fulfill({ status: 302, headers: { location: `${asked.get("redirect_uri")}#${answer}` } });
  });
  await page.goto("/");
  await page.getByRole("button", { name: "Continue to Entra ID" }).click();
  await expect(problem(page).getByRole("heading")).toHaveText("Consent was declined");
});

test("a token of another tenant is not taken", async ({ page, stage }) => {
  await stage.show({ extends: "s" });
  await page.route("**/oauth2/v2.0/token?**", async (route) => {
    const answer = await route.fetch();
    const tokens = (await answer.json()) as { id_token: string; client_info: string };
    const elsewhere = "11111111-2222-4333-8444-555555555555";
    const other = (part: string | undefined) =>
      Buffer.from(
        Buffer.from(part ?? "", "base64url")
          .toString()
          .replaceAll(stage.description.tenantId, elsewhere),
      ).toString("base64url");
    const [head, claims, signature] = tokens.id_token.split(".");
    await route.fulfill({
      response: answer,
      json: { ...tokens, id_token: `${head}.${other(claims)}.${signature}`, client_info: other(tokens.client_info) },
    });
  });
  await page.goto("/");
  await signInAs(page, "Mira Solberg");
  await expect(problem(page).getByRole("heading")).toHaveText("This account is not in the managing tenant");
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain("eyJ");
});

test("a browser that blocks storage is told to allow it", async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, "sessionStorage", {
      get() {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      },
    }),
  );
  for (const path of ["/sign-in", "/customers"]) {
    await page.goto(path);
    await expect(problem(page).getByRole("heading")).toHaveText("This browser blocks storage for this site");
  }
});

test("a computer whose clock is an hour ahead is told so", async ({ page, stage }) => {
  await stage.show({ extends: "s" });
  await page.clock.install({ time: Date.now() + 3_600_000 });
  await page.goto("/");
  await signInAs(page, "Mira Solberg");
  await expect(problem(page).getByRole("heading")).toHaveText("This computer's clock is wrong");
  await expect(problem(page)).toContainText("60 minutes ahead");
});

test("a page that is not served securely says so before anybody signs in", async ({ browser, stage }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route("http://insecure.example/**", async (route) => {
    const { pathname, search } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: stage.url + pathname + search }) });
  });
  await page.goto("http://insecure.example/sign-in");
  await expect(problem(page).getByRole("heading")).toHaveText("This page is not served securely");
  await page.unrouteAll({ behavior: "wait" });
  await context.close();
});

test.describe("a site that is not registered", () => {
  test.use({ world: { extends: "s", redirectUris: ["https://elsewhere.example/auth"] } });
  test("is stopped by Entra itself, on Entra's own page", async ({ page, made: _ }) => {
    await page.goto("/");
    await page.getByRole("button", { name: "Continue to Entra ID" }).click();
    await expect(page.getByRole("alert")).toContainText("AADSTS50011");
  });
});
