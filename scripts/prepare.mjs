// Brings a fresh clone to the point where it can run. Node's own modules only: nothing else may be installed yet.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What the build is made from; a change in any of it makes the build stale. */
const sources = [
  "app",
  "components",
  "lib",
  "public",
  "instrumentation.ts",
  "next.config.js",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];

/** Runs a program of this project and resolves with its exit code. `quiet` keeps what it prints unless it fails. */
export function run(command, args, { env = process.env, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32" && command === "npm",
    });
    const output = [];
    child.stdout?.on("data", (chunk) => output.push(chunk));
    child.stderr?.on("data", (chunk) => output.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      if (quiet && code !== 0) process.stdout.write(Buffer.concat(output));
      resolve(code ?? 1);
    });
  });
}

export const bin = (name, entry) => join(root, "node_modules", name, entry);

export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Fresnel needs Node 20.19 or later. This is ${process.versions.node}.`);
  process.exit(1);
}

const read = (path) => (existsSync(path) ? readFileSync(path, "utf8") : undefined);

/** Installs the dependencies if they are missing or not those of the lock file. */
export async function ensureInstalled() {
  const stamp = join(root, "node_modules", ".fresnel-lock");
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (read(stamp) === wanted) return;
  console.log("Installing dependencies …");
  if ((await run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"])) !== 0) {
    console.error("npm ci failed. Its own words are above; with a network it usually works on the second try.");
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesBelow(join(path, entry.name)));
}

function sourceHash() {
  const hash = createHash("sha256");
  for (const file of sources.flatMap((source) => filesBelow(join(root, source)))) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** Builds the app if its sources changed since the last build. Resolves with false if the build failed. */
export async function ensureBuilt() {
  const stamp = join(root, ".next", "fresnel-sources");
  const wanted = sourceHash();
  if (read(stamp) === wanted) return true;
  console.log("Building …");
  rmSync(stamp, { force: true });
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  if ((await run(process.execPath, [bin("next", "dist/bin/next"), "build"], { env, quiet: true })) !== 0) return false;
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}
