import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Description } from "./admin/description";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "emulator-"));
});
afterAll(() => rm(folder, { recursive: true }));

function start(...flags: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", "emulator/main.ts", ...flags]);
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output.stderr += chunk.toString()));
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, ...output }));
  /** What was printed once there is a line of it, or at the end. */
  const line = async () => {
    let over = false;
    void ended.then(() => (over = true));
    while (!over && !output.stdout.includes("\n")) await Promise.race([once(child.stdout, "data"), ended]);
    if (over) throw new Error(output.stderr);
    return output.stdout;
  };
  return { child, ended, line };
}

test("prints one line of JSON when it answers, and ends on a signal", async () => {
  const emulator = start("--world", "s", "--now", "2026-11-20T09:00:00Z");
  const description = JSON.parse(await emulator.line()) as Description;
  const response = await fetch(`${description.endpoints.graph.reachedAt}/_emulator/`);
  expect(await response.json()).toEqual(description);
  const refused = await fetch(`${description.endpoints.graph.reachedAt}/v1.0/me`);
  expect(refused.headers.get("date")).toMatch(/^Fri, 20 Nov 2026 09:00:/);
  emulator.child.kill("SIGTERM");
  expect(await emulator.ended).toEqual({ code: 0, stdout: `${JSON.stringify(description)}\n`, stderr: "" });
});

describe("refuses, in a sentence and with code 1", () => {
  const refusal = async (...flags: string[]) => (await start(...flags).ended) satisfies { stderr: string };

  test("a port that is in use", async () => {
    const taken: Server = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as { port: number };
    const { code, stdout, stderr } = await refusal("--port", String(port));
    taken.close();
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(`Port ${port} is in use.`);
  });

  test("a world file that is wrong, with path and line", async () => {
    const file = join(folder, "wrong.json");
    await writeFile(file, '{\n  "extends": "s",\n  "settings": { "latencyMs": "slow" }\n}');
    const { code, stderr } = await refusal("--world", file);
    expect(code).toBe(1);
    expect(stderr).toContain(`${file}:3`);
    expect(stderr).toContain("settings.latencyMs");
  });

  test.each([
    [["--world", "nowhere.json"], "There is no world 'nowhere.json'"],
    [["--port", "http"], "--port must be a number"],
    [["--now", "yesterday"], "--now must be a date"],
    [["--wrold", "s"], "--wrold"],
  ])("%j", async (flags, sentence) => {
    const { code, stderr } = await refusal(...flags);
    expect(code).toBe(1);
    expect(stderr).toContain(sentence);
  });
});
