import type { Page } from "@playwright/test";
import { expect, test, type WorldFile } from "./fixtures";
import { chip, readAgain } from "./reading";
import { columnOf, rowsOf, tableOf, wholeTable } from "./table";

test.use({ isSignedInByHand: true });

/** A failure that is not tried again. */
const down: NonNullable<WorldFile["faults"]>[number]["effect"] = { kind: "status", status: 400 };

/** Of how many people there are keys and readings in the browser, and which readings. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error("It failed."));
      });
    // Opened too early, it would be made here, and empty.
    const isThere = (await indexedDB.databases()).some(({ name }) => name === "fresnel");
    if (!isThere) return { keys: 0, owners: 0, parts: [], readings: 0 };
    const database = await done(indexedDB.open("fresnel"));
    const stores = database.transaction(["keys", "sealed"]);
    const keys = await done(stores.objectStore("keys").count());
    const labels = (await done(stores.objectStore("sealed").getAllKeys())) as [owner: string, part: string][];
    database.close();
    return {
      keys,
      owners: new Set(labels.map(([owner]) => owner)).size,
      parts: [...new Set(labels.map(([, part]) => part))].sort(),
      readings: labels.length,
    };
  });

const all = ["directory", "identities", "inventory", "roleAssignments", "tenant"];
const allOf = (people: number) => ({ keys: people, owners: people, parts: all, readings: people * all.length });
const nothing = { keys: 0, owners: 0, parts: [], readings: 0 };

/** Waits until everything that was read was kept for so many people. */
const untilKept = (page: Page, people = 1) => expect.poll(() => kept(page)).toEqual(allOf(people));

/** Changes a byte of all that is sealed. */
const damage = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open("fresnel");
        open.onsuccess = () => {
          const transaction = open.result.transaction("sealed", "readwrite");
          transaction.oncomplete = () => resolve(open.result.close());
          transaction.onabort = () => reject(transaction.error ?? new Error("It gave up."));
          const cursor = transaction.objectStore("sealed").openCursor();
          cursor.onsuccess = () => {
            if (!cursor.result) return;
            const sealed = cursor.result.value as { bytes: ArrayBuffer };
            new Uint8Array(sealed.bytes)[20]! ^= 1;
            cursor.result.update(sealed);
            cursor.result.continue();
          };
        };
      }),
  );

const signInIn = async (page: Page, name: string, url: string) => {
  await page.goto("/customers");
  await page.getByRole("button", { name: "Continue to Entra ID" }).click();
  await page.getByRole("button", { name: new RegExp(`^(\\S+ )?${name}`) }).click();
  await page.waitForURL((at) => at.origin === url && at.pathname === "/customers");
};

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

const isMarked = (page: Page) => page.evaluate(() => localStorage.getItem("fresnel:kept") !== null);

const openAccount = async (page: Page, name: string) => {
  await page
    .getByRole("banner")
    .getByRole("button", { name: new RegExp(name) })
    .click();
  return page.getByRole("dialog");
};

const signOut = async (page: Page, name: string) => {
  // The page leaves for the cloud and comes back; its address may name the sign-in page before it does.
  const back = page.waitForEvent("load");
  await (await openAccount(page, name)).getByRole("button", { name: "Sign out" }).click();
  await back;
  await page.waitForURL(/\/sign-in/);
};

/** Azure is asked for delegations: what the visit could begin with, it has. */
const isAsked = (page: Page) => page.waitForRequest(/microsoft\.resourcegraph/i);

