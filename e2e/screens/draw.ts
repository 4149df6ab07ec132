import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { readAgain } from "../reading";
import { wholeTable } from "../table";
import { onCall, screens, states, type Picture } from "./catalogue";
import { settled, shoot } from "./shoot";

async function drawAll(page: Page, pictures: readonly Picture[], suffix: string) {
  for (const { file, at, prepare } of pictures) {
    await page.goto(at);
    await settled(page);
    await prepare?.(page);
    await page.mouse.move(0, 0);
    await settled(page);
    await shoot(page, file + suffix);
  }
}

const drawnAlso = (one?: "dark" | "phone") => (pictures: readonly Picture[]) =>
  one ? pictures.filter(({ also }) => also?.includes(one)) : pictures;

for (const { name, use, chosen, suffix } of [
  { name: "every screen", use: {}, chosen: drawnAlso(), suffix: "" },
  { name: "in the dark", use: { colorScheme: "dark" as const }, chosen: drawnAlso("dark"), suffix: "-dark" },
  { name: "on a phone", use: { viewport: { width: 390, height: 844 } }, chosen: drawnAlso("phone"), suffix: "-phone" },
])
  test.describe(name, () => {
    test.use(use);
    test("for somebody who may read everything", async ({ page, signIn }) => {
      await signIn("Mira Solberg");
      await drawAll(page, chosen(screens), suffix);
    });
    test("for the person on call", async ({ page, signIn }) => {
      await signIn("Ines Marlow");
      await drawAll(page, chosen(onCall), suffix);
    });
  });

test("the sign-in in the dark", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Continue to Entra ID" })).toBeEnabled();
  await shoot(page, `${states.signIn.file}-dark`);
});

test("states in which nothing fails", async ({ page, signIn, context }) => {
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Continue to Entra ID" })).toBeEnabled();
  await page.getByText("Permissions it asks for").click();
  await shoot(page, states.signIn.file);

  await signIn("Mira Solberg");
  await wholeTable(page);
  await settled(page);
  await page.getByRole("searchbox").fill("nobody is called this");
  await expect(page.getByRole("heading", { name: "No customer matches" })).toBeVisible();
  await shoot(page, states.nothing.file);
  await page.goto("/customers/00000000-1111-4222-8333-444444444444");
  await settled(page);
  await shoot(page, states.unknown.file);

  await page.goto("/customers");
  await settled(page);
  await context.setOffline(true);
  await expect(page.getByText("Offline.")).toBeVisible();
  await shoot(page, states.offline.file);
  await context.setOffline(false);
});

test("a second visit", async ({ page, signIn, stage }) => {
  await signIn("Mira Solberg");
  await wholeTable(page);
  await page.waitForFunction(() => localStorage.getItem("fresnel:kept") !== null);
  await settled(page);
  await page.route(
    (url) => url.origin === stage.cloud && /\/providers\/|\/subscriptions|\/tenants/i.test(url.pathname),
    () => {},
  );
  await page.reload();
  await expect(page.getByRole("status").filter({ hasText: "reading again" })).toBeVisible();
  await page.waitForTimeout(1_500);
  await shoot(page, states.secondVisit.file);
});

test("somebody without access", async ({ page, signIn }) => {
  await signIn("Kofi Varga");
  await expect(page.getByRole("heading", { name: "No customers yet" })).toBeVisible();
  await page.waitForTimeout(1_000);
  await shoot(page, states.noAccess.file);
});

test("an expired sign-in", async ({ page, signIn, stage }) => {
  await signIn("Ines Marlow", "/delegations");
  await wholeTable(page);
  await page.getByRole("searchbox").fill("contoso");
  await stage.revoke("Ines Marlow");
  await readAgain(page);
  await expect(page.getByRole("alert").filter({ hasText: "Sign-in expired" })).toBeVisible();
  await page.waitForTimeout(700);
  await shoot(page, states.expired.file);
});

test.describe("while Azure answers slowly", () => {
  test.use({
    world: {
      extends: "m",
      settings: { latencyMs: 900 },
    },
  });
  test("reading", async ({ page, signIn }) => {
    await signIn("Mira Solberg", "/delegations");
    await expect(page.locator("[role=row][aria-selected]").first()).toBeVisible();
    await expect(page.getByRole("progressbar").first()).toBeVisible();
    await shoot(page, states.reading.file);
  });
});

test.describe("while Azure is limiting", () => {
  test.use({
    world: {
      extends: "s",
      settings: { exposedHeaders: ["Retry-After"] },
      faults: [{ service: "resourceGraph", effect: { kind: "throttle", retryAfterSeconds: 30 } }],
    },
  });
  test("throttled", async ({ page, signIn }) => {
    await signIn("Mira Solberg");
    await expect(page.getByText(/Reading goes on in/)).toBeVisible();
    await page.waitForTimeout(500);
    await shoot(page, states.throttled.file);
  });
});
