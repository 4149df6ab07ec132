import { generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { Browser, claimsOf, graphScope, persona } from "./testing/browser";
import { TestClock, useEmulator } from "./testing/world-of-tests";

const clock = new TestClock();
const emulator = useEmulator({ now: clock.read });
const tokens = { arm: "", graph: "" };

beforeAll(async () => {
  const browser = emulator.browser();
  const mira = persona(emulator.description, "Mira");
  tokens.arm = (await browser.signIn(mira)).access_token;
  tokens.graph = (await browser.signIn(mira, { scope: graphScope })).access_token;
});

const paths = { arm: "/subscriptions?api-version=2022-12-01", graph: "/v1.0/me" };
type Service = keyof typeof paths;

async function ask(service: Service, authorization: string | null, url = emulator.url) {
  const response = await fetch(url + paths[service], { headers: authorization === null ? {} : { authorization } });
  const body = (await response.json()) as { error?: { code: string; message: string } };
  return { status: response.status, ...body.error, challenge: response.headers.get("www-authenticate") ?? "" };
}

test.each(["arm", "graph"] as const)("%s lets its own token in", async (service) => {
  expect(await ask(service, `Bearer ${tokens[service]}`)).toMatchObject({ status: 200 });
  expect(await ask(service, `bearer ${tokens[service]}`)).toMatchObject({ status: 200 });
});

describe("a token is refused", () => {
  const forged = async (claims: Record<string, unknown> = claimsOf(tokens.arm)) =>
    new SignJWT(claims).setProtectedHeader({ alg: "RS256" }).sign((await generateKeyPair("RS256")).privateKey);

  const cases: [string, Service, () => string | null | Promise<string | null>, string][] = [
    ["missing", "arm", () => null, "AuthenticationFailed"],
    ["missing", "graph", () => null, "InvalidAuthenticationToken"],
    ["of another scheme", "arm", () => "Basic dXNlcjpwYXNz", "AuthenticationFailed"],
    ["empty", "arm", () => "Bearer ", "AuthenticationFailed"],
    ["not a token", "arm", () => "Bearer secret", "AuthenticationFailed"],
    ["not a token", "graph", () => "Bearer secret", "InvalidAuthenticationToken"],
    ["of Graph", "arm", () => `Bearer ${tokens.graph}`, "InvalidAuthenticationTokenAudience"],
    ["of ARM", "graph", () => `Bearer ${tokens.arm}`, "InvalidAuthenticationToken"],
    ["signed by another key", "arm", async () => `Bearer ${await forged()}`, "InvalidAuthenticationToken"],
    ["signed by another key", "graph", async () => `Bearer ${await forged()}`, "InvalidAuthenticationToken"],
    [
      "not signed",
      "arm",
      () => `Bearer ${new UnsecuredJWT(claimsOf(tokens.arm)).encode()}`,
      "InvalidAuthenticationToken",
    ],
    ["changed", "arm", () => `Bearer ${changed(tokens.arm)}`, "InvalidAuthenticationToken"],
    ["cut off", "arm", () => `Bearer ${tokens.arm.slice(0, -20)}`, "InvalidAuthenticationToken"],
  ];
  test.each(cases)("%s, by %s", async (_, service, authorization, code) => {
    const refusal = await ask(service, await authorization());
    expect(refusal).toMatchObject({ status: 401, code });
    expect(refusal.challenge).toMatch(/^Bearer /);
  });

  test("as an ID token", async () => {
    const { id_token } = await emulator.browser().signIn(persona(emulator.description, "Mira"));
    expect(await ask("arm", `Bearer ${id_token}`)).toMatchObject({ code: "InvalidAuthenticationTokenAudience" });
  });

  test("of a tenant that is gone", async () => {
    const world = await emulator.world();
    const { access_token } = await new Browser(world).signIn(persona(world, "Mira"));
    expect(await ask("arm", `Bearer ${access_token}`)).toMatchObject({ status: 200 });
    await fetch(`${emulator.url}/_emulator/worlds/${world.tenantId}`, { method: "DELETE" });
    expect(await ask("arm", `Bearer ${access_token}`)).toMatchObject({
      status: 401,
      code: "InvalidAuthenticationTokenTenant",
    });
  });

  test("when it has expired, which the world decides", async () => {
    const world = await emulator.world({ settings: { accessTokenSeconds: 60 } });
    const browser = new Browser(world);
    const { access_token, expires_in } = await browser.signIn(persona(world, "Mira"));
    expect(expires_in).toBe(60);
    clock.advance(59);
    expect(await ask("arm", `Bearer ${access_token}`)).toMatchObject({ status: 200 });
    clock.advance(1);
    expect(await ask("arm", `Bearer ${access_token}`)).toMatchObject({
      status: 401,
      code: "ExpiredAuthenticationToken",
    });
  });
});

describe("a revoked person", () => {
  const revoke = (tenantId: string, objectId: string) =>
    fetch(`${emulator.url}/_emulator/worlds/${tenantId}/revoke`, {
      method: "POST",
      body: JSON.stringify({ objectId }),
    });
  const claims = JSON.stringify({ access_token: { xms_cc: { values: ["CP1"] } } });

  test("is challenged at once, and let in with a token from after it", async () => {
    const world = await emulator.world();
    const browser = new Browser(world);
    const mira = persona(world, "Mira");
    const before = await browser.signIn(mira, { claims });
    await revoke(world.tenantId, mira);
    const refusal = await ask("arm", `Bearer ${before.access_token}`);
    expect(refusal).toMatchObject({ status: 401 });
    const encoded = /error="insufficient_claims", claims="([^"]+)"/.exec(refusal.challenge)?.[1] ?? "";
    const asked = JSON.parse(Buffer.from(encoded, "base64").toString()) as {
      access_token: { nbf: { essential: boolean; value: string } };
    };
    expect(asked.access_token.nbf.essential).toBe(true);
    const after = await browser.signIn(mira, { claims });
    expect(Number(claimsOf(after.access_token)["nbf"])).toBeGreaterThanOrEqual(Number(asked.access_token.nbf.value));
    expect(await ask("arm", `Bearer ${after.access_token}`)).toMatchObject({ status: 200 });
  });

  test("keeps the token of a client that knows no challenges", async () => {
    const world = await emulator.world();
    const browser = new Browser(world);
    const { access_token } = await browser.signIn(persona(world, "Mira"));
    await revoke(world.tenantId, persona(world, "Mira"));
    expect(await ask("arm", `Bearer ${access_token}`)).toMatchObject({ status: 200 });
  });
});

/** The same token in somebody else's name. */
function changed(token: string): string {
  const [header = "", , signature = ""] = token.split(".");
  const payload = JSON.stringify({ ...claimsOf(token), oid: "90000000-0000-4000-8000-000000000001" });
  return [header, Buffer.from(payload).toString("base64url"), signature].join(".");
}
