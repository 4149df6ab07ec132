import { describe, expect, test } from "vitest";
import { Browser, persona } from "../testing/browser";
import { useEmulator } from "../testing/world-of-tests";

const emulator = useEmulator();
const ask = async (method: string, path: string, body?: string) => {
  const response = await fetch(`${emulator.url}/_emulator/${path}`, { method, ...(body !== undefined && { body }) });
  const text = await response.text();
  return { status: response.status, body: text ? (JSON.parse(text) as Record<string, unknown>) : null };
};

test("the emulator describes itself", async () => {
  const { url, description } = emulator;
  const { body } = await ask("GET", "");
  expect(body).toEqual(description);
  expect(description.endpoints).toEqual({
    authority: {
      url: `https://login.fresnel.localhost/${description.tenantId}`,
      reachedAt: `${url}/${description.tenantId}`,
    },
    resourceManager: { url: "https://management.fresnel.localhost", reachedAt: url },
    graph: { url: "https://graph.fresnel.localhost", reachedAt: url },
  });
  expect(description.personas.length).toBeGreaterThanOrEqual(5);
  expect(Object.keys(description.personas[0] ?? {})).toEqual(["objectId", "name", "shows"]);
  expect(Object.keys(description.servicePrincipal ?? {})).toEqual(["clientId", "objectId", "secret"]);
});

describe("worlds", () => {
  const tenantId = "30000000-0000-4000-8000-000000000001";

  test("are made, described, and removed, apart from each other", async () => {
    const made = await ask("POST", "worlds", JSON.stringify({ extends: "s", tenantId }));
    expect(made).toMatchObject({ status: 200, body: { tenantId } });
    expect(await ask("GET", `worlds/${tenantId.toUpperCase()}`)).toEqual(made);
    expect((await ask("GET", "")).body).toEqual(emulator.description);
    expect((await ask("DELETE", `worlds/${tenantId}`)).status).toBe(204);
    expect(await ask("GET", `worlds/${tenantId}`)).toMatchObject({
      status: 404,
      body: { error: { code: "NotFound" } },
    });
    expect((await ask("DELETE", `worlds/${tenantId}`)).status).toBe(404);
  });

  test("are replaced and reset, with everybody signed out", async () => {
    const world = await emulator.world();
    const browser = new Browser(world);
    const { refresh_token } = await browser.signIn(persona(world, "Ines"));
    expect((await ask("POST", `worlds/${world.tenantId}/reset`)).body).toEqual(world);
    expect(await browser.redeem({ refresh_token })).toMatchObject({ error_codes: [70000] });
    const silent = await browser.answer(browser.authorizeUrl({ prompt: "none" }).url);
    expect(silent.get("error")).toBe("login_required");
  });

  test.each([
    ["is not JSON", "{", "request body:1"],
    ["has an unknown key", '{"extends":"s",\n"colour":"blue"}', "request body:2"],
    ["extends nothing that exists", '{"extends":"q"}', "request body:1"],
  ])("are refused, with path and line, when the file %s", async (_, text, place) => {
    const { status, body } = await ask("POST", "worlds", text);
    expect(status).toBe(400);
    expect(String((body?.["error"] as { message: string }).message)).toContain(place);
  });
});

test.each([
  ["POST", "worlds/40000000-0000-4000-8000-000000000000/reset"],
  ["POST", "worlds/40000000-0000-4000-8000-000000000000/revoke"],
  ["GET", "worlds"],
  ["GET", "secrets"],
  ["GET", "assets/..%2f..%2fmain.ts"],
  ["DELETE", ""],
])("%s %s is not there", async (method, path) => {
  const { status, body } = await ask(method, path);
  expect([status, (body?.["error"] as { code: string }).code]).toEqual([404, "NotFound"]);
});

test("revoking names a person of the world", async () => {
  const path = `worlds/${emulator.description.tenantId}/revoke`;
  expect((await ask("POST", path, "nonsense")).status).toBe(400);
  expect((await ask("POST", path, '{"objectId":"nobody"}')).status).toBe(404);
});
