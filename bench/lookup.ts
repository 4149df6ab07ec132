import type { Page } from "@playwright/test";
import { accessOf } from "../e2e/access-of-world";
import { createWorld } from "../emulator/worlds/worlds";
import { assess } from "../lib/domain/findings/engine/assess";
import { prepare } from "../lib/domain/findings/engine/assessment";
import { findingRows } from "../lib/domain/findings/rows/finding-rows";
import { countByCustomer, countSeverities } from "../lib/domain/findings/rows/severity-counts";
import { untoldIn } from "../lib/domain/findings/rows/untold";
import { find } from "../lib/lookup/find";
import type { LookupIndex } from "../lib/lookup/lookup-index";
import { indexSources, type LookupSources } from "../lib/queries/lookup";
import { finish } from "../lib/table/slices";
import { figure, quantile } from "./figures";
import { openPage, openStage, signIn, slowDown, untilIdle, xlAtOnce } from "./stage";

/*
 * The search in world XL: first what it looks through and the search itself, in Node on one thread; then the whole of it in a
 * browser, from a key to its answers.
 */
const runs = 7;
const tenantId = "11111111-2222-4333-8444-555555555555";
const now = new Date("2026-11-20T09:00:00Z");
const queries = ["contoso prod", "northwind", "rg-", "keys standing", "owner", "lh-sec-001", "wodgrove", "zzzz"];
const targets = { key: { atMost: 30 }, task: { atMost: 100 } };

/** What there is after each key of a query. */
const typed = (query: string): string[] => Array.from(query, (_, at) => query.slice(0, at + 1));

function sourcesOfXl(): LookupSources {
  const { inventory, directory, roleAssignments } = accessOf(createWorld({ extends: "xl", tenantId }, { now }));
  const assessment = prepare({ inventory, directory: { directory }, roleAssignments, now: now.getTime() });
  void assessment.access;
  const { findings, unjudged } = assess(assessment);
  const rows = finish(findingRows(findings, assessment));
  return {
    inventory,
    principals: directory.principals,
    findings: {
      findings,
      unjudged,
      assessment,
      rows,
      counts: countSeverities(rows),
      byCustomer: finish(countByCustomer(rows)),
      untold: finish(untoldIn(unjudged, assessment)),
      of: {
        inventory,
        directory,
        assignments: undefined,
        tenant: undefined,
        identities: undefined,
        operations: undefined,
        hasEligible: true,
        policy: undefined,
        isPartial: false,
      },
    },
    operations: undefined,
    others: [],
  };
}

function timed(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

/** The index, and the longest time between two of its steps: no slice can be shorter. */
function built(sources: LookupSources): { index: LookupIndex; longest: number } {
  const work = indexSources(sources);
  let longest = 0;
  for (;;) {
    let step: IteratorResult<void, LookupIndex> | undefined;
    longest = Math.max(
      longest,
      timed(() => (step = work.next())),
    );
    if (step?.done) return { index: step.value, longest };
  }
}

function measureAlone(): void {
  const sources = sourcesOfXl();
  const { index } = built(sources);
  console.log(
    `\nThe search alone, in Node: ${index.entries.length} entries, ${index.texts.folded.length} different texts`,
  );
  figure(
    "index built",
    Array.from({ length: runs }, () => timed(() => finish(indexSources(sources)))),
    "ms",
  );
  figure(
    "its longest step",
    Array.from({ length: runs }, () => built(sources).longest),
    "ms",
    targets.task,
  );
  const keys = () => {
    // What was found before is remembered within a query only.
    const fresh = { ...index };
    return queries.flatMap((query) => typed(query).map((text) => timed(() => find(fresh, text, { most: 4 }))));
  };
  keys();
  const p95 = Array.from({ length: runs }, () => quantile(keys(), 0.95));
  figure("a key, p95", p95, "ms", targets.key);
  figure(
    "a key, p95, times 4",
    p95.map((time) => time * 4),
    "ms",
    targets.key,
  );
}

declare global {
  interface Window {
    /** Tasks over 50 ms since this was last emptied. */
    long: number[];
    /** From the last key to the last change of the answers, painted. */
    answered: Promise<number>;
  }
}

const watchTasks = (page: Page) =>
  page.addInitScript(() => {
    window.long = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.long.push(duration);
    }).observe({ type: "longtask", buffered: true });
  });

const openSearch = async (page: Page) => {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search" }).waitFor();
};

/** Presses a key, and resolves with the milliseconds until the answers to it had been painted. */
async function press(page: Page, key: string): Promise<number> {
  await page.evaluate(() => {
    window.answered = new Promise((resolve) => {
      let start = 0;
      let last = 0;
      const list = document.querySelector("[role=listbox]")!;
      const changes = new MutationObserver(() =>
        requestAnimationFrame(() => setTimeout(() => (last = performance.now()))),
      );
      addEventListener(
        "keydown",
        ({ timeStamp }) => {
          start = timeStamp;
          changes.observe(list, { childList: true, subtree: true, characterData: true });
          setTimeout(() => {
            changes.disconnect();
            resolve(last === 0 ? 0 : last - start);
          }, 500);
        },
        { once: true, capture: true },
      );
    });
  });
  await page.keyboard.press(key);
  return page.evaluate(() => window.answered);
}

async function measureInBrowser(): Promise<void> {
  const stage = await openStage();
  try {
    await stage.show(xlAtOnce);
    const page = await openPage(stage.browser);
    await watchTasks(page);
    await signIn(page, stage, "/findings");
    await page
      .locator("[role=treegrid][aria-busy=false], [role=grid][aria-busy=false]")
      .first()
      .waitFor({ timeout: 900_000 });
    await untilIdle(page);
    for (const slowness of [1, 4]) {
      console.log(`\nIn the browser, world XL, ${slowness === 1 ? "at full speed" : `CPU ${slowness} times slower`}`);
      await page.reload();
      await page.getByRole("main").waitFor();
      await page
        .locator("[role=treegrid][aria-busy=false], [role=grid][aria-busy=false]")
        .first()
        .waitFor({ timeout: 900_000 });
      await untilIdle(page);
      await slowDown(page, slowness);
      await page.evaluate(() => (window.long = []));
      await openSearch(page);
      await page.keyboard.type("contoso");
      await page.getByRole("option").first().waitFor({ timeout: 60_000 });
      await untilIdle(page);
      figure(
        "longest task until the index is there",
        [Math.max(0, ...(await page.evaluate(() => window.long)))],
        "ms",
        targets.task,
      );
      const times: number[] = [];
      for (const query of queries) {
        await page.keyboard.press("Control+a");
        await page.keyboard.press("Backspace");
        await page.waitForTimeout(500);
        for (const key of query) times.push(await press(page, key));
      }
      const changed = times.filter((time) => time > 0);
      figure(`a key, from press to answers painted (${changed.length})`, changed, "ms");
      figure("the same, p95", [quantile(changed, 0.95)], "ms", targets.key);
    }
  } finally {
    await stage.close();
  }
}

const wanted = process.argv[2]?.split(",") ?? ["alone", "browser"];
if (wanted.includes("alone")) measureAlone();
if (wanted.includes("browser")) await measureInBrowser();
