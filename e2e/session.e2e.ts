import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { chip, readAgain } from "./reading";
import { rowsOf, wholeTable } from "./table";
import type { Watched } from "./watch";

test.use({ isSignedInByHand: true });

const expired = (page: Page) => page.getByRole("alert").filter({ hasText: "Sign-in expired" });
const again = (page: Page) => expired(page).getByRole("button", { name: "Sign in again" });

const tokenRequests = ({ requests }: Watched) =>
  requests
    .filter((request) => request.method() === "POST" && new URL(request.url()).pathname.endsWith("/oauth2/v2.0/token"))
    .map((request) => new URLSearchParams(request.postData() ?? ""));

/** What somebody loses if signing in again is done badly. */
async function typeAndLoad(page: Page) {
  const table = await wholeTable(page);
  await page.getByRole("searchbox").fill("contoso");
  await expect(page.getByRole("search").getByRole("status")).toHaveText(/ of 4\d delegations/);
  return { table, rows: await rowsOf(table).count() };
}

async function expectAllKept(page: Page, { rows }: { rows: number }) {
  await expect(page.getByRole("searchbox")).toHaveValue("contoso");
  await expect(rowsOf(page.getByRole("grid"))).toHaveCount(rows);
}

async function signInInWindow(page: Page, name: string) {
  const [window] = await Promise.all([page.waitForEvent("popup"), again(page).click()]);
  const closed = window.waitForEvent("close");
  await window.getByRole("button", { name: new RegExp(name) }).click();
  await closed;
}

test.describe("with tokens that live for two seconds", () => {
  test.use({ world: { extends: "s", settings: { accessTokenSeconds: 2, latencyMs: 900 } } });
  test("they are renewed while reading, and nobody notices", async ({ page, signIn, watched }) => {
    await signIn("Ruth Adeyemi", "/delegations");
    await wholeTable(page);
    await expect(page.getByRole("heading", { name: /^Delegations 4\d$/ })).toBeVisible();
    // Each reading takes several answers, one after another, and so longer than its first token lives.
    for (const reading of [2, 3]) {
      await readAgain(page);
      await expect(chip(page), `reading ${reading}`).toHaveText(/reading/);
      await expect(chip(page), `reading ${reading}`).not.toHaveText(/reading/);
    }
    const renewals = tokenRequests(watched).filter(
      (form) => form.get("grant_type") === "refresh_token" && form.get("scope")?.includes("user_impersonation"),
    );
    expect(renewals.length).toBeGreaterThan(2);
    await expect(expired(page)).toHaveCount(0);
    expect(page.context().pages()).toHaveLength(1);
  });
});

for (const exposedHeaders of [[], ["WWW-Authenticate"]])
  test.describe(`revoked sign-ins, the challenge being ${exposedHeaders.length ? "readable" : "hidden"}`, () => {
    test.use({ world: { extends: "s", settings: { exposedHeaders } } });
    test("ask once, in a window of their own, and lose nothing", async ({ page, signIn, stage }) => {
      await signIn("Ines Marlow", "/delegations");
      const before = await typeAndLoad(page);
      await stage.revoke("Ines Marlow");

      await readAgain(page);
      await expect(expired(page)).toHaveCount(1);
      await expect(expired(page)).toContainText("what was read are kept");
      await expect(page.getByRole("region", { name: "Notices" })).not.toContainText("Reading delegations");
      await expect(page.getByRole("button", { name: /as of .*, reading waits/ })).toBeVisible();
      await expectAllKept(page, before);

      await signInInWindow(page, "Ines Marlow");
      await expect(expired(page)).toHaveCount(0);
      await wholeTable(page);
      await expect(page.getByRole("button", { name: /as of .*30 of 32 subscriptions/ })).toBeVisible();
      await expectAllKept(page, before);
      expect(page.context().pages()).toHaveLength(1);
    });
  });

test.describe("a policy that asks for more than the sign-in brought", () => {
  const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: "c1" } } });
  test.use({
    world: {
      extends: "s",
      settings: { exposedHeaders: ["WWW-Authenticate"] },
      faults: [{ service: "arm", match: { contains: "/tenants" }, effect: { kind: "claimsChallenge", claims } }],
    },
  });
  test("is met in a window, and reading goes on where it was, however late", async ({ page, signIn, watched }) => {
    await page.clock.install();
    await signIn("Mira Solberg", "/delegations");
    await expect(again(page)).toBeVisible();
    await expect(page.getByRole("region", { name: "Notices" })).not.toContainText("Reading delegations");
    await expect(page.getByRole("progressbar")).toHaveCount(0);
    for (let minutes = 0; minutes < 20; minutes += 4) await page.clock.fastForward("04:00");
    await signInInWindow(page, "Mira Solberg");
    await wholeTable(page);
    await expect(expired(page)).toHaveCount(0);
    await expect(page.getByRole("heading", { name: /^Delegations 4\d$/ })).toBeVisible();
    await expect(page.getByRole("button", { name: /31 of 33 subscriptions 2 problems/ })).toBeVisible();
    const asked = watched.requests.filter((request) => request.url().includes("/authorize?"));
    expect(new URL(asked.at(-1)?.url() ?? "").searchParams.get("claims")).toContain('"c1"');
  });
});

