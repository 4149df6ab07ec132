// Starts the two programs: the emulator, and the app on it.
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { bin, root } from "./prepare.mjs";

const isFree = (port, host) =>
  new Promise((resolve) => {
    const server = createServer()
      .once("error", (error) => resolve(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT"))
      .once("listening", () => server.close(() => resolve(true)))
      .listen(port, host);
  });

/** The first port from `wanted` on that nobody listens on, on either loopback address. */
export async function freePort(wanted) {
  for (let port = wanted; port < wanted + 200; port += 1)
    if ((await isFree(port, "127.0.0.1")) && (await isFree(port, "::1"))) return port;
  throw new Error(`No free port between ${wanted} and ${wanted + 199}.`);
}

/** A child that is ours to end. `output` is what it printed so far; `ended` resolves with its exit code. */
function start(args, env) {
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  const output = { text: "" };
  child.stderr.on("data", (chunk) => (output.text += chunk));
  const ended = new Promise((resolve) => child.once("close", (code) => resolve(code ?? 0)));
  const stop = async () => {
    if (child.exitCode === null) child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), 5_000);
    await ended;
    clearTimeout(timer);
  };
  return { child, output, ended, stop };
}

/** Starts the emulator and resolves with its own description once it answers. */
export async function startEmulator({ port = 0, world = "s", args = [] } = {}) {
  const flags = ["--port", String(port), "--world", world, ...args];
  const program = start([bin("tsx", "dist/cli.mjs"), "emulator/main.ts", ...flags], process.env);
  const description = await new Promise((resolve, reject) => {
    let line = "";
    program.child.stdout.on("data", (chunk) => {
      line += chunk;
      if (line.includes("\n")) resolve(JSON.parse(line.slice(0, line.indexOf("\n"))));
    });
    void program.ended.then(() => reject(new Error(program.output.text.trim() || "The emulator stopped at once.")));
  });
  return { description, ended: program.ended, stop: program.stop };
}

/** The cloud record of a running emulator, in the form that FRESNEL_CLOUD takes. */
export function cloudRecord({ endpoints: { authority, resourceManager, graph } }) {
  const origin = (url) => new URL(url).origin;
  const service = ({ url, reachedAt }, scope) => ({
    endpoint: origin(url),
    reachedAt: origin(reachedAt),
    scope: `${origin(url)}/${scope}`,
  });
  return {
    name: "Demo",
    authority: { endpoint: origin(authority.url), reachedAt: origin(authority.reachedAt) },
    arm: service(resourceManager, "user_impersonation"),
    graph: service(graph, ".default"),
    portal: "https://portal.azure.com",
  };
}

export function environmentFor(description, port) {
  const folder = join(root, ".cache");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `cloud-${port}.json`);
  writeFileSync(path, JSON.stringify(cloudRecord(description), null, 2));
  return { FRESNEL_CLOUD: path, FRESNEL_TENANT_ID: description.tenantId, FRESNEL_CLIENT_ID: description.clientId };
}

/** Starts the built app and resolves once its health endpoint answers. `dev` starts it with reload instead. */
export async function startApp({ port, env, dev = false }) {
  const program = start([bin("next", "dist/bin/next"), dev ? "dev" : "start", "-p", String(port), "-H", "127.0.0.1"], {
    ...process.env,
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    ...env,
  });
  program.child.stdout.on("data", (chunk) => (program.output.text += chunk));
  const url = `http://localhost:${port}`;
  let hasEnded = false;
  void program.ended.then(() => (hasEnded = true));
  for (const until = Date.now() + 120_000; Date.now() < until;) {
    if (hasEnded) throw new Error(program.output.text.trim() || "The app stopped at once.");
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined);
    if (answer?.ok) return { url, ended: program.ended, stop: program.stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await program.stop();
  throw new Error(`The app did not answer in two minutes.\n${program.output.text.trim()}`);
}
