import { expect, type Page } from "@playwright/test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
// Next brings it along.
import sharp from "sharp";

const folder = join(import.meta.dirname, "../../docs/screens");

/** Nothing is read, drawn or animated any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: /^as of/ }).first()).toBeAttached();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(700);
}

/** Few colours serve pages that are drawn in few, and keep the repository small. */
export async function shoot(page: Page, file: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await sharp(await page.screenshot({ animations: "disabled", caret: "hide" }))
    .png({ palette: true, colours: 128, dither: 0, effort: 10 })
    .toFile(join(folder, `${file}.png`));
}