test("another account in that window is refused, a closed window can be opened again", async ({
  page,
  signIn,
  stage,
}) => {
  await signIn("Ines Marlow", "/delegations");
  const before = await typeAndLoad(page);
  await stage.revoke("Ines Marlow");
  await readAgain(page);
  await signInInWindow(page, "Ruth Adeyemi");
  await expect(expired(page)).toContainText("That is another account");
  await expectAllKept(page, before);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain("Ruth Adeyemi");

  const [window] = await Promise.all([page.waitForEvent("popup"), again(page).click()]);
  await window.getByRole("heading", { name: "Pick an account" }).waitFor();
  await window.close();

  await signInInWindow(page, "Ines Marlow");
  await expect(expired(page)).toHaveCount(0);
  await wholeTable(page);
  await expectAllKept(page, before);
});

test("where windows are blocked, signing in again leaves the page and comes back to it", async ({
  page,
  signIn,
  stage,
}) => {
  await page.addInitScript(() => (window.open = () => null));
  await signIn("Ines Marlow", "/delegations");
  const before = await typeAndLoad(page);
  await expect(page).toHaveURL(/q=contoso/);
  await stage.revoke("Ines Marlow");
  await readAgain(page);
  await again(page).click();
  await expect(expired(page)).toContainText("Windows are blocked here");
  await again(page).click();
  await page.getByRole("button", { name: /Ines Marlow/ }).click();
  await wholeTable(page);
  await expect(page).toHaveURL(/\/delegations\?q=contoso/);
  await expectAllKept(page, before);
});

test.describe("a sign-in that Azure takes for another tenant's", () => {
  const effect = {
    kind: "status",
    status: 401,
    code: "InvalidAuthenticationTokenTenant",
    message: "The access token is from the wrong issuer.",
  } as const;
  test.use({
    world: {
      extends: "s",
      faults: [
        { service: "arm", effect },
        { service: "resourceGraph", effect },
      ],
    },
  });
  test("is told apart from what customers did not delegate, with the way out", async ({ page, signIn }) => {
    await signIn("Mira Solberg");
    const main = page.getByRole("main");
    await expect(main).toContainText("could not be read: Your sign-in belongs to another tenant");
    await expect(main).toContainText("Sign out, then sign in with an account of the managing tenant.");
    await expect(main).not.toContainText("delegate it");
  });
});

test.describe("many refusals at once", () => {
  const claims = JSON.stringify({ access_token: { nbf: { essential: true, value: "1" } } });
  test.use({
    world: {
      extends: "s",
      settings: { latencyMs: 300 },
      faults: [{ service: "resourceGraph", effect: { kind: "claimsChallenge", claims } }],
    },
  });
  test("cause one renewal", async ({ page, context, signIn, watched }) => {
    let refused = 0;
    context.on("response", (response) => void (refused += response.status() === 401 ? 1 : 0));
    await signIn("Mira Solberg");
    await wholeTable(page);
    expect(refused).toBeGreaterThan(2);
    const forArm = tokenRequests(watched).filter((form) => form.get("scope")?.includes("management"));
    expect(forArm.map((form) => form.get("grant_type"))).toEqual(["authorization_code", "refresh_token"]);
    await expect(expired(page)).toHaveCount(0);
  });
});

test("without a refresh token the hidden frame renews, within the security policy", async ({
  page,
  signIn,
  watched,
}) => {
  await signIn("Mira Solberg");
  await wholeTable(page);
  await page.evaluate(() => {
    for (const key of Object.keys(sessionStorage))
      if (/refreshtoken|accesstoken/i.test(key)) sessionStorage.removeItem(key);
  });
  const before = tokenRequests(watched).length;
  await page.reload();
  await wholeTable(page);
  await expect(page.getByRole("heading", { name: "Customers 12" })).toBeVisible();
  const silent = watched.requests.filter((request) => request.url().includes("prompt=none"));
  expect(silent.length).toBeGreaterThan(0);
  expect(silent.every((request) => request.frame() !== page.mainFrame())).toBe(true);
  expect(tokenRequests(watched)[before]?.get("grant_type")).toBe("authorization_code");
});
