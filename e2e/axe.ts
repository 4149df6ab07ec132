import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

/** Fails the test, without ending it, for each element that breaks a rule in this state of the page. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  // No frame of another origin is ever shown, so axe needs no page of its own to gather results in.
  const { violations, passes } = await new AxeBuilder({ page })
    .withTags(tags)
    .options({ resultTypes: ["violations"] })
    .setLegacyMode(true)
    .analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(" ")}: ${failureSummary ?? ""}`),
  );
  expect.soft(found, state).toEqual([]);
  expect(passes.length, `rules that found something to check: ${state}`).toBeGreaterThan(5);
}

/** The page itself never scrolls to the side; a table may, inside its own frame. */
export async function expectNoSideScroll(page: Page, state: string): Promise<void> {
  const [needed, has] = await page.evaluate(() => [
    Math.max(document.documentElement.scrollWidth, document.body.scrollWidth),
    document.documentElement.clientWidth,
  ]);
  expect.soft(needed, `width of the page: ${state}`).toBeLessThanOrEqual(has ?? 0);
}
