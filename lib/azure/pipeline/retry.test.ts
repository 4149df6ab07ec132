import { describe, expect, it } from "vitest";
import { AzureError } from "../errors";
import { failure, scripted, type Deed } from "../testing/scripted";

const good: Deed = { body: { value: [] } };
const call = { path: "/subscriptions", query: { "api-version": "2022-12-01" } };

/** The server does this to the first two calls, and then answers. */
async function meets(deed: Deed) {
  const { azure, run, seen, clock, events } = scripted((_, index) => (index < 2 ? deed : good));
  const startedAt = clock.now();
  const { status } = await run(azure.arm.send(call));
  return { status, requests: seen.length, ms: clock.now() - startedAt, gaps: gapsOf(seen), events };
}

const gapsOf = (seen: readonly { at: number }[]) => seen.slice(1).map(({ at }, index) => at - (seen[index]?.at ?? 0));

describe("what a server may do to the first two calls", () => {
  it("429 with Retry-After: waits as long as it says, and not much longer", async () => {
    const { status, requests, gaps } = await meets({ status: 429, headers: { "Retry-After": "3" } });
    expect([status, requests]).toEqual([200, 3]);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(3000);
    for (const gap of gaps) expect(gap).toBeLessThan(3500);
  });

  it("429 whose Retry-After is hidden: waits by itself, longer the second time", async () => {
    const { status, requests, gaps } = await meets({ status: 429 });
    expect([status, requests]).toEqual([200, 3]);
    expect(gaps[0]).toBeGreaterThan(1500);
    expect(gaps[1]).toBeGreaterThan(gaps[0] ?? Infinity);
  });

  it("429 that says the time in words alone: believes the words", async () => {
    const message = "Number of 'read' requests exceeded. Please try again after '10' seconds.";
    const { requests, gaps } = await meets({
      status: 429,
      body: { error: { code: "SubscriptionRequestsThrottled", message } },
    });
    expect(requests).toBe(3);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(10_000);
  });

  it("429 with a date: waits until then", async () => {
    const { azure, run, seen, clock } = scripted((_, index) =>
      index === 0 ? { status: 429, headers: { "retry-after": new Date(clock.now() + 20_000).toUTCString() } } : good,
    );
    await run(azure.arm.send(call));
    expect(gapsOf(seen)[0]).toBeGreaterThanOrEqual(19_000);
  });

  it.each([408, 500, 502, 503, 504])("%i: tries again", async (status) => {
    const met = await meets({ status, text: "<html>gateway</html>" });
    expect([met.status, met.requests]).toEqual([200, 3]);
  });

  it("503 with Retry-After: waits for it", async () => {
    const { gaps } = await meets({ status: 503, headers: { "retry-after": "7" } });
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(7000);
  });

  it("a cut connection: tries again", async () => {
    const { status, requests, ms } = await meets("cut");
    expect([status, requests]).toEqual([200, 3]);
    expect(ms).toBeLessThan(5000);
  });

  it("silence: gives up a try after 30 seconds, and tries again", async () => {
    const { status, requests, gaps } = await meets("hang");
    expect([status, requests]).toEqual([200, 3]);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(30_000);
    for (const gap of gaps) expect(gap).toBeLessThan(34_000);
  });

  it("JSON that ends too early: tries again", async () => {
    expect(await meets({ text: '{"value":[{"id":"/subscr' })).toMatchObject({ status: 200, requests: 3 });
  });

  it("nothing at all in a 200: tries again", async () => {
    expect(await meets({ text: "" })).toMatchObject({ status: 200, requests: 3 });
  });

  it("the page of a captive portal: tries again", async () => {
    expect(await meets({ text: "<!doctype html><title>Wi-Fi</title>" })).toMatchObject({ status: 200, requests: 3 });
  });

  it("says each time why it tries again", async () => {
    const { events } = await meets("cut");
    expect(events).toEqual([
      { kind: "retry", service: "arm", attempt: 1, why: "connection lost" },
      { kind: "retry", service: "arm", attempt: 2, why: "connection lost" },
    ]);
  });
});

