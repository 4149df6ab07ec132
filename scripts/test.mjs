// npm test: everything that must hold, on a fresh clone, in one command. The last line counts.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { bin, ensureBuilt, ensureInstalled, requireNode, root, run } from "./prepare.mjs";

const reports = join(root, ".cache", "reports");
const total = { passed: 0, failed: 0, skipped: 0 };

function count(name, { passed, failed, skipped = 0 }, since) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const seconds = ((Date.now() - since) / 1000).toFixed(1);
  console.log(`${failed ? "✗" : "✓"} ${name}: ${passed} passed, ${failed} failed (${seconds} s)\n`);
}

/** A check that passes or fails as a whole. */
async function check(name, work) {
  const since = Date.now();
  console.log(`— ${name}`);
  const isGood = await work();
  count(name, { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 }, since);
  return isGood;
}

/** A runner that writes a JSON report; one that dies without a report, or fails with none failed, counts as failed. */
async function suite(name, args, report, read, env = process.env) {
  const since = Date.now();
  console.log(`— ${name}`);
  const path = join(reports, report);
  rmSync(path, { force: true });
  const code = await run(process.execPath, args, { env });
  if (!existsSync(path)) return count(name, { passed: 0, failed: 1 }, since);
  const counted = read(JSON.parse(readFileSync(path, "utf8")));
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  if (counted.passed === 0 && counted.failed === 0) counted.failed = 1;
  count(name, counted, since);
}

const node =
  (name, entry, ...args) =>
  async () =>
    (await run(process.execPath, [bin(name, entry), ...args], { quiet: true })) === 0;

requireNode();
await ensureInstalled();
mkdirSync(reports, { recursive: true });

// Each of them keeps one core busy.
const [isBuilt] = await Promise.all([
  check("types", async () => {
    // Next writes the types of its routes; without them links and page props are unchecked.
    await run(process.execPath, [bin("next", "dist/bin/next"), "typegen"], { quiet: true });
    return node("typescript", "bin/tsc", "--noEmit")();
  }).then(() => check("build", ensureBuilt)),
  check("lint", node("eslint", "bin/eslint.js", ".", "--max-warnings", "0")),
  check("format", node("prettier", "bin/prettier.cjs", "--check", "--log-level", "warn", ".")),
]);

await suite(
  "unit and emulator",
  [
    bin("vitest", "vitest.mjs"),
    "run",
    "--reporter=dot",
    "--reporter=json",
    "--outputFile.json=.cache/reports/unit.json",
  ],
  "unit.json",
  (report) => ({
    passed: report.numPassedTests,
    failed:
      report.numFailedTests +
      report.testResults.filter((file) => file.status === "failed" && !file.assertionResults.length).length,
    skipped: report.numPendingTests,
  }),
);

if (isBuilt) {
  const browser = await ensureBrowser();
  if (!browser) {
    console.error("No Chromium could be found, downloaded or installed: the end-to-end tests did not run.");
    count("end to end", { passed: 0, failed: 1 }, Date.now());
  } else {
    await suite(
      "end to end",
      [bin("@playwright/test", "cli.js"), "test"],
      "e2e.json",
      ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }),
      { ...process.env, FRESNEL_BROWSER: browser },
    );
  }
}

const skipped = total.skipped ? `, ${total.skipped} skipped` : "";
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed ? 1 : 0);