test("a second visit shows the last inventory before Azure answers, with its age, until it is read anew", async ({
  page,
  signIn,
  stage,
}) => {
  await signIn("Mira Solberg", "/customers");
  await wholeTable(page);
  await untilKept(page);
  const rows = await rowsOf(tableOf(page)).allInnerTexts();
  // How much of each could be read stands behind its name.
  const named = async () =>
    (await columnOf(tableOf(page), "Customer")).map((text) => /^[\p{L} ]+/u.exec(text)?.[0].trim());
  const customers = await named();

  const release = await hold(page, stage.cloud);
  await page.reload();
  await expect(rowsOf(tableOf(page))).toHaveCount(rows.length);
  await expect(chip(page)).toHaveText(/^as of \d\d:\d\d, reading again/);
  await expect(page.getByRole("status").filter({ hasText: /^As of \d\d:\d\d, reading again\./ })).toBeVisible();
  await expect(tableOf(page)).toHaveAttribute("aria-busy", "true");
  // So are findings, and who reaches what.
  const rail = page.getByRole("navigation", { name: "Main" });
  await expect(rail.getByRole("link", { name: /^Findings, [1-9]\d* critical$/ })).toBeVisible();
  await rail.getByRole("link", { name: "Access" }).click();
  await page.getByRole("link", { name: "Principals" }).click();
  await expect(rowsOf(page.getByRole("grid", { name: "principals" })).first()).toBeVisible();
  await rail.getByRole("link", { name: /^Customers/ }).click();
  // What is selected while it is old stays selected when it is new.
  await rowsOf(tableOf(page)).nth(2).getByRole("checkbox").click();
  release();
  await wholeTable(page);
  await expect(chip(page)).toHaveText(/^as of \d\d:\d\d·/);
  await expect(rowsOf(tableOf(page)).nth(2)).toHaveAttribute("aria-selected", "true");

  await stage.show({
    extends: "s",
    inheritFaults: false,
    faults: [
      { service: "arm", effect: down },
      { service: "resourceGraph", effect: down },
    ],
  });
  await page.reload();
  await wholeTable(page);
  await expect.poll(named).toEqual(expect.arrayContaining(customers));
  await expect(chip(page)).toHaveText(/^as of \d\d:\d\d.*problems/);
  await expect(page.getByRole("status").filter({ hasText: /What was read at \d\d:\d\d is still shown/ })).toBeVisible();
});

test("what was read lately is not read again where a page is opened anew, but for the records of what one looks at", async ({
  page,
  signIn,
  watched,
}) => {
  await signIn("Mira Solberg", "/customers");
  await wholeTable(page);
  await untilKept(page);
  const queries = () =>
    watched.requests
      .filter((request) => /microsoft\.resourcegraph/i.test(request.url()))
      .map((request) => (request.postDataJSON() as { query: string }).query);
  const before = queries();
  await page.goto("/delegations?q=adatum-prod");
  await (await wholeTable(page)).getByRole("link", { name: "sub-adatum-prod" }).click();
  const panel = page.getByRole("complementary");
  await panel.getByText("Show the record").first().click();
  await expect(panel.locator("pre").first()).toContainText('"provisioningState": "Succeeded"');
  await expect(panel.getByText("Show the record")).toHaveCount(2);
  expect(queries()).toEqual(before);
});

test("what is kept is one person's, and goes with them in every tab", async ({ page, context, signIn, stage }) => {
  await signIn("Mira Solberg", "/customers");
  await wholeTable(page);
  await untilKept(page);

  const other = await context.newPage();
  const release = await hold(other, stage.cloud);
  const asked = isAsked(other);
  await signInIn(other, "Joon Baek", stage.url);
  await asked;
  await expect(rowsOf(tableOf(other))).toHaveCount(0);
  await expect(other.getByRole("main")).not.toContainText("Contoso");
  release();
  await wholeTable(other);
  await untilKept(other, 2);

  await signOut(page, "Mira Solberg");
  expect(await kept(page)).toEqual(allOf(1));
  expect(await isMarked(page)).toBe(true);
  await expect(chip(other)).toHaveText(/^as of/);

  // Signing out in one tab ends what another tab of the same person keeps.
  const second = await context.newPage();
  await signInIn(second, "Joon Baek", stage.url);
  await wholeTable(second);
  await signOut(second, "Joon Baek");
  await other.waitForURL(/\/sign-in/);
  await expect.poll(() => kept(second)).toEqual(nothing);
  expect(await isMarked(second)).toBe(false);
});

test("turned off nothing is kept, and what is damaged is read anew", async ({ page, signIn, stage }) => {
  await signIn("Mira Solberg", "/customers");
  await wholeTable(page);
  await untilKept(page);
  await damage(page);
  const release = await hold(page, stage.cloud);
  const asked = isAsked(page);
  await page.reload();
  await asked;
  await expect(rowsOf(tableOf(page))).toHaveCount(0);
  expect((await kept(page)).parts).not.toContain("inventory");
  release();
  await wholeTable(page);
  await untilKept(page);

  const keeping = (await openAccount(page, "Mira Solberg")).getByRole("radiogroup", { name: /for the next visit/ });
  await keeping.getByRole("radio", { name: "Off" }).click();
  await expect.poll(() => kept(page)).toEqual(nothing);
  await page.reload();
  await wholeTable(page);
  await readAgain(page);
  await wholeTable(page);
  expect(await kept(page)).toEqual(nothing);
  expect(await isMarked(page)).toBe(false);

  await (await openAccount(page, "Mira Solberg")).getByRole("radio", { name: "On" }).last().click();
  await expect.poll(async () => (await kept(page)).parts).toContain("inventory");
});
