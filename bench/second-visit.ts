import type { Page } from "@playwright/test";
import { figure } from "./figures";
import { observe } from "./observe";
import { quota, untilComplete } from "./one-load";
import { openPage, openStage, signIn, slowDown, untilIdle, type Stage } from "./stage";

/*
 * How long a person waits for customers who has been here before: after a reload of a signed-in tab, and in a new tab from
 * the return from sign-in. The browser has the scripts already, and the inventory that the visit before kept.
 */
const latencyMs = 80;
const runs = 3;
const slowness = 4;
const atMost = 1500;

type Visit = Readonly<{ firstRow: number; longestBefore: number; longestAfter: number; complete: number }>;

async function seenOn(page: Page): Promise<Visit> {
  await untilComplete(page);
  const { firstRow = NaN, complete = NaN, tasks } = await page.evaluate(() => window.seen);
  const longest = (some: typeof tasks) => Math.max(0, ...some.map(({ ms }) => ms));
  return {
    firstRow,
    complete,
    longestBefore: longest(tasks.filter(({ at }) => at < firstRow)),
    longestAfter: longest(tasks.filter(({ at }) => at >= firstRow)),
  };
}

/** Nothing is under way any more, what was read is kept, and the quota is full. */
async function untilAtRest(page: Page): Promise<void> {
  await page.waitForFunction(() => localStorage.getItem("fresnel:kept") !== null);
  await untilIdle(page);
  await page.waitForTimeout(quota.windowMs);
}

async function reloads(page: Page): Promise<Visit[]> {
  const visits: Visit[] = [];
  // The first reload is the one after which the browser keeps scripts compiled.
  for (let run = 0; run <= runs; run++) {
    await untilAtRest(page);
    await slowDown(page, slowness);
    await page.reload({ waitUntil: "commit" });
    const visit = await seenOn(page);
    if (run > 0) visits.push(visit);
    await slowDown(page, 1);
  }
  return visits;
}

async function newTabs(stage: Stage, page: Page): Promise<Visit[]> {
  const visits: Visit[] = [];
  for (let run = 0; run < runs; run++) {
    const tab = await page.context().newPage();
    await observe(tab);
    await slowDown(tab, slowness);
    await signIn(tab, stage, "/customers");
    visits.push(await seenOn(tab));
    await tab.close();
  }
  return visits;
}

function report(title: string, visits: readonly Visit[]) {
  console.log(`\n${title}, CPU ${slowness} times slower, medians of ${runs}`);
  const say = (name: string, of: (visit: Visit) => number, target?: { atMost: number }) =>
    figure(name, visits.map(of), "ms", target);
  say("first rows painted", ({ firstRow }) => firstRow, { atMost });
  say("longest task before them", ({ longestBefore }) => longestBefore);
  say("longest task after them", ({ longestAfter }) => longestAfter);
  say("read anew", ({ complete }) => complete);
}

const world = "l";
const stage = await openStage();
try {
  await stage.show({ extends: world, settings: { latencyMs } });
  const page = await openPage(stage.browser);
  await observe(page);
  await signIn(page, stage, "/customers");
  await untilComplete(page);
  report(`World ${world}, a signed-in tab reloaded`, await reloads(page));
  report(`World ${world}, a new tab after sign-in`, await newTabs(stage, page));
} finally {
  await stage.close();
}
