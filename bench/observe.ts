import type { Page } from "@playwright/test";

/** What a page saw of itself; times in milliseconds since the document began. */
export type Seen = {
  firstRow: number | undefined;
  complete: number | undefined;
  /** Tasks of 50 ms and more. */
  tasks: { at: number; ms: number }[];
};

declare global {
  interface Window {
    seen: Seen;
    /** What a person sees of the table's state: words typed, rows counted, the first row. */
    looks(): string;
    /** Measures the next key or press: the milliseconds until it has been painted, and looks as expected if that is said. */
    arm(expected?: string, expectedRows?: string): void;
    armed: Promise<number>;
    /** What the first column of every row in view says. */
    rowsLook(): string;
    /** After what was armed: the milliseconds until every row in view has been painted as expected, too. */
    wholeAt: Promise<number>;
  }
}

/** Makes every document of the page keep account of itself. */
export const observe = (page: Page): Promise<unknown> => page.addInitScript(keepAccount);

/** The same, and the milliseconds until every row in view was right. */
export async function timedWhole(page: Page, act: () => Promise<void>, expected: Looks): Promise<[number, number]> {
  await page.evaluate(({ first, rows }) => window.arm(first, rows), expected);
  await act();
  return page.evaluate(async () => [await window.armed, await window.wholeAt]);
}

/** What a table shows: its first row and how many there are, and every row in view. */
export type Looks = Readonly<{ first: string; rows: string }>;

/** Presses a key or a button, and resolves with the milliseconds from that event to the paint that shows its effect. */
export async function timed(page: Page, act: () => Promise<void>, expected?: string): Promise<number> {
  await page.evaluate((looks) => window.arm(looks), expected);
  await act();
  return page.evaluate(() => window.armed);
}

function keepAccount() {
  const table = ":is([role=grid],[role=treegrid])";
  const kinds = ["keydown", "click"];
  const patience = 20_000;
  const seen: Seen = { firstRow: undefined, complete: undefined, tasks: [] };

  // A message that is sent while a frame is made arrives after it has been painted.
  const afterPaint = (run: () => void) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      run();
    };
    port2.postMessage(undefined);
  };
  const soonPainted = (run: (now: number) => void) =>
    requestAnimationFrame(() => afterPaint(() => run(performance.now())));

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.tasks.push({ at: startTime, ms: duration });
  }).observe({ type: "longtask", buffered: true });

  let hasRows = false;
  const changes = new MutationObserver(() => {
    if (!hasRows && document.querySelector(`${table} [role=row][aria-selected]`)) {
      hasRows = true;
      soonPainted((now) => (seen.firstRow = now));
    }
    if (hasRows && document.querySelector(`${table}[aria-busy=false]`)) {
      changes.disconnect();
      soonPainted((now) => (seen.complete = now));
    }
  });
  changes.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["aria-busy"] });

  const looks = () =>
    [
      document.querySelector<HTMLInputElement>("input[type=search]")?.value,
      document.querySelector("[role=search] [role=status]")?.textContent,
      document.querySelector("[aria-sort=ascending],[aria-sort=descending]")?.getAttribute("aria-sort"),
      document.querySelector('[aria-rowindex="2"] > :is([aria-colindex="2"], [aria-colspan])')?.textContent,
    ].join(" | ");

  const rowsLook = () => {
    const body = document.querySelector(`${table} [role=rowgroup]`);
    const view = document.querySelector(table)?.getBoundingClientRect();
    return Array.from(body?.querySelectorAll("[aria-rowindex]") ?? [])
      .filter((row) => row.getBoundingClientRect().top < (view?.bottom ?? 0))
      .map((row) => `${row.ariaRowIndex} ${row.querySelector('[aria-colindex="2"],[aria-colspan]')?.textContent}`)
      .sort()
      .join("\n");
  };

  /** Resolves with the milliseconds from the next key or press to the paint that is as expected. */
  const until = (isThere: () => boolean, found: () => string) =>
    new Promise<number>((resolve, reject) => {
      const begin = ({ timeStamp }: Event) => {
        for (const kind of kinds) removeEventListener(kind, begin, true);
        const look = () =>
          requestAnimationFrame(() => {
            const isNow = isThere();
            afterPaint(() => {
              const taken = performance.now() - timeStamp;
              if (isNow) resolve(taken);
              else if (taken < patience) look();
              else reject(new Error(`Another look was expected than ${found()}`));
            });
          });
        look();
      };
      for (const kind of kinds) addEventListener(kind, begin, true);
    });

  const arm = (expected?: string, rows?: string) => {
    window.armed = until(() => expected === undefined || looks() === expected, looks);
    // Looking at every row takes the page's time, so it begins when the first ones have been seen.
    let isFirstSeen = false;
    void window.armed.then(() => (isFirstSeen = true));
    if (rows !== undefined) window.wholeAt = until(() => isFirstSeen && rowsLook() === rows, rowsLook);
  };

  Object.assign(window, { seen, looks, rowsLook, arm });
}
