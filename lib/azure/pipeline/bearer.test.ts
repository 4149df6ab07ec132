import { describe, expect, it } from "vitest";
import { InteractionRequired, type TokenSource } from "../client";
import { failure, scripted, type Deed, type Seen } from "../testing/scripted";
import type { Clock } from "./clock";

const good: Deed = { body: { value: [] } };
const call = { path: "/subscriptions" };
const claims = '{"access_token":{"nbf":{"essential":true,"value":"1726000000"}}}';
const challenge = `Bearer error="insufficient_claims", claims="${btoa(claims)}"`;

/** Hands out token-1, token-2, …, each after 300 ms, as the sign-in service would. */
function issuer(clock: () => Clock, lifetimeMs = 3_600_000) {
  const asked: Parameters<TokenSource>[0][] = [];
  let issued = 0;
  let held = "";
  const token: TokenSource = async (request) => {
    asked.push(request);
    await clock().wait(300);
    if (held === "" || request.forceRefresh || request.claims) held = `token-${++issued}`;
    return { token: held, expiresOn: clock().now() + lifetimeMs };
  };
  return { asked, token };
}

const many = (count: number, start: () => Promise<unknown>) => Promise.allSettled(Array.from({ length: count }, start));
const isFulfilled = ({ status }: PromiseSettledResult<unknown>) => status === "fulfilled";

describe("a token that is refused while 100 calls are in flight", () => {
  const serveAfterRevocation =
    (header: Record<string, string>) =>
    ({ token }: Seen): Deed =>
      token === "token-1"
        ? { status: 401, headers: header, body: { error: { code: "ExpiredAuthenticationToken" } } }
        : good;

  it.each([
    ["with a claims challenge", { "www-authenticate": challenge }, { claims }],
    ["with the header hidden", {}, { forceRefresh: true }],
  ])("%s is renewed once, and no call is lost", async (_, header, how) => {
    const { asked, token } = issuer(() => azure.arm.clock);
    const { azure, run, seen } = scripted(serveAfterRevocation(header), { token });
    const results = await run(many(100, () => azure.arm.send(call)));
    expect(results.every(isFulfilled)).toBe(true);
    expect(asked.filter(({ forceRefresh, claims: demanded }) => forceRefresh || demanded)).toHaveLength(1);
    expect(asked.at(-1)).toMatchObject({ scope: "https://management.azure.com/user_impersonation", ...how });
    expect(seen.filter(({ token: used }) => used === "token-2")).toHaveLength(100);
  });

  it("is renewed once whenever it expires in the middle of a load, 200 times over", async () => {
    for (let seed = 1; seed <= 200; seed++) {
      let revokedAt = Infinity;
      const { asked, token } = issuer(() => azure.arm.clock);
      const { azure, run, random, clock } = scripted(
        ({ token: used }) => (used === "token-1" && clock.now() >= revokedAt ? { status: 401 } : good),
        { token, seed },
      );
      revokedAt = clock.now() + random() * 900;
      const results = await run(many(100, () => azure.arm.send(call)));
      expect(results.every(isFulfilled)).toBe(true);
      expect(asked.filter(({ forceRefresh }) => forceRefresh).length).toBeLessThanOrEqual(1);
      if (clock.now() > revokedAt + 500) expect(asked.filter(({ forceRefresh }) => forceRefresh)).toHaveLength(1);
    }
  });

  it("is renewed once also for refusals that come long after the renewal", async () => {
    const { asked, token } = issuer(() => azure.arm.clock);
    const { azure, run, random } = scripted(
      async ({ token: used }) => {
        if (used !== "token-1") return good;
        await clock.wait(random() * 5000);
        return { status: 401 };
      },
      { token },
    );
    const { clock } = azure.arm;
    const results = await run(many(20, () => azure.arm.send(call)));
    expect(results.every(isFulfilled)).toBe(true);
    expect(asked).toHaveLength(2);
  });

  it("serves Resource Manager and Resource Graph with one token, and Graph with its own", async () => {
    const { asked, token } = issuer(() => azure.arm.clock);
    const { azure, run } = scripted(() => good, { token });
    await run(
      many(9, () => Promise.all([azure.arm, azure.resourceGraph, azure.graph].map((client) => client.send(call)))),
    );
    expect(asked.map(({ scope }) => scope).sort()).toEqual([
      "https://graph.microsoft.com/.default",
      "https://management.azure.com/user_impersonation",
    ]);
  });
});

