import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

/* The program itself, as a clone runs it: from any folder, without a build. */
const launcher = join(import.meta.dirname, "fresnel.mjs");
const folder = mkdtempSync(join(tmpdir(), "fresnel-"));
afterAll(() => rmSync(folder, { recursive: true }));

const start = (args: readonly string[], more: { input?: Buffer; env?: Record<string, string> } = {}) =>
  spawnSync(process.execPath, [launcher, ...args], {
    cwd: folder,
    encoding: "utf8",
    ...more,
    env: { ...process.env, ...more.env },
  });

const roles = JSON.stringify([
  { id: "acdd72a7-3385-48ef-bd42-f606fba81ae7", roleName: "Leser – öffnet", permissions: [{ actions: ["*/read"] }] },
]);

test("reads files beside the caller, and what Windows redirects into one", () => {
  writeFileSync(join(folder, "roles.json"), Buffer.from(`\ufeff${roles}`, "utf16le"));
  const { status, stdout, stderr } = start(["roles", "--definitions", "roles.json", "--format", "json"]);
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toMatchObject([{ roleName: "Leser – öffnet", delegable: "yes" }]);
  expect(status).toBe(0);
});

test("reads standard input, and prints no colours into a pipe", () => {
  const { status, stdout } = start(["roles", "--definitions", "-"], {
    input: Buffer.from(roles),
    env: { FORCE_COLOR: "1" },
  });
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^ROLE[^\u001b]+$/)]);
});

test("ends with 2 and a word on standard error where it cannot answer", () => {
  const { status, stdout, stderr } = start(["roles", "--definitions", "gone.json"]);
  expect([status, stdout, stderr]).toEqual([2, "", "fresnel: gone.json does not exist.\n"]);
});
