import type { Page } from "@playwright/test";
import type { WorldFile } from "../emulator/worlds/worlds";
import { geometryOf, scrolled, showBareRows, type Scrolled } from "./bare-rows";
import { figure, median, quantile } from "./figures";
import { largeWorld } from "./large-world";
import { observe } from "./observe";
import { heapMb, openPage, openStage, signIn, slowDown, untilIdle, type Stage } from "./stage";
import { looksAfter, timeSteps, typing, type Step } from "./steps";

/*
 * The product's own table of delegations, at 8,000 and at 100,000 rows, on a machine four times slower. A time runs from
 * the stamp of the key or press to the paint that shows what the same key showed when nobody measured.
 */
const runs = 3;
const scrolls = 5;
const slowness = 4;

type Subject = { world: () => WorldFile; queries: readonly string[] };

const subjects: Readonly<Record<string, Subject>> = {
  l: {
    world: () => ({ extends: "l", inheritFaults: false }),
    queries: ["northwind-", "solar", "keystone", "sub-no", "4f2a9", "zzzz"],
  },
  large: {
    world: largeWorld,
    queries: ["contoso-04", "keyvault", "sub-qz", "zzzz"],
  },
};

type Kind = "key" | "clear" | "sort";

function stepsOn(page: Page, queries: readonly string[], header: { x: number; y: number }): Step<Kind>[] {
  const sorting = Array.from({ length: 4 }, (): Step<Kind> => ({
    kind: "sort",
    act: () => page.mouse.click(header.x, header.y),
  }));
  // Sorting comes first: every round then types into the same order.
  return [...sorting, ...typing(page, queries)];
}

/** Signs in beside the table and comes to it, so that what it adds to the heap can be told from the rows themselves. */
async function openTable(stage: Stage) {
  const page = await openPage(stage.browser);
  await observe(page);
  await signIn(page, stage, "/customers");
  await page.waitForFunction(() => window.seen.complete !== undefined, undefined, { timeout: 300_000, polling: 500 });
  await untilIdle(page);
  const heapWithout = await heapMb(page);
  const link = page.getByRole("link", { name: /Delegations/ });
  await link.first().click();
  await page.locator("[role=grid][aria-label=delegations][aria-busy=false]").waitFor({ timeout: 60_000 });
  await untilIdle(page);
  return { page, heapWithout, heapWith: await heapMb(page) };
}

/** The table and bare rows of the same measures, in turn. */
async function scrollBoth({ browser }: Stage, page: Page) {
  const geometry = await geometryOf(page);
  const bare = await openPage(browser);
  await showBareRows(bare, geometry);
  await slowDown(bare, slowness);
  const [ours, bares]: [Scrolled[], Scrolled[]] = [[], []];
  // Whoever scrolls has the pointer over the rows.
  for (const one of [page, bare]) await one.mouse.move(700, 500);
  for (let run = 0; run < scrolls; run++) {
    await page.bringToFront();
    ours.push(await scrolled(page, geometry.rowHeight));
    await bare.bringToFront();
    bares.push(await scrolled(bare, geometry.rowHeight));
  }
  await bare.context().close();
  return { ours, bares, rows: geometry.count };
}

async function measure(stage: Stage, name: string, { world, queries }: Subject) {
  await stage.show(world());
  const { page, heapWithout, heapWith } = await openTable(stage);
  const box = await page.getByRole("columnheader", { name: "Scope" }).boundingBox();
  if (!box) throw new Error("There is no column Scope.");
  const steps = stepsOn(page, queries, { x: box.x + 20, y: box.y + box.height / 2 });
  const looks = await looksAfter(page, steps);
  await slowDown(page, slowness);
  const rounds: Awaited<ReturnType<typeof timeSteps<Kind>>>[] = [];
  for (let run = 0; run < runs; run++) rounds.push(await timeSteps(page, steps, looks));
  const { ours, bares, rows } = await scrollBoth(stage, page);
  await slowDown(page, 1);
  await untilIdle(page);
  const heapAfter = await heapMb(page);
  await page.context().close();

  const typed = (kind: Kind, share: number) => rounds.map((times) => quantile(times(kind), share));
  const whole = (kind: Kind, share: number) => rounds.map((times) => quantile(times(kind, "whole"), share));
  const frames = (all: readonly Scrolled[]) => all.map((one) => one.frames);
  const long = (all: readonly Scrolled[]) => all.map((one) => one.long);
  const blank = ours.map((one) => one.blank);
  console.log(`\n${name}: ${rows.toLocaleString("en")} rows, CPU ${slowness} times slower, medians of ${runs}`);
  figure("filter key to paint, p50", typed("key", 0.5), "ms");
  figure("filter key to paint, p95", typed("key", 0.95), "ms", { atMost: 120 });
  figure("the same until every row in view is painted", whole("key", 0.95), "ms");
  figure("clearing the filter, p50", typed("clear", 0.5), "ms");
  figure("sort by scope, p50", typed("sort", 0.5), "ms", { atMost: 75 });
  figure("the same until every row in view is painted", whole("sort", 0.5), "ms");
  figure(`scroll frames in 3 s, ${scrolls} runs`, frames(ours), "");
  figure("the same of bare rows", frames(bares), "");
  figure("ours / bare rows", [median(frames(ours)) / median(frames(bares))], "", { atLeast: 0.9 });
  figure("scroll frames over 50 ms", long(ours), "", { atMost: 1 });
  figure("the same of bare rows", long(bares), "");
  figure("scroll frames with a row missing", blank, "");
  figure("heap of the table", [heapWith - heapWithout], "MB");
  figure("the same after use", [heapAfter - heapWithout], "MB");
  figure("heap of the inventory and all else", [heapWithout], "MB");
}

const stage = await openStage();
try {
  for (const name of (process.argv[2] ?? "l,large").split(",")) {
    const subject = subjects[name];
    if (!subject) throw new Error(`${name} is none of ${Object.keys(subjects).join(", ")}.`);
    await measure(stage, name, subject);
  }
} finally {
  await stage.close();
}