describe("a session that only the person can renew", () => {
  const source: TokenSource = async ({ claims: demanded, forceRefresh }) => {
    if (demanded || forceRefresh) throw new InteractionRequired();
    return { token: "token-1", expiresOn: Infinity };
  };
  const serve = ({ token }: Seen): Deed =>
    token === "token-1" ? { status: 401, headers: { "www-authenticate": challenge } } : good;

  it("fails each call with signInRequired and the claims, and says so once", async () => {
    const { azure, run, events, seen } = scripted(serve, { token: source });
    const results = await run(many(100, () => failure(azure.arm.send(call))));
    for (const result of results) expect(result).toMatchObject({ value: { kind: "signInRequired", claims } });
    expect(events.filter(({ kind }) => kind === "interactionRequired")).toEqual([
      { kind: "interactionRequired", scope: "https://management.azure.com/user_impersonation", claims },
    ]);
    expect(seen.length).toBeLessThan(25);
  });

  it("says so once also to calls that are refused long after", async () => {
    let asked = 0;
    const { azure, run, events, random } = scripted(
      async () => {
        await clock.wait(random() * 5000);
        return { status: 401, headers: { "www-authenticate": challenge } };
      },
      {
        token: async (request) => {
          asked += 1;
          return source(request);
        },
      },
    );
    const { clock } = azure.arm;
    for (const result of await run(many(20, () => failure(azure.arm.send(call)))))
      expect(result).toMatchObject({ value: { kind: "signInRequired", claims } });
    expect(events.filter(({ kind }) => kind === "interactionRequired")).toHaveLength(1);
    expect(asked).toBe(2);
  });

  it("goes on after signedIn()", async () => {
    let isSignedIn = false;
    const { azure, run } = scripted(serve, {
      token: async (request) => (isSignedIn ? { token: "token-2", expiresOn: Infinity } : source(request)),
    });
    expect(await run(failure(azure.arm.send(call)))).toMatchObject({ kind: "signInRequired" });
    isSignedIn = true;
    azure.signedIn();
    expect(await run(azure.arm.send(call))).toMatchObject({ status: 200 });
  });

  it("waits for the person where signIn is given, asks once, and then goes on where it was", async () => {
    const demands: unknown[] = [];
    let isSignedIn = false;
    const { azure, run, clock } = scripted(serve, {
      token: async (request) => (isSignedIn ? { token: "token-2", expiresOn: Infinity } : source(request)),
      signIn: async (demand) => {
        demands.push(demand);
        await clock.wait(240_000);
        isSignedIn = true;
      },
    });
    const results = await run(many(100, () => azure.arm.send(call)));
    expect(results.every(isFulfilled)).toBe(true);
    expect(demands).toEqual([{ scope: "https://management.azure.com/user_impersonation", claims }]);
  });

  it("asks no second time for a service whose refused token is still in the cache after the sign-in", async () => {
    let isSignedIn = false;
    let demands = 0;
    const refused = ({ token }: Seen): Deed => (token === "token-1" ? { status: 401 } : good);
    const { azure, run } = scripted(refused, {
      token: async ({ forceRefresh }) => {
        if (!forceRefresh) return { token: "token-1", expiresOn: Infinity };
        if (!isSignedIn) throw new InteractionRequired();
        return { token: "token-2", expiresOn: Infinity };
      },
      signIn: async () => {
        demands += 1;
        isSignedIn = true;
      },
    });
    expect(await run(azure.arm.send(call))).toMatchObject({ status: 200 });
    expect(demands).toBe(1);
  });

  it("asks no more than once when even the fresh token is refused, and then fails", async () => {
    let issued = 0;
    const demands: unknown[] = [];
    const { azure, run, seen } = scripted(() => ({ status: 401 }), {
      token: async () => ({ token: `token-${++issued}`, expiresOn: Infinity }),
      signIn: async (demand) => void demands.push(demand),
    });
    expect(await run(failure(azure.arm.send(call)))).toMatchObject({ kind: "signInRequired" });
    expect(demands).toHaveLength(1);
    expect(seen).toHaveLength(3);
  });

  it("is not what missing consent means: nobody is asked, and the permission is named", async () => {
    class ConsentMissing extends Error {
      override readonly name = "ConsentMissing";
    }
    let asked = 0;
    const demands: unknown[] = [];
    const { azure, run } = scripted(() => good, {
      token: async () => {
        asked += 1;
        throw new ConsentMissing();
      },
      signIn: async (demand) => void demands.push(demand),
    });
    for (const result of await run(many(15, () => failure(azure.graph.send(call)))))
      expect(result).toMatchObject({ value: { kind: "refused", permission: "Directory.Read.All" } });
    expect([asked, demands]).toEqual([1, []]);
  });

  it("is not what a subscription of another tenant means: no renewal, and refused", async () => {
    const { asked, token } = issuer(() => azure.arm.clock);
    const error = { code: "InvalidAuthenticationTokenTenant", message: "The access token is from the wrong issuer." };
    const { azure, run, seen } = scripted(() => ({ status: 401, body: { error } }), { token });
    expect(await run(failure(azure.arm.send(call)))).toMatchObject({
      kind: "refused",
      code: "InvalidAuthenticationTokenTenant",
    });
    expect([seen.length, asked.length]).toEqual([1, 1]);
  });
});

