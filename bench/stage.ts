import { chromium, type Browser, type Page } from "@playwright/test";
import type { WorldFile } from "../emulator/worlds/worlds";
import { ensureBrowser } from "../scripts/browser.mjs";
import { ensureBuilt } from "../scripts/prepare.mjs";
import { environmentFor, freePort, startApp, startEmulator } from "../scripts/serve.mjs";

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** World XL, read without waiting for a quota: what is measured comes after. */
export const xlAtOnce: WorldFile = {
  extends: "xl",
  inheritFaults: false,
  settings: { resourceGraphQuota: { queries: 1000, windowSeconds: 5 }, armPageSize: 10_000 },
};

/** Somebody who may read everything. */
const persona = "Mira Solberg";

/** The production build, the cloud that it asks, and a browser for people with slower machines than this one. */
export async function openStage() {
  if (!(await ensureBuilt())) throw new Error("The build failed.");
  const executablePath = process.env["FRESNEL_BROWSER"] ?? (await ensureBrowser());
  if (!executablePath) throw new Error("No Chromium was found.");
  const emulator = await startEmulator({ port: await freePort(4_700) });
  const port = await freePort(3_700);
  const app = await startApp({ port, env: environmentFor(emulator.description, port) });
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-background-networking"] });
  const { tenantId, endpoints } = emulator.description;
  const cloud = new URL(endpoints.resourceManager.reachedAt).origin;

  return {
    url: app.url,
    cloud,
    browser,

    /** Replaces what exists; nobody's quota is used up afterwards. */
    async show(world: WorldFile) {
      const body = JSON.stringify({ ...world, tenantId });
      const answer = await fetch(`${cloud}/_emulator/worlds`, { method: "POST", body });
      if (!answer.ok) throw new Error(await answer.text());
    },

    async close() {
      await browser.close();
      await Promise.all([app.stop(), emulator.stop()]);
    },
  };
}

/** A page in a browser that has seen nothing yet. */
export async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  // The compiler names functions by a function of its own, which the page lacks.
  await context.addInitScript("globalThis.__name = (named) => named");
  return context.newPage();
}

/** How many times slower the page's main thread runs, from now on. */
export async function slowDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

/** Signs in on the way to `to`, and resolves as soon as the cloud sends the person back. */
export async function signIn(page: Page, { url }: Pick<Stage, "url">, to: string): Promise<void> {
  await page.goto(url + to);
  await page.getByRole("button", { name: "Continue to Entra ID" }).click();
  await page.getByRole("button", { name: new RegExp(`^(\\S+ )?${persona}`) }).click();
  await page.waitForURL((address) => address.origin === url && address.pathname === to, { waitUntil: "commit" });
}

/** Waits until the page has nothing to do: what it prepares ahead is prepared. */
export async function untilIdle(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const worked = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
  };
  for (let last = await worked(), quiet = 0; quiet < 2;) {
    await page.waitForTimeout(1000);
    const now = await worked();
    quiet = now - last < 0.05 ? quiet + 1 : 0;
    last = now;
  }
}

/** The page's heap after everything unused was thrown away. */
export async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  return (await session.send("Runtime.getHeapUsage")).usedSize / 2 ** 20;
}
