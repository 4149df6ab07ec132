import { request } from "node:http";
import { expect, test } from "vitest";
import { startEmulator } from "./server";
import { useEmulator } from "./testing/world-of-tests";

const emulator = useEmulator();

test("two emulators find ports of their own, and both end", async () => {
  const other = await startEmulator();
  expect(other.url).not.toBe(emulator.url);
  expect((await fetch(`${other.url}/_emulator/`)).status).toBe(200);
  await other.close();
  await expect(fetch(`${other.url}/_emulator/`)).rejects.toThrow();
});

test("a port that is taken is refused", async () => {
  const { port } = new URL(emulator.url);
  await expect(startEmulator({ port: Number(port) })).rejects.toThrow(`Port ${port} is in use`);
});

test("it ends although a request hangs", async () => {
  const faults = [{ service: "login" as const, effect: { kind: "hang" as const } }];
  const hanging = await startEmulator({ world: { extends: "s", faults } });
  const waiting = fetch(`${hanging.description.endpoints.authority.reachedAt}/discovery/v2.0/keys`);
  const ended = expect(waiting).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 50));
  await hanging.close();
  await ended;
});

test.each([
  ["localhost", 200],
  ["127.0.0.1", 200],
  ["management.fresnel.localhost", 200],
  ["evil.example", 421],
  ["localhost.evil.example", 421],
])("asked by the name %s it answers %i", async (host, status) => {
  const { port } = new URL(emulator.url);
  const answered = await new Promise<number>((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path: "/_emulator/", headers: { host: `${host}:${port}` } };
    request(options, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });
  expect(answered).toBe(status);
});

test("a path of no service is not found", async () => {
  const response = await fetch(`${emulator.url}/favicon.ico`);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ error: { code: "NotFound" } });
});

test("a body that is too large is refused, and the connection stays good", async () => {
  const url = `${emulator.url}/_emulator/worlds`;
  for (let round = 0; round < 3; round += 1) {
    const refused = await fetch(url, { method: "POST", body: "x".repeat(17_000_000) });
    expect(refused.status).toBe(413);
    await refused.text();
    expect((await fetch(`${emulator.url}/_emulator/`)).status).toBe(200);
  }
});
