import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import type { WorldFile } from "../emulator/worlds/worlds";

/** What a signed-in tab holds in its session storage. */
export type SignedInTab = Readonly<Record<string, string>>;

/** Through the sign-in page and Entra's, as people do. */
export async function signInByHand(page: Page, url: string, name: string, to: string): Promise<void> {
  await page.goto(`${url}/sign-in?to=${encodeURIComponent(to)}`);
  await page.getByRole("button", { name: "Continue to Entra ID" }).click();
  await page.getByRole("button", { name: new RegExp(`^(\\S+ )?${name}`) }).click();
  await page.waitForURL((at) => at.origin === url && at.pathname !== "/auth");
  await expect(page.getByRole("main")).toBeVisible();
}

/** Whether people and what they consented to are those of the demo world, so that a token of it says the same. */
export const isLikeDemo = ({ extends: base, faults, inheritFaults: _, name: __, ...rest }: WorldFile): boolean =>
  base === "s" && Object.keys(rest).length === 0 && !faults?.some(({ service }) => service === "login");

/** Opens the page in a tab that is signed in, as one is that was duplicated; what becomes of the sign-in then stays. */
export async function openSignedIn(page: Page, url: string, tab: SignedInTab, to: string): Promise<void> {
  await page.addInitScript((items) => {
    // A sandboxed frame has no storage.
    if (window.origin === "null" || sessionStorage.getItem("duplicated") !== null) return;
    sessionStorage.setItem("duplicated", "");
    for (const [key, value] of Object.entries(items)) sessionStorage.setItem(key, value);
  }, tab);
  await page.goto(url + to);
  await expect(page.getByRole("main")).toBeVisible();
}

/**
 * What makes a tab of the page's person; undefined unless it has tokens for both, Resource Manager and Graph, that count
 * now: where a test's clock ran ahead, they are from a time to come, and MSAL takes them for expired.
 */
export async function signedInTab(page: Page): Promise<SignedInTab | undefined> {
  if (page.isClosed()) return undefined;
  const stored = await page.evaluate(() => Object.entries(sessionStorage) as [string, string][]);
  const tokens = stored.filter(([key]) => key.includes("|accesstoken|")).map(([, token]) => accessToken.parse(token));
  const isOfNow = tokens.every(({ cachedAt }) => cachedAt * 1000 <= Date.now());
  if (tokens.length !== 2 || !isOfNow) return undefined;
  return Object.fromEntries(stored.filter(([key]) => key.startsWith("msal.")));
}

/** As MSAL keeps it; in seconds since the epoch. */
const accessToken = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.object({ cachedAt: z.coerce.number() }));
