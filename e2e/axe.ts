import type { Page } from "@playwright/test";
import type axe from "axe-core";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "./fixtures";

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const tags: string[] = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
/** What depends on colours; all else of a page is the same in both themes. */
const ofColours = ["color-contrast", "link-in-text-block"];

/** Fails the test, without ending it, for each element that breaks a rule in this state of the page, in either theme. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  const passed = await expectNothingFound(page, { type: "tag", values: tags }, state);
  expect(passed, `rules that found something to check: ${state}`).toBeGreaterThan(5);
  // Where the system chooses the colours there are no themes.
  if (await page.evaluate(() => matchMedia("(forced-colors: active)").matches)) return;
  const shown = await page.evaluate(() => document.documentElement.dataset["theme"]);
  const other = shown === "dark" ? "light" : "dark";
  await paint(page, other);
  await expectNothingFound(page, { type: "rule", values: ofColours }, `${state}, ${other}`);
  await paint(page, shown ?? "light");
}

async function expectNothingFound(page: Page, runOnly: axe.RunOnly, state: string): Promise<number> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const { violations, passes } = await page.evaluate(
    async (options) => {
      const { violations, passes } = await window.axe!.run(document, options);
      return { violations, passes: passes.length };
    },
    { runOnly, resultTypes: ["violations"] } satisfies axe.RunOptions,
  );
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(" ")}: ${failureSummary ?? ""}`),
  );
  expect.soft(found, state).toEqual([]);
  return passes;
}

/** Sets the theme as the page's own switch does, with no colour on its way; what is folded away would never arrive. */
const paint = (page: Page, theme: string) =>
  page.evaluate((name) => {
    document.documentElement.dataset["theme"] = name;
    for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
  }, theme);

/** The page itself never scrolls to the side; a table may, inside its own frame. */
export async function expectNoSideScroll(page: Page, state: string): Promise<void> {
  const [needed, has] = await page.evaluate(() => [
    Math.max(document.documentElement.scrollWidth, document.body.scrollWidth),
    document.documentElement.clientWidth,
  ]);
  expect.soft(needed, `width of the page: ${state}`).toBeLessThanOrEqual(has ?? 0);
}
