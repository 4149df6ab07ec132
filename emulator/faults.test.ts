import { describe, expect, test } from "vitest";
import { Browser, graphScope, persona, type Tokens } from "./testing/browser";
import { useEmulator } from "./testing/world-of-tests";
import type { Fault } from "./world";

const emulator = useEmulator();
const subscriptions = "/subscriptions?api-version=2022-12-01";
const resourceGraph = "/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01";
const me = "/v1.0/me";

/** Somebody signed in to a world with these faults, who asks for paths. */
async function withFaults(faults: Fault[], more: Record<string, unknown> = {}) {
  const world = await emulator.world({ faults, ...more });
  const browser = new Browser(world);
  let tokens = await browser.signIn(persona(world, "Mira"));
  const renew = async (form: Record<string, string> = {}) => {
    tokens = (await browser.redeem({ refresh_token: tokens.refresh_token, ...form })) as Tokens;
    return tokens;
  };
  const ask = async (path: string, body?: object) => {
    const token =
      path === me
        ? (await browser.signIn(persona(world, "Mira"), { scope: graphScope })).access_token
        : tokens.access_token;
    return fetch(emulator.url + path, {
      method: body ? "POST" : "GET",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
  };
  return { world, browser, ask, renew };
}
const codeOf = async (response: Response) => ((await response.json()) as { error: { code: string } }).error.code;

describe("an effect", () => {
  test("throttle: each service in its own words, with and without Retry-After", async () => {
    const arm = await withFaults([{ service: "arm", effect: { kind: "throttle", retryAfterSeconds: 7 } }]);
    const response = await arm.ask(subscriptions);
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "7"]);
    expect(await codeOf(response)).toBe("TooManyRequests");

    const { ask } = await withFaults(inEveryService({ kind: "throttle" }));
    const query = await ask(resourceGraph, { query: "ResourceContainers" });
    expect([query.status, query.headers.get("retry-after")]).toEqual([429, null]);
    expect(query.headers.get("x-ms-user-quota-remaining")).toBe("0");
    expect(await codeOf(query)).toBe("RateLimiting");
    const graph = await ask(me);
    expect(graph.status).toBe(429);
    expect(await graph.json()).toMatchObject({
      error: { code: "TooManyRequests", innerError: { "request-id": graph.headers.get("request-id") } },
    });
  });

  test("status: with Azure's code, or one's own", async () => {
    const { ask } = await withFaults([
      { service: "arm", match: { contains: "/subscriptions?" }, effect: { kind: "status", status: 503 } },
      { service: "arm", effect: { kind: "status", status: 403, code: "AuthorizationFailed", message: "No." } },
    ]);
    const unavailable = await ask(subscriptions);
    expect([unavailable.status, await codeOf(unavailable)]).toEqual([503, "ServiceUnavailable"]);
    const denied = await ask("/tenants?api-version=2022-12-01");
    expect(await denied.json()).toEqual({ error: { code: "AuthorizationFailed", message: "No." } });
  });

  test("body: whatever the world says", async () => {
    const { ask } = await withFaults([
      { service: "arm", effect: { kind: "body", text: "<html>Sign in to the Wi-Fi</html>", contentType: "text/html" } },
    ]);
    const response = await ask(subscriptions);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/html"]);
    expect(await response.text()).toContain("Wi-Fi");
  });

  test("reset: the connection is gone", async () => {
    const { ask } = await withFaults([{ service: "arm", effect: { kind: "reset" } }]);
    await expect(ask(subscriptions)).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
  });

  test("cut: a body that ends too early is noticed", async () => {
    const { ask } = await withFaults([{ service: "arm", effect: { kind: "cut", afterBytes: 20 } }]);
    const response = await ask(subscriptions);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow("terminated");
  });

  test("cut: also where the body is shorter than that", async () => {
    const { ask } = await withFaults([{ service: "arm", effect: { kind: "cut", afterBytes: 10_000_000 } }]);
    await expect((await ask(subscriptions)).text()).rejects.toThrow("terminated");
  });

  test("hang: no answer comes", async () => {
    const { ask } = await withFaults([{ service: "arm", effect: { kind: "hang" } }]);
    const waited = new Promise((resolve) => setTimeout(resolve, 300, "still waiting"));
    expect(await Promise.race([ask(subscriptions).catch(() => "ended"), waited])).toBe("still waiting");
  });

  test("latency: adds up, with what the world's settings demand of every call", async () => {
    const slow: Fault = { service: "arm", effect: { kind: "latency", ms: 60 } };
    const { ask } = await withFaults([slow, slow], { settings: { latencyMs: 50 } });
    const started = performance.now();
    expect((await ask(subscriptions)).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(165);
  });
});

describe("a claims challenge", () => {
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1726000000"}}}';

  test("is met by any newer token, since a page may not be able to read it", async () => {
    const { ask, renew } = await withFaults([{ service: "arm", effect: { kind: "claimsChallenge", claims } }]);
    const refused = await ask(subscriptions);
    expect(refused.status).toBe(401);
    const header = refused.headers.get("www-authenticate") ?? "";
    expect(header).toContain('error="insufficient_claims"');
    const encoded = /claims="([^"]+)"/.exec(header)?.[1] ?? "";
    expect(Buffer.from(encoded, "base64").toString()).toBe(claims);
    expect((await ask(subscriptions)).status).toBe(401);
    await renew();
    expect((await ask(subscriptions)).status).toBe(200);
  });

  test("for an authentication context is met by a token that carries it", async () => {
    const context = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    const { ask, renew, world } = await withFaults([
      { service: "arm", effect: { kind: "claimsChallenge", claims: context } },
    ]);
    expect((await ask(subscriptions)).status).toBe(401);
    await renew();
    expect((await ask(subscriptions)).status).toBe(401);
    const stepped = await new Browser(world).signIn(persona(world, "Mira"), { claims: context });
    const response = await fetch(emulator.url + subscriptions, {
      headers: { authorization: `Bearer ${stepped.access_token}` },
    });
    expect(response.status).toBe(200);
  });
});

