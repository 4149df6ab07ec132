import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { chip } from "./reading";
import { rowsOf, tableOf, wholeTable } from "./table";

/** How many sealed readings and keys lie in the browser. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const open = indexedDB.open("fresnel");
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error ?? new Error("It cannot be opened."));
    });
    const counts = await Promise.all(
      [...database.objectStoreNames].map((name) => {
        const request = database.transaction(name).objectStore(name).count();
        return new Promise<number>((resolve) => (request.onsuccess = () => resolve(request.result)));
      }),
    );
    database.close();
    return counts;
  });

/** Waits until a reading was kept for somebody: a key and a reading sealed with it. */
const untilKept = (page: Page) =>
  expect.poll(() => page.evaluate(() => localStorage.getItem("fresnel:kept") !== null)).toBe(true);

/** Keeps Azure's answers from the page until the returned function is called. */
async function hold(page: Page, cloud: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(
    (url) => url.origin === cloud && /\/providers\/|\/subscriptions|\/tenants/i.test(url.pathname),
    async (route) => {
      await released;
      await route.continue();
    },
  );
  return release;
}

test("a second visit shows the last inventory before Azure answers, with its age, until it is read anew", async ({
  page,
  signIn,
  stage,
}) => {
  await signIn("Mira Solberg", "/customers");
  await wholeTable(page);
  await untilKept(page);
  const rows = await rowsOf(tableOf(page)).allInnerTexts();
  expect(await kept(page)).toEqual([1, 1]);

  const release = await hold(page, stage.cloud);
  await page.reload();
  await expect(rowsOf(tableOf(page))).toHaveCount(rows.length);
  await expect(chip(page)).toHaveText(/^as of \d\d:\d\d, reading again/);
  await expect(page.getByRole("status").filter({ hasText: /^As of \d\d:\d\d, reading again\./ })).toBeVisible();
  await expect(tableOf(page)).toHaveAttribute("aria-busy", "true");
  release();
  await wholeTable(page);
  await expect(chip(page)).toHaveText(/^as of \d\d:\d\d·/);
});
