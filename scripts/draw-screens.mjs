// npm run screens: draws every screen of the built product into docs/screens. Pictures differ from run to run in times alone.
import { ensureBrowser } from "./browser.mjs";
import { bin, ensureBuilt, ensureInstalled, requireNode, run } from "./prepare.mjs";

requireNode();
await ensureInstalled();
if (!(await ensureBuilt())) process.exit(1);
const browser = await ensureBrowser();
if (!browser) {
  console.error("No Chromium could be found, downloaded or installed.");
  process.exit(1);
}
const playwright = [bin("@playwright/test", "cli.js"), "test", "--config", "e2e/screens/playwright.config.ts"];
const env = { ...process.env, FRESNEL_BROWSER: browser };
process.exit(await run(process.execPath, [...playwright, ...process.argv.slice(2)], { env }));