describe("a token that is about to expire", () => {
  it("is renewed ahead of time, while calls go on with the old one", async () => {
    const { asked, token } = issuer(() => azure.arm.clock, 600_000);
    const { azure, run, clock } = scripted(() => good, { token });
    await run(azure.arm.send(call));
    await run(clock.wait(500_000));
    const startedAt = clock.now();
    await run(many(10, () => azure.arm.send(call)));
    expect(asked).toHaveLength(2);
    expect(clock.now() - startedAt).toBeLessThan(200);
  });

  it("is waited for once it has expired", async () => {
    const { asked, token } = issuer(() => azure.arm.clock, 600_000);
    const { azure, run, clock } = scripted(() => good, { token });
    await run(azure.arm.send(call));
    await run(clock.wait(700_000));
    await run(many(10, () => azure.arm.send(call)));
    expect(asked).toHaveLength(2);
  });
});

describe("a sign-in service that does not answer", () => {
  it("is asked three times for all calls together, and then named", async () => {
    let asked = 0;
    const token: TokenSource = async () => {
      asked += 1;
      throw new TypeError("Failed to fetch");
    };
    const { azure, run, seen } = scripted(() => good, { token });
    for (const result of await run(many(15, () => failure(azure.arm.send(call)))))
      expect(result).toMatchObject({ value: { kind: "network", code: "TokenUnavailable" } });
    expect([asked, seen.length]).toEqual([3, 0]);
  });

  it("is given up after a minute of silence", async () => {
    const { azure, run } = scripted(() => good, { token: () => new Promise(() => undefined) });
    expect(await run(failure(azure.arm.send(call)))).toMatchObject({ code: "TokenUnavailable" });
  });
});

it("keeps tokens out of errors and events", async () => {
  const jwt = `eyJhbGciOiJSUzI1NiJ9.${btoa('{"tid":"x"}')}.c2lnbmF0dXJl`;
  const deeds: Deed[] = [
    {
      status: 403,
      body: {
        error: {
          code: "AuthorizationFailed",
          message: `The token ${jwt} may not`,
          details: [{ code: "x", message: jwt }],
        },
      },
    },
    { status: 500, text: jwt },
    { status: 401, text: jwt },
    "cut",
    { text: `<html>${jwt}` },
  ];
  for (const deed of deeds) {
    const { azure, run, events } = scripted(() => deed, { token: async () => ({ token: jwt, expiresOn: Infinity }) });
    const error = await run(failure(azure.arm.send(call)));
    const told = JSON.stringify([
      events,
      error,
      Object.entries(error as object),
      String(error),
      (error as Error).stack,
    ]);
    expect(told).not.toContain(jwt.slice(0, 30));
    expect((error as Error).cause).toBeUndefined();
  }
});
