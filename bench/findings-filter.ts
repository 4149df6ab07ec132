import type { Page } from "@playwright/test";
import { figure, quantile } from "./figures";
import { observe, timed, type Looks } from "./observe";
import { openPage, openStage, signIn, slowDown, untilIdle, xlAtOnce, type Stage } from "./stage";
import { looksAfter, timeSteps, typing } from "./steps";

/*
 * Typing into the filter of Findings in world XL, grouped as it opens and without groups. A key's time is that of
 * bench/table.ts: from the stamp of keydown to the paint that shows what the same key showed when nobody measured.
 */
const queries = ["owner", "contoso prod", "keys standing", "northwind", "lh-sec-001", "deleted", "zzzz"];
const target = { atMost: 50 };
type Speed = Readonly<{ slowness: number; runs: number }>;
const speeds: readonly Speed[] = [
  { slowness: 1, runs: 1 },
  { slowness: 4, runs: 3 },
];
const patience = 900_000;

const ways = [
  { words: "grouped by rule, as it opens", path: "/findings" },
  { words: "without groups", path: "/findings?group=none" },
];

async function openFindings({ browser, url }: Stage): Promise<Page> {
  const page = await openPage(browser);
  await observe(page);
  await signIn(page, { url }, "/findings");
  return page;
}

const untilJudged = async (page: Page) => {
  await page
    .locator(":is([role=grid],[role=treegrid])[aria-label=findings][aria-busy=false]")
    .waitFor({ timeout: patience });
  await untilIdle(page);
};

/** Keys in a field of the same page that nothing listens to: what the browser takes for itself. */
async function timeBareKeys(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const field = document.createElement("input");
    field.id = "bare";
    field.style.cssText = "position: fixed; top: 0; left: 0";
    document.body.append(field);
    field.focus();
  });
  const times: number[] = [];
  for (const key of queries.slice(0, 3).join("")) {
    times.push(await timed(page, () => page.keyboard.press(key)));
    await page.waitForTimeout(150);
  }
  await page.evaluate(() => document.querySelector("#bare")?.remove());
  return times;
}

type Steps = ReturnType<typeof typing>;

async function measure(page: Page, steps: Steps, looks: readonly Looks[], { slowness, runs }: Speed): Promise<void> {
  await slowDown(page, slowness);
  const rounds: Awaited<ReturnType<typeof timeSteps<"key" | "clear">>>[] = [];
  const longest: number[] = [];
  for (let run = 0; run < runs; run++) {
    await page.evaluate(() => (window.seen.tasks = []));
    rounds.push(await timeSteps(page, steps, looks));
    longest.push(await page.evaluate(() => Math.max(0, ...window.seen.tasks.map(({ ms }) => ms))));
  }
  const bare = await timeBareKeys(page);
  await slowDown(page, 1);
  const typed = (kind: "key" | "clear", share: number) => rounds.map((times) => quantile(times(kind), share));
  const whole = rounds.map((times) => quantile(times("key", "whole"), 0.95));
  const held = slowness > 1 ? target : undefined;
  console.log(` ${slowness > 1 ? `CPU ${slowness} times slower, medians of ${runs}` : "at full speed, once"}`);
  figure("keydown to painted rows, p50", typed("key", 0.5), "ms", held);
  figure("keydown to painted rows, p95", typed("key", 0.95), "ms", held);
  figure("the same until every row in view is painted", whole, "ms");
  figure("the slowest key", typed("key", 1), "ms");
  figure("a key in a bare field of the page, p50", [quantile(bare, 0.5)], "ms");
  figure("clearing the filter, p50", typed("clear", 0.5), "ms");
  // Sums and rows out of view follow the paint: they must not hold up the next key.
  figure("longest task while typing", longest, "ms");
}

const stage = await openStage();
try {
  await stage.show(xlAtOnce);
  const page = await openFindings(stage);
  await untilJudged(page);
  for (const { words, path } of ways) {
    await page.goto(stage.url + path);
    await untilJudged(page);
    const shown = await page.getByRole("search").getByRole("status").innerText();
    console.log(`\nFindings of world XL, ${words}: ${shown.replace(/\s+/g, " ")}, ${queries.join("").length} keys`);
    const steps = typing(page, queries);
    const looks = await looksAfter(page, steps);
    for (const speed of speeds) await measure(page, steps, looks, speed);
  }
} finally {
  await stage.close();
}
