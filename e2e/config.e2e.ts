import { expect, test } from "@playwright/test";
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { freePort } from "../scripts/serve.mjs";

const ids = {
  FRESNEL_TENANT_ID: "9a1f2b30-0000-4000-8000-00000000000a",
  FRESNEL_CLIENT_ID: "9a1f2b30-0000-4000-8000-00000000000b",
};
const app = ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1"];
const emulator = ["node_modules/tsx/dist/cli.mjs", "emulator/main.ts"];
const demo = ["scripts/demo.mjs"];

const unset = {
  FRESNEL_CLOUD: undefined,
  FRESNEL_TENANT_ID: undefined,
  FRESNEL_CLIENT_ID: undefined,
  FRESNEL_POLICY: undefined,
};

/** One of our programs, with nothing of ours in its environment but what is given. */
function start(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [...args], {
    env: { ...process.env, ...unset, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...env },
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { child, ended, text: () => text };
}

/** What it says before it gives up. */
async function refusal(args: readonly string[], env?: Record<string, string>): Promise<string> {
  const program = start(args, env);
  const timer = setTimeout(() => program.child.kill("SIGKILL"), 40_000);
  expect(await program.ended, program.text()).toBe(1);
  clearTimeout(timer);
  return program.text();
}

const startApp = async (env: Record<string, string>, workerIndex: number) =>
  refusal([...app, "-p", String(await freePort(3_900 + workerIndex * 10))], env);

const record = {
  name: "Lab",
  authority: { endpoint: "https://login.lab.example" },
  arm: { endpoint: "https://arm.lab.example", scope: "https://arm.lab.example/user_impersonation" },
  graph: { endpoint: "https://graph.lab.example", scope: "https://graph.lab.example/.default" },
  portal: "https://portal.lab.example",
};

test.describe("the server does not start", () => {
  test("without its settings, and names all of them at once", async ({}, { workerIndex }) => {
    const said = await startApp({}, workerIndex);
    expect(said).toContain("Fresnel cannot start:");
    for (const name of ["FRESNEL_CLOUD", "FRESNEL_TENANT_ID", "FRESNEL_CLIENT_ID"])
      expect(said).toContain(`${name} is not set`);
    expect(said).not.toMatch(/^\s+at /m);
  });

  test("with wrong settings, and names each with what it found", async ({}, { workerIndex }) => {
    const said = await startApp(
      { FRESNEL_CLOUD: "AzureGermany", FRESNEL_TENANT_ID: "relecloud.example", FRESNEL_CLIENT_ID: "42" },
      workerIndex,
    );
    expect(said).toContain('FRESNEL_CLOUD is "AzureGermany": neither a known cloud (AzureCloud,');
    expect(said).toContain('FRESNEL_TENANT_ID is not a GUID: "relecloud.example"');
    expect(said).toContain('FRESNEL_CLIENT_ID is not a GUID: "42"');
  });

  test("on a cloud file that was cut off", async ({}, testInfo) => {
    const path = testInfo.outputPath("cut.json");
    const whole = JSON.stringify(record, null, 2);
    writeFileSync(path, whole.slice(0, whole.length / 2));
    const said = await startApp({ ...ids, FRESNEL_CLOUD: path }, testInfo.workerIndex);
    expect(said).toContain(`FRESNEL_CLOUD: ${path} is not JSON: `);
    expect(said).toMatch(/position \d+|line \d+/);
  });

  test("on a cloud file with wrong fields, and names every place", async ({}, testInfo) => {
    const path = testInfo.outputPath("wrong.json");
    writeFileSync(
      path,
      JSON.stringify({ ...record, portal: "http://portal.lab.example", arm: { ...record.arm, scope: 1 } }),
    );
    const said = await startApp({ ...ids, FRESNEL_CLOUD: path }, testInfo.workerIndex);
    expect(said).toContain(`FRESNEL_CLOUD: ${path}: arm.scope: `);
    expect(said).toContain(`FRESNEL_CLOUD: ${path}: portal: must begin with https://`);
  });
});

test.describe("the emulator does not start", () => {
  test("with a flag that it does not know", async () => {
    const said = await refusal([...emulator, "--wrold", "s"]);
    expect(said).toContain("--wrold");
    expect(said).toContain("npm run emulator -- [--port <n>]");
  });

  test("with a world that there is not", async () => {
    expect(await refusal([...emulator, "--world", "xxl"])).toContain(
      "There is no world 'xxl': it is none of s, m, l, xl, xl+, and no such file exists.",
    );
  });

  test("with a world file that is wrong, and names line and place of each mistake", async ({}, testInfo) => {
    const path = testInfo.outputPath("world.json");
    writeFileSync(
      path,
      `{
  "extends": "s",
  "settings": { "latencyMs": "slow" },
  "customers": [
    { "name": "Crust Bakery",
      "subscription": [] }
  ]
}`,
    );
    const said = await refusal([...emulator, "--world", path]);
    expect(said).toMatch(/world\.json:3: settings\.latencyMs: expected a number/);
    expect(said).toMatch(/world\.json:6: customers\[0\].*subscription/);
    expect(said).not.toMatch(/^\s+at /m);
  });

  test("with a world file that was cut off", async ({}, testInfo) => {
    const path = testInfo.outputPath("cut.json");
    writeFileSync(path, '{\n  "extends": "s",\n  "customers": [');
    expect(await refusal([...emulator, "--world", path])).toMatch(/cut\.json:3: /);
  });

  test("with a world file that refers to what does not exist", async ({}, testInfo) => {
    const path = testInfo.outputPath("names.json");
    writeFileSync(path, '{\n  "extends": "s",\n  "personas": [\n    { "user": "Nobody", "shows": "Nothing." }\n  ]\n}');
    expect(await refusal([...emulator, "--world", path])).toMatch(/names\.json:4: personas\[0\].*Nobody/);
  });
});

const listen = (port: number) =>
  new Promise<Server>((resolve, reject) => {
    const server: Server = createServer()
      .once("error", reject)
      .listen(port, "127.0.0.1", () => resolve(server));
  });

test.describe("the demo", () => {
  test("says which ports it takes where the wanted ones are in use, and ends with both programs", async ({}, {
    workerIndex,
  }) => {
    const wanted = await freePort(4_100 + workerIndex * 10);
    const wantedByCloud = await freePort(5_100 + workerIndex * 10);
    const occupied = await Promise.all([wanted, wantedByCloud].map(listen));
    const program = start([...demo, "--port", String(wanted), "--emulator-port", String(wantedByCloud)]);
    try {
      await expect.poll(program.text, { timeout: 50_000 }).toContain("Ctrl-C stops both.");
      expect(program.text()).toMatch(new RegExp(`Port ${wanted} is in use; the app takes \\d+\\.`));
      expect(program.text()).toMatch(new RegExp(`Port ${wantedByCloud} is in use; the emulator takes \\d+\\.`));
      const addresses = ["Fresnel", "Emulator"].map(
        (name) => new RegExp(`^${name} +(http://localhost:\\d+)`, "m").exec(program.text())?.[1] ?? "",
      );
      for (const address of [`${addresses[0]}/health`, `${addresses[1]}/_emulator/`])
        expect((await fetch(address)).status, address).toBe(200);

      program.child.kill("SIGTERM");
      expect(await program.ended).toBe(0);
      for (const address of addresses) await expect(fetch(address), address).rejects.toThrow("fetch failed");
    } finally {
      program.child.kill("SIGKILL");
      occupied.forEach((server) => server.close());
    }
  });

  test("refuses flags that it does not know, ports that are none, and worlds that there are not", async () => {
    expect(await refusal([...demo, "--prot", "3000"])).toContain("npm run demo -- [--world");
    expect(await refusal([...demo, "--port", "http"])).toContain("--port is not a port: http");
    expect(await refusal([...demo, "--world", "xxl"])).toContain("There is no world 'xxl'");
  });
});
