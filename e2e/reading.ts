import type { Locator, Page, Request } from "@playwright/test";
import { expect } from "./fixtures";

/** The chip that tells how fresh and how complete the page is. */
export const chip = (page: Page): Locator => page.getByRole("banner").getByRole("button", { name: /^(as of|reading)/ });

/** Opens the account of what was read, and answers it. */
export async function account(page: Page): Promise<Locator> {
  const panel = page.getByRole("dialog", { name: "Freshness" });
  if (!(await panel.isVisible())) await chip(page).click();
  await expect(panel.getByRole("heading").first()).toBeVisible();
  return panel;
}

export async function readAgain(page: Page): Promise<void> {
  await (await account(page)).getByRole("button", { name: /Read again/ }).click();
  await page.keyboard.press("Escape");
}

const step = 3_000;
/** Longer than any pause between two tries. */
const silence = 42_000;
/** Real time that the next answer may take before the page's clock runs ahead of it. */
const patience = 300;

/**
 * Waits until everything was read or given up: nothing is on its way, and nothing more is asked. The page's clock, which the
 * test has installed, runs ahead meanwhile, so that pauses between tries pass at once. It waits for answers that are on
 * their way: they come in real time, and a clock that outran them would end each try at its time limit.
 */
export async function readToTheEnd(page: Page): Promise<void> {
  const underWay = new Set<Request>();
  let quiet = 0;
  let wake = () => {};
  const started = (request: Request) => void (underWay.add(request), (quiet = 0));
  const ended = (request: Request) => void (underWay.delete(request), wake());
  const endsSoon = () =>
    new Promise<boolean>((resolve) => {
      const timer = setTimeout(resolve, patience, false);
      wake = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  page.on("request", started).on("requestfinished", ended).on("requestfailed", ended);
  const isReading = async () => !(await chip(page).allTextContents()).some((text) => !text.includes("reading"));
  while (quiet < silence || (await isReading())) {
    while (underWay.size > 0 && (await endsSoon()));
    await page.clock.runFor(step);
    quiet = underWay.size === 0 ? quiet + step : 0;
  }
  page.off("request", started).off("requestfinished", ended).off("requestfailed", ended);
  await expect(chip(page)).toHaveText(/as of/);
  await expect(page.getByRole("progressbar")).toHaveCount(0);
}

/**
 * Writes down every different number of seconds until "Reading goes on", from now on and however briefly it is shown:
 * looking now and then would miss some on a busy machine.
 */
export async function recordWaits(page: Page): Promise<() => Promise<readonly number[]>> {
  await page.addInitScript(() => {
    const waits = new Set<number>();
    Object.assign(window, { waits });
    const look = () => {
      const [, seconds] = /goes on in (\d+) s/.exec(document.body?.textContent ?? "") ?? [];
      if (seconds !== undefined) waits.add(Number(seconds));
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => [...(Reflect.get(window, "waits") as Set<number>)]);
}

/** "Delegations 44" in the page's title: how many rows there are. */
export async function counted(page: Page): Promise<number> {
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toHaveText(/\d$/);
  return Number(/([\d,]+)$/.exec(await title.innerText())?.[1]?.replaceAll(",", ""));
}
