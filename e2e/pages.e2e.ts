import { expect, test } from "./fixtures";
import { rowsOf, tableOf, wholeTable } from "./table";

test.describe("while much is still read", () => {
  test.use({
    world: {
      extends: "s",
      faults: [
        {
          service: "arm",
          match: { contains: "/providers/Microsoft.ManagedServices" },
          effect: { kind: "latency", ms: 30_000 },
        },
      ],
    },
  });

  test("a page whose scripts do not come says so, and the others work", async ({ page, signIn, watched }) => {
    watched.allow(/net::ERR_FAILED|ChunkLoadError/);
    await signIn("Mira Solberg");
    await expect(page.getByRole("heading", { level: 1, name: "Customers" })).toBeVisible();
    await page.route("**/_next/static/chunks/*.js", (route) => route.abort());
    const rail = page.getByRole("navigation", { name: "Main" });
    await rail.getByRole("link", { name: /^Access/ }).click();
    await expect(page.getByRole("heading", { name: "This page could not be fetched" })).toBeVisible();
    await rail.getByRole("link", { name: /^Customers/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Customers" })).toBeVisible();
    await page.unroute("**/_next/static/chunks/*.js");
    await page.goBack();
    await page.getByRole("button", { name: "Load again" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Access" })).toBeVisible();
  });
});

test("Back goes through pages, filters and open rows as they were, and a loaded page begins where it was", async ({
  page,
  signIn,
}) => {
  await signIn("Mira Solberg");
  await wholeTable(page);
  await page.getByRole("searchbox").fill("fourth");
  await expect(page).toHaveURL(/q=fourth/);
  await page.getByRole("link", { name: "Fourth Coffee" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Fourth Coffee" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Fourth Coffee" })).toBeVisible();
  const asked: string[] = [];
  page.on("request", (request) => request.url().includes("_rsc=") && asked.push(request.url()));
  await page.goBack();
  await expect(page.getByRole("searchbox")).toHaveValue("fourth");
  await expect(page.getByRole("search").getByRole("status")).toHaveText("1 of 12 customers");
  await page.goForward();
  await expect(page.getByRole("heading", { level: 1, name: "Fourth Coffee" })).toBeVisible();
  expect(asked, "what Next asked the server").toEqual([]);
});

test("icons of other pages are fetched ahead, and show without a network, too", async ({
  page,
  context,
  signIn,
  watched,
}) => {
  watched.allow(/ERR_INTERNET_DISCONNECTED/);
  const fetched = new Set<string>();
  page.on("requestfinished", (request) => /-light.*\.png$/.test(request.url()) && fetched.add(request.url()));
  await signIn("Mira Solberg");
  await wholeTable(page);
  await expect.poll(() => fetched.size).toBeGreaterThanOrEqual(9);
  await context.setOffline(true);
  const missed: string[] = [];
  page.on("requestfailed", (request) => request.url().endsWith(".png") && missed.push(request.url()));
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: /^Delegations/ })
    .click();
  await expect(rowsOf(tableOf(page)).first()).toBeVisible();
  expect(missed).toEqual([]);
});
