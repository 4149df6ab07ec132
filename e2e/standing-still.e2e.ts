import { expect, test, type WorldFile } from "./fixtures";
import { rowsOf, tableOf, wholeTable } from "./table";

type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean };

/** Runs in the page: sums up how far things moved by themselves. */
function watchShifts() {
  Object.assign(window, { shifted: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Shift[])
      if (!entry.hadRecentInput) Object.assign(window, { shifted: Reflect.get(window, "shifted") + entry.value });
  }).observe({ type: "layout-shift", buffered: true });
}

// Slow, and not all of it comes: every banner that there is about reading shows at some time.
const world: WorldFile = {
  extends: "s",
  consented: ["User.Read", "GroupMember.Read.All"],
  faults: [
    { service: "arm", match: { contains: "registrationAssignments" }, effect: { kind: "latency", ms: 800 } },
    { service: "arm", match: { contains: "/roleAssignments" }, effect: { kind: "status", status: 403 }, rate: 0.5 },
    { service: "graph", effect: { kind: "latency", ms: 300 } },
  ],
};

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
])
  test.describe(`${viewport.width} wide`, () => {
    test.use({ viewport, world });

    for (const path of ["/customers", "/delegations", "/access/principals", "/access/assignments", "/access/mine"])
      test(`nothing moves under one's finger on ${path} while it is read`, async ({ page, signIn, watched }) => {
        watched.allow(/403/);
        await page.addInitScript(watchShifts);
        await signIn("Mira Solberg", path);
        const first = rowsOf(tableOf(page)).first();
        await expect(first).toBeVisible({ timeout: 30_000 });
        const before = await first.boundingBox();
        await wholeTable(page);
        const notices = page.getByRole("region", { name: "Notices" });
        await expect(notices.getByRole("status").filter({ hasText: "could not" }).first()).toBeVisible();
        expect((await first.boundingBox())?.y, "where the first row stands").toBe(before?.y);
        expect(await page.evaluate(() => Number(Reflect.get(window, "shifted")))).toBeLessThan(0.05);
      });
  });

for (const [width, height, most] of [
  [390, 844, 97],
  [1440, 900, 80],
] as const)
  test.describe(`what could not be read, ${width} wide`, () => {
    test.use({ viewport: { width, height } });

    test("is a line for each, and tells all of it when asked", async ({ page, signIn, watched }) => {
      watched.allow(/403/);
      await signIn("Mira Solberg", "/access/principals");
      const notices = page.getByRole("region", { name: "Notices" });
      const people = notices.getByRole("status").filter({ hasText: "about people could not be read" });
      await expect(people).toBeVisible();
      await expect(notices.getByRole("status")).toHaveCount(2);
      for (const notice of await notices.getByRole("status").all()) await expect(notice).toBeInViewport({ ratio: 1 });
      expect((await notices.boundingBox())?.height).toBeLessThan(most);
      const details = people.getByRole("button", { name: "Details" });
      await details.click();
      await expect(details).toHaveAttribute("aria-expanded", "true");
      const said = people.getByText("consent to Member.Read.Hidden");
      await said.scrollIntoViewIfNeeded();
      expect(await said.evaluate((text) => text.scrollWidth <= text.clientWidth || text.clientWidth === 0)).toBe(true);
      await expect(people.getByRole("button", { name: "Retry" })).toBeVisible();
    });
  });
