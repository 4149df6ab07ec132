import type { Page } from "@playwright/test";
import { figure, quantile } from "./figures";
import { observe } from "./observe";
import { openPage, openStage, signIn, slowDown, untilIdle, type Stage } from "./stage";
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

type Steps = ReturnType<typeof typing>;

async function measure(page: Page, steps: Steps, looks: readonly string[], { slowness, runs }: Speed): Promise<void> {
  await slowDown(page, slowness);
  const rounds: Awaited<ReturnType<typeof timeSteps<"key" | "clear">>>[] = [];
  for (let run = 0; run < runs; run++) rounds.push(await timeSteps(page, steps, looks));
  await slowDown(page, 1);
  const typed = (kind: "key" | "clear", share: number) => rounds.map((times) => quantile(times(kind), share));
  const held = slowness > 1 ? target : undefined;
  console.log(` ${slowness > 1 ? `CPU ${slowness} times slower, medians of ${runs}` : "at full speed, once"}`);
  figure("keydown to painted rows, p50", typed("key", 0.5), "ms", held);
  figure("keydown to painted rows, p95", typed("key", 0.95), "ms", held);
  figure("the slowest key", typed("key", 1), "ms");
  figure("clearing the filter, p50", typed("clear", 0.5), "ms");
}

const stage = await openStage();
try {
  await stage.show({
    extends: "xl",
    inheritFaults: false,
    settings: { resourceGraphQuota: { queries: 1000, windowSeconds: 5 }, armPageSize: 10_000 },
  });
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
