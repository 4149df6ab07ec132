import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
/** What depends on colours; all else of a page is the same in both themes. */
const ofColours = ["color-contrast", "link-in-text-block"];

/** Fails the test, without ending it, for each element that breaks a rule in this state of the page, in either theme. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  const passed = await expectNothingFound(axeOf(page).withTags(tags), state);
  expect(passed, `rules that found something to check: ${state}`).toBeGreaterThan(5);
  // Where the system chooses the colours there are no themes.
  if (await page.evaluate(() => matchMedia("(forced-colors: active)").matches)) return;
  const shown = await page.evaluate(() => document.documentElement.dataset["theme"]);
  const other = shown === "dark" ? "light" : "dark";
  await paint(page, other);
  await expectNothingFound(axeOf(page).withRules(ofColours), `${state}, ${other}`);
  await paint(page, shown ?? "light");
}

// No frame of another origin is ever shown, so axe needs no page of its own to gather results in. Options replace all that
// was chosen before them.
const axeOf = (page: Page) => new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true);

async function expectNothingFound(axe: AxeBuilder, state: string): Promise<number> {
  const { violations, passes } = await axe.analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(" ")}: ${failureSummary ?? ""}`),
  );
  expect.soft(found, state).toEqual([]);
  return passes.length;
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
