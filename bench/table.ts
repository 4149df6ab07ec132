import type { Page } from "@playwright/test";
import type { WorldFile } from "../emulator/worlds/worlds";
import { geometryOf, scrolled, showBareRows } from "./bare-rows";
import { figure, median, quantile } from "./figures";
import { largeWorld } from "./large-world";
import { observe, timed } from "./observe";
import { heapMb, openPage, openStage, signIn, slowDown, untilIdle, type Stage } from "./stage";

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

type Step = { kind: "key" | "clear" | "sort"; before?: () => Promise<void>; act: () => Promise<void> };

function stepsOn(page: Page, queries: readonly string[], header: { x: number; y: number }): Step[] {
  const press = (key: string) => () => page.keyboard.press(key);
  const typing = queries.flatMap((query): Step[] => [
    ...[...query].map((key): Step => ({ kind: "key", act: press(key) })),
    { kind: "clear", before: press("Control+a"), act: press("Backspace") },
  ]);
  const sorting = Array.from({ length: 4 }, (): Step => ({
    kind: "sort",
    act: () => page.mouse.click(header.x, header.y),
  }));
  // Sorting comes first: every round then types into the same order.
  return [...sorting, ...typing];
}

/** What the table looks like after each step, when it has all the time it wants. */
async function looksAfter(page: Page, steps: readonly Step[]): Promise<string[]> {
  const looks: string[] = [];
  for (const { before, act } of steps) {
    await before?.();
    await act();
    await page.waitForTimeout(400);
    looks.push(await page.evaluate(() => window.looks()));
  }
  return looks;
}

async function measure(stage: Stage, name: string, { world, queries }: Subject) {
  await stage.show(world());
  const page = await openPage(stage.browser);
  await observe(page);
  await signIn(page, stage, "/customers");
  await page.waitForFunction(() => window.seen.complete !== undefined, undefined, { timeout: 300_000, polling: 500 });
  await untilIdle(page);
  const before = await heapMb(page);
  await page
    .getByRole("link", { name: /Delegations/ })
    .first()
    .click();
  await page.locator("[role=grid][aria-label=delegations][aria-busy=false]").waitFor({ timeout: 60_000 });
  await untilIdle(page);
  const mounted = await heapMb(page);

  const box = await page.getByRole("columnheader", { name: "Scope" }).boundingBox();
  if (!box) throw new Error("There is no column Scope.");
  const steps = stepsOn(page, queries, { x: box.x + 20, y: box.y + box.height / 2 });
  await page.getByRole("searchbox").focus();
  const looks = await looksAfter(page, steps);
  await slowDown(page, slowness);
  const times: Record<Step["kind"], number[][]> = { key: [], clear: [], sort: [] };
  for (let run = 0; run < runs; run++) {
    await page.getByRole("searchbox").focus();
    const taken: Record<Step["kind"], number[]> = { key: [], clear: [], sort: [] };
    for (const [at, { kind, before: prepare, act }] of steps.entries()) {
      await prepare?.();
      taken[kind].push(await timed(page, act, looks[at]));
      await page.waitForTimeout(150);
    }
    for (const kind of ["key", "clear", "sort"] as const) times[kind].push(taken[kind]);
  }

  const geometry = await geometryOf(page);
  const bare = await openPage(stage.browser);
  await showBareRows(bare, geometry);
  await slowDown(bare, slowness);
  const ours: Awaited<ReturnType<typeof scrolled>>[] = [];
  const bares: typeof ours = [];
  for (let run = 0; run < scrolls; run++) {
    for (const [tab, seen] of [
      [page, ours],
      [bare, bares],
    ] as const) {
      await tab.bringToFront();
      seen.push(await scrolled(tab, geometry.rowHeight));
    }
  }
  await slowDown(page, 1);
  await untilIdle(page);
  const used = await heapMb(page);

  const of = (kind: Step["kind"], share: number) => times[kind].map((taken) => quantile(taken, share));
  console.log(
    `\n${name}: ${geometry.count.toLocaleString("en")} rows, CPU ${slowness} times slower, medians of ${runs} runs`,
  );
  figure("filter key to paint, p50", of("key", 0.5), "ms");
  figure("filter key to paint, p95", of("key", 0.95), "ms", { atMost: 120 });
  figure("clearing the filter, p50", of("clear", 0.5), "ms");
  figure("sort by a column of its own for each row, p50", of("sort", 0.5), "ms", { atMost: 75 });
  figure(
    `scroll frames in 3 s, ${scrolls} runs`,
    ours.map(({ frames }) => frames),
    "",
  );
  figure(
    "the same of bare rows",
    bares.map(({ frames }) => frames),
    "",
  );
  const ratio = median(ours.map(({ frames }) => frames)) / median(bares.map(({ frames }) => frames));
  figure("ours / bare rows", [ratio], "", { atLeast: 0.9 });
  figure(
    "scroll frames over 50 ms",
    ours.map(({ long }) => long),
    "",
    { atMost: 1 },
  );
  figure(
    "the same of bare rows",
    bares.map(({ long }) => long),
    "",
  );
  figure(
    "scroll frames with a row missing",
    ours.map(({ blank }) => blank),
    "",
  );
  figure("heap of the table, as shown and after use", [mounted - before, used - before], "MB");
  figure("heap of the whole inventory", [before], "MB");
  await page.context().close();
  await bare.context().close();
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
