// Finds a Chromium to test in, or gets one: an installed one, Playwright's download, the system's package manager.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { bin, run } from "./prepare.mjs";

/** Those without windows come first: they take two thirds of the time for each page. */
const names = [
  "chromium-headless-shell",
  "chrome-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const isBrowser = (path) =>
  existsSync(path) && (process.platform === "win32" || spawnSync(path, ["--version"]).status === 0);

function installed() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...places].find(isBrowser);
}

async function downloaded() {
  const { chromium } = await import("playwright-core");
  const path = chromium.executablePath();
  return path && isBrowser(path) ? path : undefined;
}

const has = (command) => spawnSync(command, ["--version"]).error === undefined;

/** Each entry is tried in turn; `sudo` is used only where it asks for no password. */
const packageManagers = [
  ["apt-get", [["update"], ["install", "-y", "--no-install-recommends", "chromium-headless-shell"]]],
  ["apt-get", [["install", "-y", "--no-install-recommends", "chromium"]]],
  ["dnf", [["install", "-y", "chromium"]]],
  ["apk", [["add", "--no-cache", "chromium"]]],
  ["pacman", [["-Sy", "--noconfirm", "chromium"]]],
  ["brew", [["install", "--cask", "chromium"]]],
];

async function fromSystem() {
  const isRoot = process.getuid?.() === 0;
  for (const [manager, steps] of packageManagers) {
    if (!has(manager)) continue;
    const prefix = isRoot || manager === "brew" ? [] : ["sudo", "-n"];
    for (const step of steps) {
      const [command, ...args] = [...prefix, manager, ...step];
      await run(command, args, { quiet: true }).catch(() => 1);
    }
    const path = installed();
    if (path) return path;
  }
  return undefined;
}

/** The path of a Chromium that starts, or undefined where none can be had. */
export async function ensureBrowser() {
  const present = installed() ?? (await downloaded());
  if (present) return present;
  console.log("Fetching a browser …");
  await run(process.execPath, [bin("playwright", "cli.js"), "install", "chromium"], { quiet: true });
  return (await downloaded()) ?? (await fromSystem());
}
