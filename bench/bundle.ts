import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { observe } from "./observe";
import { openPage, openStage, signIn, type Stage } from "./stage";

/*
 * What a browser downloads of scripts before somebody can sign in, and before they see the first customer: each file as
 * gzip -9 makes it. Browsers skip the scripts for those that know no modules, and so does this.
 */
const targets = { signIn: 230, customers: 300 };

/** What tells a library's code from the rest. */
const marks: Readonly<Record<string, string>> = {
  "react-dom": "react.suspense_list",
  "@azure/msal-browser": "acquireTokenSilent",
  "@azure/core-rest-pipeline": "x-ms-client-request-id",
  "@tanstack/query": "isFetchedAfterMount",
  "next's router": "__next_router_basePath",
  zod: "ZodError",
  nuqs: "NUQS-",
  "radix-ui": "data-radix-popper",
  "write-excel-file": "spreadsheetml",
};

type Script = { path: string; raw: number; gzip: number; inHtml: boolean; holds: string };

async function measure(url: string, paths: readonly string[], page: string): Promise<Script[]> {
  const html = await (await fetch(url + page)).text();
  const scripts = paths.map(async (path) => {
    const text = await (await fetch(url + path)).text();
    const holds = Object.entries(marks).flatMap(([library, mark]) => (text.includes(mark) ? [library] : []));
    return {
      path,
      raw: Buffer.byteLength(text),
      gzip: gzipSync(text, { level: 9 }).length,
      inHtml: html.includes(path),
      holds: holds.join(", "),
    };
  });
  return (await Promise.all(scripts)).sort((one, other) => other.gzip - one.gzip);
}

const kb = (bytes: number) => (bytes / 1000).toFixed(1).padStart(7);

function report(title: string, scripts: readonly Script[], atMost: number): boolean {
  const sum = (of: (script: Script) => number) => scripts.reduce((total, script) => total + of(script), 0);
  const total = sum(({ gzip }) => gzip);
  const isMet = total <= atMost * 1000;
  console.log(`\n${title}\n   gzip     raw   KB of 1,000 bytes`);
  for (const { path, raw, gzip, inHtml, holds } of scripts)
    console.log(
      `${kb(gzip)} ${kb(raw)}   ${path.split("/").pop()} ${inHtml ? "" : "(not in the HTML) "} ${holds}`.trimEnd(),
    );
  console.log(`${kb(total)} ${kb(sum(({ raw }) => raw))}   in all   ${isMet ? "meets" : "MISSES"} ≤ ${atMost} gzip`);
  return isMet;
}

/** The scripts that the page has asked for before the given moment of its life, in milliseconds. */
const scriptsUntil = (page: Page, until: number) =>
  page.evaluate(
    (last) =>
      performance
        .getEntriesByType("resource")
        .filter(({ name, startTime }) => startTime <= last && new URL(name).pathname.endsWith(".js"))
        .map(({ name }) => new URL(name).pathname)
        .filter((path, index, all) => all.indexOf(path) === index),
    until,
  );

async function signInPage({ browser, url }: Stage) {
  const page = await openPage(browser);
  await page.goto(`${url}/sign-in`);
  await page.waitForFunction(() => document.querySelector("button[aria-busy=false]"), undefined, { polling: "raf" });
  const paths = await scriptsUntil(page, await page.evaluate(() => performance.now()));
  await page.context().close();
  return measure(url, paths, "/sign-in");
}

async function customersPage(stage: Stage) {
  const page = await openPage(stage.browser);
  await observe(page);
  await signIn(page, stage, "/customers");
  await page.waitForFunction(() => window.seen.firstRow !== undefined);
  await page.reload();
  const firstRow = await page.waitForFunction(() => window.seen.firstRow);
  const paths = await scriptsUntil(page, (await firstRow.jsonValue()) ?? NaN);
  await page.context().close();
  return measure(stage.url, paths, "/customers");
}

const stage = await openStage();
try {
  const met = [
    report("/sign-in, until one can sign in", await signInPage(stage), targets.signIn),
    report("/customers signed in, until the first row", await customersPage(stage), targets.customers),
  ];
  if (met.includes(false)) process.exitCode = 1;
} finally {
  await stage.close();
}