describe("what a server does for ever", () => {
  it.each<[string, Deed, AzureError["kind"], number]>([
    ["429", { status: 429, headers: { "retry-after": "1" } }, "throttled", 12],
    ["503", { status: 503 }, "unavailable", 6],
    ["cut connections", "cut", "network", 6],
    ["silence", "hang", "timedOut", 4],
    ["cut JSON", { text: '{"value":[' }, "malformed", 6],
    ["a foreign page", { text: "<html>" }, "malformed", 3],
  ])("%s ends in an error after so many tries", async (_, deed, kind, requests) => {
    const { azure, run, seen } = scripted(() => deed);
    const error = await run(failure(azure.arm.send(call)));
    expect(error).toBeInstanceOf(AzureError);
    expect(error).toMatchObject({ kind, service: "arm" });
    expect(seen).toHaveLength(requests);
  });

  it.each<[number, AzureError["kind"]]>([
    [400, "rejected"],
    [403, "refused"],
    [404, "notFound"],
    [409, "rejected"],
    [412, "rejected"],
    [501, "unavailable"],
    [302, "malformed"],
  ])("%i is final at once", async (status, kind) => {
    const { azure, run, seen } = scripted(() => ({ status }));
    expect(await run(failure(azure.arm.send(call)))).toMatchObject({ kind });
    expect(seen).toHaveLength(1);
  });

  it("a wait longer than five minutes is refused at once, and not slept through", async () => {
    const { azure, run, seen, clock } = scripted(() => ({ status: 429, headers: { "retry-after": "3600" } }));
    const startedAt = clock.now();
    expect(await run(failure(azure.arm.send(call)))).toMatchObject({ kind: "throttled" });
    expect(await run(failure(azure.arm.send(call)))).toMatchObject({ kind: "throttled" });
    expect(seen).toHaveLength(1);
    expect(clock.now() - startedAt).toBeLessThan(1000);
  });
});

describe("without a network", () => {
  it("twenty calls make fewer than twenty-one requests in the first five seconds after resuming", async () => {
    let isOffline = true;
    const { azure, run, seen, clock } = scripted(() => (isOffline ? "cut" : good));
    const calls = Promise.allSettled(Array.from({ length: 20 }, () => azure.arm.send(call)));
    await run(clock.wait(20_000));
    isOffline = false;
    const resumed = clock.now();
    const results = await run(calls);
    const early = seen.filter(({ at }) => at >= resumed && at < resumed + 5000);
    expect(early.length).toBeLessThanOrEqual(20);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(20);
  });
});

it("a machine that slept through the first try asks again", async () => {
  const { azure, run, sleep, seen } = scripted((_, index) => {
    if (index > 0) return good;
    sleep(8 * 3_600_000);
    return "hang";
  });
  expect(await run(azure.arm.send(call))).toMatchObject({ status: 200 });
  expect(seen).toHaveLength(2);
});

describe("progress", () => {
  it("starts the time limit anew: a slow answer that keeps coming is not cut off", async () => {
    const { azure, run, seen } = scripted(async ({ request }) => {
      for (let piece = 0; piece < 6; piece++) {
        await clock.wait(20_000);
        request.onDownloadProgress?.({ loadedBytes: piece });
      }
      return good;
    }, {});
    const { clock } = azure.arm;
    expect(await run(azure.arm.send(call))).toMatchObject({ status: 200 });
    expect(seen).toHaveLength(1);
  });
});

describe("cancelling", () => {
  it.each<[string, Deed, number]>([
    ["in flight, with a server that ignores it", "hang", 1000],
    ["while a 429 is waited out", { status: 429, headers: { "retry-after": "60" } }, 1000],
    ["between two tries", { status: 503, headers: { "retry-after": "60" } }, 1000],
  ])("ends a call at once %s", async (_, deed, after) => {
    const { azure, run, clock, seen } = scripted(() => deed);
    const stop = new AbortController();
    const startedAt = clock.now();
    const ended = failure(azure.arm.send({ ...call, signal: stop.signal })).then((error) => ({
      error,
      at: clock.now(),
    }));
    void clock.wait(after).then(() => stop.abort());
    const { error, at } = await run(ended);
    expect(error).toMatchObject({ kind: "cancelled" });
    expect(at - startedAt).toBeLessThanOrEqual(after + 100);
    await run(clock.wait(120_000));
    expect(seen).toHaveLength(1);
  });

  it("ends calls in the queue without a request, and leaves no lane blocked", async () => {
    const { azure, run, seen, clock } = scripted((_, index) => (index < 20 ? "hang" : good));
    const stop = new AbortController();
    const first = Array.from({ length: 40 }, () => failure(azure.arm.send({ ...call, signal: stop.signal })));
    await run(clock.wait(10));
    stop.abort();
    for (const error of await run(Promise.all(first))) expect(error).toMatchObject({ kind: "cancelled" });
    expect(seen).toHaveLength(20);
    expect(await run(azure.arm.send(call))).toMatchObject({ status: 200 });
  });

  it("an aborted signal sends nothing", async () => {
    const { azure, run, seen } = scripted(() => good);
    expect(await run(failure(azure.arm.send({ ...call, signal: AbortSignal.abort() })))).toMatchObject({
      kind: "cancelled",
    });
    expect(seen).toHaveLength(0);
  });
});
