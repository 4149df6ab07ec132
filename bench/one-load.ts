import type { Page, Response } from "@playwright/test";
import { observe } from "./observe";
import { openPage, signIn, slowDown, type Stage } from "./stage";

export const quota = { queries: 15, windowMs: 5000 };

export type Load = Awaited<ReturnType<typeof load>>;

const isQuery = (answer: Response) => /\/providers\/microsoft\.resourcegraph\/resources/i.test(answer.url());
const isForOne = (answer: Response) => /\/subscriptions\/[^/?]/i.test(answer.url());

/** A page of a browser that has seen nothing yet, of a person whose quota is full. */
export async function freshPage(stage: Stage, rate: number): Promise<Page> {
  await new Promise((resolve) => setTimeout(resolve, quota.windowMs + 500));
  const page = await openPage(stage.browser);
  await observe(page);
  await slowDown(page, rate);
  return page;
}

/** Signs in, and waits until everything was read. Times are milliseconds of the document that took over after sign-in. */
export async function load(stage: Stage, rate: number) {
  const page = await freshPage(stage, rate);
  const answers: Response[] = [];
  page.on("response", (answer) => {
    if (answer.url().startsWith(stage.cloud) && !/\/oauth2\/|\/_emulator\//.test(answer.url())) answers.push(answer);
  });
  await signIn(page, stage, "/customers");
  await untilComplete(page);
  const { firstRow = NaN, complete = NaN, tasks, firstAzure, shown } = await page.evaluate(whatWasSeen, stage.cloud);
  await page.context().close();

  const queries = answers.filter(isQuery);
  const after = tasks.filter(({ at, ms }) => at + ms > firstAzure).map(({ ms }) => ms);
  const before = tasks.filter(({ at, ms }) => at + ms <= firstAzure).map(({ ms }) => ms);
  return {
    shown,
    firstRow,
    complete,
    firstAzure,
    queries: queries.filter((answer) => answer.status() === 200).length,
    throttled: answers.filter((answer) => answer.status() === 429).length,
    others: answers.length - queries.length,
    forOne: answers.filter((answer) => isForOne(answer) && answer.ok()).length,
    forOneRefused: answers.filter((answer) => isForOne(answer) && !answer.ok()).length,
    longest: Math.max(0, ...after),
    tasks: after.length,
    longestBefore: Math.max(0, ...before),
    sumBefore: before.reduce((sum, ms) => sum + ms, 0),
  };
}

export const untilComplete = async (page: Page): Promise<void> =>
  void (await page.waitForFunction(() => window.seen.complete !== undefined, undefined, {
    timeout: 120_000,
    polling: 500,
  }));

function whatWasSeen(cloud: string) {
  const starts = performance
    .getEntriesByType("resource")
    .filter(({ name }) => name.startsWith(cloud) && !name.includes("/oauth2/"))
    .map(({ startTime }) => startTime);
  const shown = document.querySelector("[role=search] [role=status]")?.textContent ?? "";
  return { ...window.seen, firstAzure: Math.min(...starts), shown };
}

/** How many rows the product's queries speak of: Resource Graph's own totals, one for each query. Nothing is timed. */
export async function countRows(stage: Stage): Promise<number> {
  const page = await openPage(stage.browser);
  await observe(page);
  const totals = new Map<string, Promise<number>>();
  page.on("response", (answer) => {
    if (!isQuery(answer) || !answer.ok()) return;
    const { query } = answer.request().postDataJSON() as { query: string };
    if (!totals.has(query))
      totals.set(
        query,
        answer.json().then(({ totalRecords }: { totalRecords: number }) => totalRecords),
      );
  });
  await signIn(page, stage, "/customers");
  await untilComplete(page);
  const counted = await Promise.all(totals.values());
  await page.context().close();
  return counted.reduce((sum, total) => sum + total, 0);
}
