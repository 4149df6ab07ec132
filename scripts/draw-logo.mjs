// Draws what installed Fresnel and links to it are known by, from public/icon.svg: icons of the sizes that systems ask for, and
// the picture of a link. Run it by hand after changing the mark: node scripts/draw-logo.mjs
import { chromium } from "playwright-core";
import { readFileSync } from "node:fs";
// Next brings it along.
import sharp from "sharp";
import { ensureBrowser } from "./browser.mjs";

const mark = readFileSync("public/icon.svg", "utf8");
const night = "#10151f";
/** Systems cut their own shapes out of these: the night reaches every edge, and what matters stays in the middle. */
const filled = mark.replace('rx="5"', "");

const icons = [
  // Of pixels: browsers ask for a page's icon whenever its address changes, and would draw an SVG anew each time.
  { path: "app/icon.png", size: 96, drawing: mark, share: 1, back: "transparent" },
  { path: "public/icon-192.png", size: 192, drawing: mark, share: 1, back: "transparent" },
  { path: "public/icon-512.png", size: 512, drawing: mark, share: 1, back: "transparent" },
  { path: "public/icon-maskable-512.png", size: 512, drawing: filled, share: 0.78, back: night },
  { path: "app/apple-icon.png", size: 180, drawing: filled, share: 0.9, back: night },
];

const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: ["--no-sandbox"] });
const page = await browser.newPage();

for (const { path, size, drawing, share, back } of icons) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0;display:grid;place-items:center;height:100vh;background:${back}}svg{display:block;width:${100 * share}vw}</style>${drawing}`,
  );
  await page.screenshot({ path, omitBackground: true });
}

const font = readFileSync("app/fonts/archivo-latin-standard-normal.woff2").toString("base64");
const rings = Array.from({ length: 40 }, (_, index) => {
  const radius = Math.sqrt(46 ** 2 + index * 8_700);
  return `<circle cx="250" cy="315" r="${radius}" stroke-width="${index % 4 === 0 ? 1.5 : 0.75}"/>`;
});
await page.setViewportSize({ width: 1200, height: 630 });
await page.setContent(`<style>
  @font-face{font-family:Archivo;src:url(data:font/woff2;base64,${font});font-weight:100 900}
  body{margin:0;height:630px;background:${night};color:#eef2f7;font-family:Archivo}
  svg{position:absolute;inset:0}
  div{position:absolute;left:560px;right:60px;top:262px}
  h1{margin:0;font-size:92px;font-weight:640;letter-spacing:-.02em}
  p{margin:16px 0 0;font-size:35px;line-height:1.35;color:#c3cad6;text-shadow:0 0 12px ${night},0 0 12px ${night}}
</style>
<svg width="1200" height="630" fill="none" stroke="#2b3444">${rings.join("")}
  <path d="M250 315 1300 10V-60Z" fill="#fbb53b" stroke="none"/><circle cx="250" cy="315" r="46" fill="#eef2f7" stroke="none"/></svg>
<div><h1>Fresnel</h1><p>Every customer, delegation and grant of a managed service provider on Azure Lighthouse.</p></div>`);
await page.evaluate(() => document.fonts.ready);
await sharp(await page.screenshot())
  .png({ palette: true, colours: 32 })
  .toFile("app/opengraph-image.png");
await browser.close();
