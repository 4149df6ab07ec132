import type { Page, Response } from "@playwright/test";
import { figure, median, quantile } from "./figures";
import { observe, timed } from "./observe";
import { openPage, openStage, signIn, slowDown, type Stage } from "./stage";

/*
 * How long a person waits after sign-in until customers are on screen, and until all are. The clock starts with the
 * document that takes the code which the redirect page hands over. The emulator adds the latency to every answer.
 */
const latencyMs = 80;
const runs = 3;
const quota = { queries: 15, windowMs: 5000 };
const targets = {
  m: { firstRow: 2500, complete: () => 6000 },
  l: { firstRow: 3000, complete: (least: number) => 1.3 * least },
} as const;
type World = keyof typeof targets;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const worldOf = (text: string): World => {
  if (text !== "m" && text !== "l") throw new Error(`There are targets for the worlds m and l, not for ${text}.`);
  return text;
};

async function measure(stage: Stage, world: World, rate: number, rows: number) {
  const loads: Load[] = [];
  for (let run = 0; run < runs; run++) loads.push(await load(stage, rate));
  const of = (value: (load: Load) => number) => loads.map(value);
  const queries = median(of(({ queries }) => queries));
  const least = quota.windowMs * (Math.ceil(queries / quota.queries) - 1) + latencyMs;
  const target = targets[world];
  console.log(`\nWorld ${world}, CPU ${rate} times slower, ${loads[0]?.shown}, medians of ${runs}`);
  figure(
    "first rows painted",
    of(({ firstRow }) => firstRow),
    "ms",
    { atMost: target.firstRow },
  );
  figure(
    "complete",
    of(({ complete }) => complete),
    "ms",
    { atMost: target.complete(least) },
  );
  figure(
    "complete / the quota's minimum",
    of(({ complete }) => complete / least),
    `of ${least} ms`,
  );
  figure(
    "complete - first Azure request / that minimum",
    of((load) => (load.complete - load.firstAzure) / least),
    "",
  );
  figure(
    `Resource Graph queries (${rows} rows)`,
    of(({ queries }) => queries),
    "",
    {
      atMost: Math.ceil(rows / 1000) + 6,
    },
  );
  figure(
    "Resource Graph queries refused",
    of(({ refused }) => refused),
    "",
  );
  figure(
    "other calls",
    of(({ others }) => others),
    "",
  );
  figure(
    "calls for single subscriptions",
    of(({ bySubscription }) => bySubscription),
    "",
    { atMost: 0 },
  );
  figure(
    "longest task from the first Azure request on",
    of(({ longest }) => longest),
    "ms",
    { atMost: 200 },
  );
  figure(
    "tasks over 50 ms from then on",
    of(({ tasks }) => tasks),
    "",
  );
  figure(
    "longest task before it (scripts, hydration)",
    of(({ longestBefore }) => longestBefore),
    "ms",
    {
      atMost: 400,
    },
  );
  figure(
    "sum of tasks over 50 ms before it",
    of(({ sumBefore }) => sumBefore),
    "ms",
  );
  figure(
    "first Azure request",
    of(({ firstAzure }) => firstAzure),
    "ms",
  );
}

type Load = Awaited<ReturnType<typeof load>>;

/** One sign-in in a fresh browser, with a full quota. */
async function load(stage: Stage, rate: number) {
  await pause(quota.windowMs + 500);
  const page = await openPage(stage.browser);
  await observe(page);
  await slowDown(page, rate);
  const answers: Response[] = [];
  page.on("response", (response) => void answers.push(response));
  await signIn(page, stage, "/customers");
  await page.waitForFunction(() => window.seen.complete !== undefined, undefined, { timeout: 60_000, polling: 500 });
  const { firstRow = NaN, complete = NaN, tasks, firstAzure, shown } = await page.evaluate(whatWasSeen, stage.cloud);
  await page.context().close();

  const asked = answers.filter((answer) => isAzure(answer.url(), stage.cloud));
  const queries = asked.filter((answer) => isQuery(answer.url()));
  const after = tasks.filter(({ at, ms }) => at + ms > firstAzure);
  const before = tasks.filter(({ at, ms }) => at + ms <= firstAzure);
  return {
    firstRow,
    complete,
    firstAzure,
    shown,
    queries: queries.filter((answer) => answer.status() === 200).length,
    refused: queries.filter((answer) => answer.status() === 429).length,
    others: asked.length - queries.length,
    bySubscription: asked.filter((answer) => /\/subscriptions\/[^/?]/i.test(answer.url())).length,
    longest: Math.max(0, ...after.map(({ ms }) => ms)),
    tasks: after.length,
    longestBefore: Math.max(0, ...before.map(({ ms }) => ms)),
    sumBefore: before.reduce((sum, { ms }) => sum + ms, 0),
  };
}

