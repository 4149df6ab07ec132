import type { Page } from "@playwright/test";
import { figure, median, quantile, type Target } from "./figures";
import { timed } from "./observe";
import { countRows, freshPage, load, quota, type Load } from "./one-load";
import { openStage, signIn, type Stage } from "./stage";

/*
 * How long a person waits after sign-in until customers are on screen, and until all are. The clock starts with the
 * document that takes over from the redirect page. The emulator adds the latency to every answer.
 */
const latencyMs = 80;
const runs = 3;
const slowness = 4;
const targets = {
  m: { firstRow: 2500, complete: () => 6000 },
  // Held to the least time of the 18 queries that reading the id of every definition would take.
  l: { firstRow: 3000, complete: () => 1.3 * (quota.windowMs + latencyMs) },
} as const;
type World = keyof typeof targets;

function worldOf(text: string): World {
  if (text === "m" || text === "l") return text;
  throw new Error(`There are targets for the worlds m and l, not for ${text}.`);
}

async function measure(stage: Stage, world: World, rate: number, rows: number) {
  const loads: Load[] = [];
  for (let run = 0; run < runs; run++) loads.push(await load(stage, rate));
  const queries = median(loads.map((one) => one.queries));
  const least = quota.windowMs * (Math.ceil(queries / quota.queries) - 1) + latencyMs;
  const { firstRow, complete } = targets[world];

  console.log(`\nWorld ${world}, CPU ${rate} times slower, ${loads[0]?.shown}, medians of ${runs}`);
  const say = (name: string, of: (one: Load) => number, unit = "", target?: Target) =>
    figure(name, loads.map(of), unit, target);
  say("first rows painted", (one) => one.firstRow, "ms", { atMost: firstRow });
  say("complete", (one) => one.complete, "ms", { atMost: complete() });
  say("complete, from the first Azure request on", (one) => one.complete - one.firstAzure, "ms");
  say("the quota's minimum", () => least, "ms");
  say(`queries for ${rows} rows`, (one) => one.queries, "", { atMost: Math.ceil(rows / 1000) + 6 });
  say("calls throttled", (one) => one.throttled);
  say("other calls", (one) => one.others);
  say("calls for single subscriptions, answered", (one) => one.forOne, "", { atMost: 0 });
  say("calls for single subscriptions, refused", (one) => one.forOneRefused);
  say("longest task from the first Azure request on", (one) => one.longest, "ms", { atMost: 200 });
  say("tasks of 50 ms and more from then on", (one) => one.tasks);
  say("longest task before it (scripts, hydration)", (one) => one.longestBefore, "ms", { atMost: 400 });
  say("sum of tasks of 50 ms and more before it", (one) => one.sumBefore, "ms");
  say("first Azure request", (one) => one.firstAzure, "ms");
}

/** Typing into the filter, and in another run scrolling, from the first rows on until all have come. */
async function useWhileLoading(stage: Stage, world: World) {
  const during = async <Result>(act: (page: Page) => Promise<Result>): Promise<Result> => {
    const page = await freshPage(stage, slowness);
    await signIn(page, stage, "/delegations");
    await page.waitForFunction(() => window.seen.firstRow !== undefined);
    const result = await act(page);
    await page.context().close();
    return result;
  };
  const keys: number[][] = [];
  const scrolls: { perSecond: number; longest: number }[] = [];
  for (let run = 0; run < runs; run++) {
    keys.push(await during(typeUntilComplete));
    scrolls.push(await during(scrollUntilComplete));
  }

  console.log(`\nWorld ${world}, CPU ${slowness} times slower, used while it loads, medians of ${runs}`);
  const typed = (name: string, of: (times: readonly number[]) => number, unit = "") => figure(name, keys.map(of), unit);
  typed("keys typed", (times) => times.length);
  typed("key to paint, p50", median, "ms");
  typed("key to paint, p95", (times) => quantile(times, 0.95), "ms");
  const perSecond = scrolls.map((one) => one.perSecond);
  figure("scrolling, frames a second", perSecond, "");
  const longest = scrolls.map((one) => one.longest);
  figure("scrolling, longest frame", longest, "ms");
}

async function typeUntilComplete(page: Page): Promise<number[]> {
  const keys = ["p", "r", "o", "d", "Backspace", "Backspace", "Backspace", "Backspace"];
  const times: number[] = [];
  await page.getByRole("searchbox").focus();
  for (let at = 0; (await page.evaluate(() => window.seen.complete)) === undefined; at++) {
    times.push(await timed(page, () => page.keyboard.press(keys[at % keys.length] ?? "x")));
    await page.waitForTimeout(100);
  }
  return times;
}

const scrollUntilComplete = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ perSecond: number; longest: number }>((resolve) => {
        const began = performance.now();
        let [frames, longest, last] = [0, 0, began];
        const step = (now: number) => {
          frames++;
          longest = Math.max(longest, now - last);
          last = now;
          if (window.seen.complete !== undefined)
            return resolve({ perSecond: (1000 * frames) / (now - began), longest });
          const table = document.querySelector("[role=grid]");
          table?.scrollBy({ top: table.scrollTop > 8000 ? -8000 : 190 });
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
  );

const stage = await openStage();
try {
  for (const world of (process.argv[2] ?? "m,l").split(",").map(worldOf)) {
    await stage.show({ extends: world, settings: { latencyMs }, inheritFaults: false });
    const rows = await countRows(stage);
    for (const rate of [slowness, 1]) await measure(stage, world, rate, rows);
    await useWhileLoading(stage, world);
  }
} finally {
  await stage.close();
}
