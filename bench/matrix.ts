import type { Page } from "@playwright/test";
import { figure } from "./figures";
import { openPage, openStage, signIn, slowDown, untilIdle } from "./stage";

/*
 * The matrix of world L, with everybody who reaches anything, on a machine four times slower: moving it at full size and
 * at a size at which each cell is a few pixels, and changing its size by the wheel. One step a frame.
 */
const runs = 3;
const slowness = 4;
const seconds = 3;

type Moved = { perSecond: number; long: number };

/** Frames while the matrix is scrolled from one corner to the other, through all of it. */
const panned = (page: Page) =>
  page.evaluate(
    (duration) =>
      new Promise<Moved>((resolve) => {
        const grid = document.querySelector("[role=grid]")!;
        const [across, down] = [grid.scrollWidth - grid.clientWidth, grid.scrollHeight - grid.clientHeight];
        const distance = Math.min(4_500, Math.max(across, down));
        let [began, last, frames, long] = [0, 0, 0, 0];
        const step = (now: number) => {
          if (began === 0) began = now;
          else {
            frames++;
            if (now - last > 50) long++;
          }
          last = now;
          const share = (now - began) / duration;
          if (share >= 1) return resolve({ perSecond: frames / ((now - began) / 1000), long });
          // There and back, so that a matrix of any size moves all the time.
          const turn = 1 - Math.abs(1 - 2 * share);
          grid.scrollTo(Math.min(across, turn * distance), Math.min(down, turn * distance));
          requestAnimationFrame(step);
        };
        grid.scrollTo(0, 0);
        setTimeout(() => requestAnimationFrame(step), 300);
      }),
    seconds * 1000,
  );

/** Frames while a wheel with Ctrl makes cells smaller and larger again, a notch in every third frame. */
const zoomed = (page: Page) =>
  page.evaluate(
    (duration) =>
      new Promise<Moved>((resolve) => {
        const grid = document.querySelector("[role=grid]")!;
        const { left, top, width, height } = grid.getBoundingClientRect();
        let [began, last, frames, long] = [0, 0, 0, 0];
        const step = (now: number) => {
          if (began === 0) began = now;
          else {
            frames++;
            if (now - last > 50) long++;
          }
          last = now;
          if (now - began >= duration) return resolve({ perSecond: frames / ((now - began) / 1000), long });
          if (frames % 3 === 0)
            grid.dispatchEvent(
              new WheelEvent("wheel", {
                ...{ ctrlKey: true, bubbles: true, cancelable: true },
                deltaY: now - began < duration / 2 ? 100 : -100,
                clientX: left + width / 2,
                clientY: top + height / 2,
              }),
            );
          requestAnimationFrame(step);
        };
        setTimeout(() => requestAnimationFrame(step), 300);
      }),
    seconds * 1000,
  );

/** Frames, and the milliseconds of processor time that the page's main thread spends on each. */
async function counted(page: Page, move: (page: Page) => Promise<Moved>): Promise<Moved & { work: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN;
  };
  const before = await worked();
  const moved = await move(page);
  return { ...moved, work: (1000 * ((await worked()) - before)) / (moved.perSecond * seconds) };
}

/** The fastest this browser draws anything here: frames of a page that only counts them. */
const idle = (page: Page) =>
  page.evaluate(
    (duration) =>
      new Promise<number>((resolve) => {
        let [began, frames] = [0, 0];
        const step = (now: number) => {
          began ||= now;
          frames++;
          if (now - began >= duration) resolve(frames / ((now - began) / 1000));
          else requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    1000,
  );

async function repeat<Result>(run: () => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let count = 0; count < runs; count++) results.push(await run());
  return results;
}

async function report(name: string, page: Page, move: (page: Page) => Promise<Moved>) {
  const free = await repeat(() => counted(page, move));
  figure(
    `${name}, work of a frame × ${slowness}`,
    free.map(({ work }) => work * slowness),
    "ms",
    { atMost: 20 },
  );
  await slowDown(page, slowness);
  const slow = await repeat(() => move(page));
  await slowDown(page, 1);
  figure(
    `${name}, frames a second`,
    slow.map(({ perSecond }) => perSecond),
    "",
    { atLeast: 50 },
  );
  figure(
    `${name}, frames over 50 ms`,
    slow.map(({ long }) => long),
    "",
  );
}

const stage = await openStage();
try {
  await stage.show({ extends: "l", inheritFaults: false });
  const page = await openPage(stage.browser);
  await signIn(page, stage, "/access");
  const grid = page.locator("[role=grid][aria-label='Access of principals to customers'][aria-busy=false]");
  await grid.waitFor({ timeout: 600_000 });
  await page.getByRole("radio", { name: "Everybody" }).click();
  await untilIdle(page);
  const [rows, columns] = [await grid.getAttribute("aria-rowcount"), await grid.getAttribute("aria-colcount")];
  console.log(`\n${Number(columns) - 1} principals × ${Number(rows) - 1} customers, CPU ${slowness} times slower`);
  await slowDown(page, slowness);
  figure("frames a second of a page at rest", await repeat(() => idle(page)), "");
  await slowDown(page, 1);
  await report("moving at 100 %", page, panned);
  await report("changing the size", page, zoomed);
  await page.keyboard.press("0");
  for (let count = 0; count < 3; count++) await page.keyboard.press("+");
  await page.waitForTimeout(500);
  await report("moving with small cells", page, panned);
} finally {
  await stage.close();
}