const isQuery = (url: string) => /\/providers\/microsoft\.resourcegraph\/resources/i.test(url);
const isAzure = (url: string, cloud: string) => url.startsWith(cloud) && !/\/oauth2\/|\/_emulator\//.test(url);

function whatWasSeen(cloud: string) {
  const starts = performance
    .getEntriesByType("resource")
    .filter(({ name }) => name.startsWith(cloud) && !name.includes("/oauth2/"))
    .map(({ startTime }) => startTime);
  const shown = document.querySelector("[role=search] [role=status]")?.textContent ?? "";
  return { ...window.seen, firstAzure: Math.min(...starts), shown };
}

/** How many rows the queries speak of that the product asks: Resource Graph's own totals, one for each query. */
async function countRows(stage: Stage): Promise<number> {
  const page = await openPage(stage.browser);
  await observe(page);
  const totals = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    if (!isQuery(response.url()) || response.status() !== 200) return;
    const { query } = response.request().postDataJSON() as { query: string };
    if (totals.has(query)) return;
    totals.set(
      query,
      response.json().then(({ totalRecords }: { totalRecords: number }) => totalRecords),
    );
  });
  await signIn(page, stage, "/customers");
  await page.waitForFunction(() => window.seen.complete !== undefined, undefined, { timeout: 60_000 });
  const counted = await Promise.all(totals.values());
  await page.context().close();
  return counted.reduce((sum, total) => sum + total, 0);
}

/** Typing into the filter, and in another run scrolling, from the first rows on until all have come. */
async function useWhileLoading(stage: Stage, world: World) {
  console.log(`\nWorld ${world}, CPU 4 times slower, used while it loads, medians of ${runs}`);
  const typed: number[][] = [];
  const scrolled: Awaited<ReturnType<typeof scrollUntilComplete>>[] = [];
  for (let run = 0; run < runs; run++) {
    typed.push(await during(stage, typeUntilComplete));
    scrolled.push(await during(stage, scrollUntilComplete));
  }
  figure(
    "keys typed",
    typed.map(({ length }) => length),
    "",
  );
  figure("key to paint, p50", typed.map(median), "ms");
  figure(
    "key to paint, p95",
    typed.map((keys) => quantile(keys, 0.95)),
    "ms",
  );
  figure(
    "scrolling, frames a second",
    scrolled.map(({ perSecond }) => perSecond),
    "",
  );
  figure(
    "scrolling, longest frame",
    scrolled.map(({ longest }) => longest),
    "ms",
  );
}

async function during<Result>(stage: Stage, act: (page: Page) => Promise<Result>): Promise<Result> {
  await pause(quota.windowMs + 500);
  const page = await openPage(stage.browser);
  await observe(page);
  await slowDown(page, 4);
  await signIn(page, stage, "/delegations");
  await page.waitForFunction(() => window.seen.firstRow !== undefined);
  const result = await act(page);
  await page.context().close();
  return result;
}

async function typeUntilComplete(page: Page): Promise<number[]> {
  const keys = ["p", "r", "o", "d", "Backspace", "Backspace", "Backspace", "Backspace"];
  const times: number[] = [];
  await page.evaluate(() => document.querySelector<HTMLInputElement>("input[type=search]")?.focus());
  for (let at = 0; (await page.evaluate(() => window.seen.complete)) === undefined; at++) {
    times.push(await timed(page, () => page.keyboard.press(keys[at % keys.length] ?? "x")));
    await pause(100);
  }
  return times;
}

const scrollUntilComplete = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ perSecond: number; longest: number }>((resolve) => {
        const table = document.querySelector("[role=grid],[role=treegrid]");
        const began = performance.now();
        const frames: number[] = [];
        let last = began;
        const step = (now: number) => {
          frames.push(now - last);
          last = now;
          if (window.seen.complete === undefined) {
            table?.scrollBy({ top: table.scrollTop > 8000 ? -8000 : 190 });
            requestAnimationFrame(step);
          } else resolve({ perSecond: (1000 * frames.length) / (now - began), longest: Math.max(...frames) });
        };
        requestAnimationFrame(step);
      }),
  );

const stage = await openStage();
try {
  const worlds = (process.argv[2] ?? "m,l").split(",").map(worldOf);
  for (const world of worlds) {
    await stage.show({ extends: world, settings: { latencyMs }, inheritFaults: false });
    const rows = await countRows(stage);
    for (const rate of [4, 1]) await measure(stage, world, rate, rows);
    await useWhileLoading(stage, world);
  }
} finally {
  await stage.close();
}
