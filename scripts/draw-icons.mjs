// Draws the icons of table rows as images, four times as large as they are shown: browsers draw an image of pixels in a
// fraction of the time that they need for one of lines, and a table shows a hundred in every frame that scrolls.
// Run it by hand after changing the list or the third ink: node scripts/draw-icons.mjs
import { chromium } from "playwright-core";
import { writeFileSync } from "node:fs";
import { ensureBrowser } from "./browser.mjs";

const icons = {
  subscription: "layers",
  "resource-group": "box",
  marketplace: "store",
  template: "file-code-corner",
  user: "user",
  group: "users",
  "service-principal": "app-window",
  "managed-identity": "fingerprint-pattern",
  role: "key-round",
};
/** --ink-3 of each theme. */
const inks = { light: "#616872", dark: "#8e949c" };
const size = 52;

const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: size, height: size } });
for (const [name, drawing] of Object.entries(icons)) {
  const { __iconData } = await import(`lucide-react/dist/esm/icons/${drawing}.mjs`);
  const lines = __iconData.node.map(
    ([tag, { key: _key, ...attributes }]) =>
      `<${tag} ${Object.entries(attributes)
        .map(([attribute, value]) => `${attribute}="${value}"`)
        .join(" ")}/>`,
  );
  for (const [theme, ink] of Object.entries(inks)) {
    await page.setContent(
      `<style>*{margin:0}svg{display:block}</style><svg width="${size}" height="${size}" viewBox="0 0 24 24" fill="none"
        stroke="${ink}" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${lines.join("")}</svg>`,
    );
    writeFileSync(
      new URL(`../app/icons/${name}-${theme}.png`, import.meta.url),
      await page.screenshot({ omitBackground: true }),
    );
  }
}
await browser.close();
