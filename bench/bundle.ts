import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { createWorld } from "../emulator/worlds/worlds";
import { rules } from "../lib/domain/findings/rules";
import { routes, type RouteName } from "../lib/routes";
import { observe } from "./observe";
import { openPage, openStage, signIn, untilIdle, type Stage } from "./stage";

/*
 * What a browser downloads of scripts before somebody can sign in, before they see the first customer, and for each other
 * screen beyond those of Customers: each file as gzip -9 makes it. Browsers skip the scripts for those that know no modules,
 * and so does this.
 */
const targets = { signIn: 230, customers: 300, ownOfScreen: 60 };

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

function report(title: string, scripts: readonly Script[], atMost = Infinity): boolean {
  const sum = (of: (script: Script) => number) => scripts.reduce((total, script) => total + of(script), 0);
  const total = sum(({ gzip }) => gzip);
  const isMet = total <= atMost * 1000;
  console.log(`\n${title}\n   gzip     raw   KB of 1,000 bytes`);
  for (const { path, raw, gzip, inHtml, holds } of scripts)
    console.log(
      `${kb(gzip)} ${kb(raw)}   ${path.split("/").pop()} ${inHtml ? "" : "(not in the HTML) "} ${holds}`.trimEnd(),
    );
  const verdict = atMost === Infinity ? "" : `   ${isMet ? "meets" : "MISSES"} ≤ ${atMost} gzip`;
  console.log(`${kb(total)} ${kb(sum(({ raw }) => raw))}   in all${verdict}`);
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

/** With what the visit before kept, a page fetches what opens it, too, all of which the browser has cached by then. */
async function customersPage(stage: Stage, isSecondVisit: boolean) {
  const page = await openPage(stage.browser);
  await observe(page);
  await signIn(page, stage, "/customers");
  await page.waitForFunction(() => localStorage.getItem("fresnel:kept") !== null);
  if (!isSecondVisit) await page.evaluate(() => localStorage.removeItem("fresnel:kept"));
  await page.reload();
  const firstRow = await page.waitForFunction(() => window.seen.firstRow);
  const paths = await scriptsUntil(page, (await firstRow.jsonValue()) ?? NaN);
  await page.context().close();
  return measure(stage.url, paths, "/customers");
}

/** One address of each screen, in the world that the emulator starts with. */
function addresses(): Map<RouteName, string> {
  const world = createWorld({ extends: "s" }, { now: new Date() });
  const first = <Row>(rows: Map<string, Row>) => [...rows.keys()][0] ?? "";
  const delegation = [...world.registrationAssignments.values()].find(
    ({ properties }) => properties.provisioningState === "Succeeded",
  )?.id;
  const parts: Record<string, string> = {
    "[tenantId]":
      [...world.subscriptions.values()].find(({ displayName }) => displayName === "sub-contoso-prod")?.tenantId ?? "",
    "[principalId]": first(world.users),
    "[roleId]": first(world.roleDefinitions),
    "[ruleId]": rules[0]?.id ?? "",
  };
  const queries: Partial<Record<RouteName, string>> = {
    delegationAccess: `?delegation=${delegation}`,
    scopeAccess: `?scope=/subscriptions/${delegation?.split("/")[2]}`,
    compare: `?one=${[...world.users.keys()][0]}&other=${[...world.users.keys()][1]}`,
  };
  return new Map(
    Object.entries(routes).map(([name, { path }]) => [
      name as RouteName,
      path.replace(/\[\w+\]/g, (part) => parts[part] ?? part) + (queries[name as RouteName] ?? ""),
    ]),
  );
}

/** The scripts of a screen when it is all there, and of nothing that it fetches for screens to come. */
async function screenScripts(page: Page, address: string): Promise<Set<string>> {
  await page.goto(address);
  await page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true],[role=progressbar]"));
  await untilIdle(page);
  return new Set(await scriptsUntil(page, Infinity));
}

async function ownOfScreens({ browser, url }: Stage): Promise<boolean> {
  const page = await openPage(browser);
  await page.addInitScript(neverAhead);
  const all = addresses();
  await signIn(page, { url }, "/customers");
  const common = await screenScripts(page, url + all.get("customers"));
  console.log("\nEach screen's own scripts, beyond those of Customers\n   gzip   KB of 1,000 bytes");
  let areMet = true;
  for (const [name, address] of all) {
    if (name === "customers") continue;
    const own = [...(await screenScripts(page, url + address))].filter((path) => !common.has(path));
    const scripts = await measure(url, own, "/customers");
    const total = scripts.reduce((sum, { gzip }) => sum + gzip, 0);
    const isMet = total <= targets.ownOfScreen * 1000;
    areMet &&= isMet;
    console.log(
      `${kb(total)}   ${routes[name].path.padEnd(40)} ${scripts.length} files   ${isMet ? "meets" : "MISSES"} ≤ ${targets.ownOfScreen}`,
    );
  }
  await page.context().close();
  return areMet;
}

/** Puts off for good what `useLoadAhead` fetches, which it does under a time limit that nothing else has. */
function neverAhead() {
  const ask = window.requestIdleCallback.bind(window);
  window.requestIdleCallback = (run, options) => (options?.timeout === 5_000 ? 0 : ask(run, options));
}

const stage = await openStage();
try {
  const met = [
    report("/sign-in, until one can sign in", await signInPage(stage), targets.signIn),
    report("/customers signed in, until the first row", await customersPage(stage, false), targets.customers),
    report("/customers on a second visit, until the first row", await customersPage(stage, true)),
    await ownOfScreens(stage),
  ];
  if (met.includes(false)) process.exitCode = 1;
} finally {
  await stage.close();
}
