import type { Page } from "@playwright/test";
import { figure, quantile } from "./figures";
import { openPage, openStage, signIn, slowDown, untilIdle } from "./stage";

/*
 * From the press on a person's name in Principals of world L to the customers that person reaches, painted, on a machine
 * four times slower. The pointer rests on the name for a moment before, which the page makes use of. The first visit fetches the page's scripts; it is reported by itself.
 */
const slowness = 4;
const visits = 15;

/** Presses the person in a line of the table, and resolves with the milliseconds until the answer has been painted. */
async function visit(page: Page, line: number): Promise<number> {
  const link = page.locator(`[role=grid] [role=row][aria-rowindex="${line}"] a[href*="/principals/"]`).first();
  const name = await link.innerText();
  await page.evaluate((awaited) => {
    window.armed = new Promise((resolve) => {
      const begin = ({ timeStamp }: Event) => {
        removeEventListener("click", begin, true);
        // Asking in each frame would make frames that nobody else needs.
        const changes = new MutationObserver(() => {
          const isThere =
            document.querySelector("h1")?.textContent?.includes(awaited) &&
            document.querySelector(
              "[role=grid][aria-label='customers reached'] [role=row][aria-selected] [role=gridcell]:nth-child(2):not(:empty)",
            );
          if (!isThere) return;
          changes.disconnect();
          // A timer that is set while a frame is made fires after it has been painted.
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)));
        });
        changes.observe(document.body, { childList: true, subtree: true });
      };
      addEventListener("click", begin, true);
    });
  }, name);
  // As a hand does, the pointer rests on the name before it presses.
  await link.hover();
  await page.waitForTimeout(300);
  await link.click();
  const taken = await page.evaluate(() => window.armed);
  await page.goBack();
  await page.locator("[role=grid][aria-label=principals] [role=row][aria-selected]").first().waitFor();
  await page.waitForTimeout(500);
  return taken;
}

const stage = await openStage();
try {
  await stage.show({ extends: "l", inheritFaults: false });
  const page = await openPage(stage.browser);
  await signIn(page, stage, "/access/principals");
  await page.locator("[role=grid][aria-label=principals][aria-busy=false]").waitFor({ timeout: 600_000 });
  await untilIdle(page);
  await slowDown(page, slowness);
  const times: number[] = [];
  for (let line = 2; line < visits + 3; line++) times.push(await visit(page, line));
  const [first = NaN, ...others] = times;
  console.log(`\nA person's page, world L, CPU ${slowness} times slower, ${others.length} persons`);
  figure("first visit, from click to answer", [first], "ms");
  figure("from click to answer", others, "ms", { atMost: 100 });
  figure("from click to answer, p95", [quantile(others, 0.95)], "ms");
} finally {
  await stage.close();
}
