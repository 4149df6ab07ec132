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
    arm(expected?: string): void;
    armed: Promise<number>;
  }
}

/** Makes every document of the page keep account of itself. */
export const observe = (page: Page): Promise<unknown> => page.addInitScript(keepAccount);

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

  const arm = (expected?: string) => {
    window.armed = new Promise((resolve, reject) => {
      const begin = ({ timeStamp }: Event) => {
        for (const kind of kinds) removeEventListener(kind, begin, true);
        const look = () =>
          requestAnimationFrame(() => {
            const isThere = expected === undefined || looks() === expected;
            afterPaint(() => {
              const taken = performance.now() - timeStamp;
              if (isThere) resolve(taken);
              else if (taken < patience) look();
              else reject(new Error(`Expected ${expected}, found ${looks()}`));
            });
          });
        look();
      };
      for (const kind of kinds) addEventListener(kind, begin, true);
    });
  };

  Object.assign(window, { seen, looks, arm });
}