describe("a fault hits", () => {
  const status = (code: number) => ({ kind: "status", status: code }) as const;

  test("so many times and no more", async () => {
    const { ask } = await withFaults([{ service: "arm", times: 2, effect: status(500) }]);
    const seen = [];
    for (let call = 0; call < 4; call += 1) seen.push((await ask(subscriptions)).status);
    expect(seen).toEqual([500, 500, 200, 200]);
  });

  test("a share of the requests, the same ones for the same seed", async () => {
    const run = async (seed: number) => {
      const { ask } = await withFaults([{ service: "arm", rate: 0.4, effect: status(500) }], { seed });
      const seen: number[] = [];
      for (let call = 0; call < 40; call += 1) seen.push((await ask(subscriptions)).status);
      return seen;
    };
    const [first, again, other] = [await run(5), await run(5), await run(6)];
    expect(first).toEqual(again);
    expect(first).not.toEqual(other);
    const hit = first.filter((each) => each === 500).length;
    expect(hit).toBeGreaterThan(6);
    expect(hit).toBeLessThan(28);
  });

  test("queries by their text, and only those", async () => {
    const { ask } = await withFaults([
      { service: "resourceGraph", match: { contains: "managedservicesresources" }, effect: status(500) },
    ]);
    expect((await ask(resourceGraph, { query: "ManagedServicesResources | count" })).status).toBe(500);
    expect((await ask(resourceGraph, { query: "ResourceContainers | count" })).status).toBe(200);
    expect((await ask(subscriptions)).status).toBe(200);
  });

  test("one subscription, one method, one person", async () => {
    const wanted = "10000000-0000-4000-8000-000000000001";
    const { ask, world } = await withFaults([
      { service: "arm", match: { subscription: wanted.toUpperCase() }, effect: status(502) },
      { service: "arm", match: { method: "post" }, effect: status(504) },
    ]);
    expect((await ask(`/subscriptions/${wanted}?api-version=2022-12-01`)).status).toBe(502);
    expect((await ask(subscriptions)).status).toBe(200);
    expect((await ask("/subscriptions?api-version=2022-12-01", {})).status).toBe(504);

    const ruth = persona(world, "Ruth");
    const personal = await withFaults([{ service: "arm", match: { persona: ruth }, effect: status(500) }]);
    expect((await personal.ask(subscriptions)).status).toBe(200);
    const { access_token } = await new Browser(personal.world).signIn(persona(personal.world, "Ruth"));
    const hit = await fetch(emulator.url + subscriptions, { headers: { authorization: `Bearer ${access_token}` } });
    expect(hit.status).toBe(500);
  });

  test("the sign-in service too", async () => {
    const { renew } = await withFaults([
      { service: "login", match: { contains: "/token", method: "POST" }, times: 1, effect: { kind: "latency", ms: 1 } },
      { service: "login", match: { contains: "/nowhere" }, effect: status(500) },
    ]);
    expect(await renew()).toHaveProperty("access_token");
    const world = await emulator.world({ faults: [{ service: "login", effect: status(503) }] });
    const browser = new Browser(world);
    expect(await browser.redeem({ refresh_token: "x" })).toMatchObject({ error: "server_error" });
  });

  test("the first that matches decides", async () => {
    const { ask } = await withFaults([
      { service: "graph", effect: status(500) },
      { service: "any", match: { contains: "/subscriptions" }, effect: status(502) },
      { service: "arm", effect: status(503) },
    ]);
    expect((await ask(subscriptions)).status).toBe(502);
  });

  test("again from the beginning after a reset", async () => {
    const { ask, world } = await withFaults([{ service: "arm", times: 1, effect: status(500) }]);
    expect((await ask(subscriptions)).status).toBe(500);
    expect((await ask(subscriptions)).status).toBe(200);
    await fetch(`${emulator.url}/_emulator/worlds/${world.tenantId}/reset`, { method: "POST" });
    expect((await ask(subscriptions)).status).toBe(500);
  });
});

/** Every service but the one that signs in. */
function inEveryService(effect: Fault["effect"]): Fault[] {
  return (["arm", "resourceGraph", "graph"] as const).map((service) => ({ service, effect }));
}
