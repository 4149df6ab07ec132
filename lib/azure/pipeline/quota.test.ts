import { describe, expect, it } from "vitest";
import { queryResourceGraph } from "../resource-graph";
import { resourceGraphService } from "../testing/resource-graph-service";
import { scripted } from "../testing/scripted";
import { MalformedRecord, record } from "../wire";
import { createQuota } from "./quota";

const count = (raw: unknown): number => {
  if (typeof raw !== "number") throw new MalformedRecord("", "is no number");
  return raw;
};
const row = record({ n: count });
const quota = { queries: 15, windowMs: 5000 };

async function load(options: Omit<Parameters<typeof resourceGraphService>[0], "clock">, seed = 1) {
  const service = resourceGraphService({ quota, ...options, clock: () => azure.arm.clock });
  const { azure, run, seen, clock, events } = scripted(service.serve, { seed });
  const startedAt = clock.now();
  const result = await run(queryResourceGraph(azure, { query: "Resources", row }));
  return { ...result, counts: service.counts, requests: seen.length, ms: clock.now() - startedAt, events, seen };
}

describe("100 pages under a quota of 15 in 5 seconds", () => {
  it.each([true, false])("alone, told=%s: complete, no 429, close to the least time there is", async (tells) => {
    const { rows, missing, counts, ms, requests } = await load({ rows: 100_000, tells });
    expect([rows.length, missing.length, requests]).toEqual([100_000, 0, 100]);
    expect([counts.refused, counts.early]).toEqual([0, 0]);
    expect(ms).toBeLessThan(1.1 * 30_000 + 80);
  });

  it.each([true, false])(
    "with half of it used by another tool, told=%s: complete, few 429, none too early",
    async (tells) => {
      for (let seed = 1; seed <= 10; seed++) {
        const { rows, missing, counts, requests } = await load({ rows: 100_000, tells, others: 7 }, seed);
        expect([rows.length, missing.length]).toEqual([100_000, 0]);
        expect(counts.refused / requests).toBeLessThanOrEqual(0.05);
        expect(counts.early).toBe(0);
      }
    },
  );

  it("with nearly all of it used by another tool: still complete", async () => {
    const { rows, missing, counts } = await load({ rows: 20_000, tells: true, others: 13 });
    expect([rows.length, missing.length, counts.early]).toEqual([20_000, 0, 0]);
  });

  it("tells for how long it waits and how many wait, and when it goes on", async () => {
    const { events } = await load({ rows: 40_000 });
    const waits = events.filter((event) => event.kind === "throttled");
    expect(waits.length).toBeGreaterThan(0);
    for (const { waiting } of waits) expect(waiting).toBeGreaterThan(0);
    expect(events.filter(({ kind }) => kind === "resumed").length).toBeGreaterThan(0);
    expect(events.at(-1)?.kind).toBe("resumed");
  });

  it("uses a larger quota as soon as it is told of it", async () => {
    const { ms } = await load({ rows: 100_000, tells: true, quota: { queries: 50, windowMs: 5000 } });
    expect(ms).toBeLessThan(7000);
  });
});

describe("after a 429", () => {
  it("nothing is sent to that service before Retry-After is over, and others are not held up", async () => {
    const { azure, run, seen, clock } = scripted(({ url }, index) =>
      index === 0 ? { status: 429, headers: { "retry-after": "30" } } : { body: { path: url.pathname } },
    );
    const first = azure.arm.send({ path: "/subscriptions" });
    await run(clock.wait(200));
    const startedAt = clock.now();
    const rest = Array.from({ length: 30 }, () => azure.arm.send({ path: "/tenants" }));
    await run(Promise.all([azure.resourceGraph.send({ path: "/x" }), azure.graph.send({ path: "/v1.0/me" })]));
    expect(clock.now() - startedAt).toBeLessThan(200);
    await run(Promise.all([first, ...rest]));
    const toArm = seen.filter(({ url }) => url.pathname === "/tenants" || url.pathname === "/subscriptions");
    expect(toArm).toHaveLength(32);
    for (const { at } of toArm.slice(1)) expect(at - (toArm[0]?.at ?? 0)).toBeGreaterThanOrEqual(30_000);
  });

  it("one request goes ahead before the others follow", async () => {
    const { azure, run, seen, clock } = scripted(() => (clock.now() - started < 100 ? { status: 429 } : { body: {} }));
    const started = clock.now();
    await run(Promise.all(Array.from({ length: 60 }, () => azure.arm.send({ path: "/subscriptions" }))));
    const after = seen.filter(({ at }) => at > started + 1000).map(({ at }) => at);
    expect(after.filter((at) => at === after[0])).toHaveLength(1);
  });
});

describe("the count of a quota", () => {
  it("counts a request until a window after its answer", () => {
    const count = createQuota({ requests: 2, windowMs: 1000 });
    expect(count.startsAt(0, 1)).toBe(0);
    expect(count.startsAt(0, 2)).toBe(Infinity);
    count.answered(100);
    expect(count.startsAt(100, 1)).toBe(1100);
    count.answered(300);
    expect(count.startsAt(300, 0)).toBe(1100);
    expect(count.startsAt(1100, 0)).toBe(1100);
    expect(count.startsAt(1100, 1)).toBe(1300);
  });

  it("believes the lowest figure of a window, and starts anew with the next", () => {
    const count = createQuota({ requests: 15, windowMs: 5000 });
    count.told(0, 9, 4000);
    count.told(10, 11, 3990);
    expect(count.startsAt(20, 8)).toBe(20);
    expect(count.startsAt(20, 9)).toBe(4000);
    count.told(4010, 14, 5000);
    expect(count.startsAt(4020, 13)).toBe(4020);
  });

  it("tries less after a refusal, and more again when that went well", () => {
    const count = createQuota({ requests: 15, windowMs: 5000 });
    for (let at = 0; at < 8; at++) count.answered(at);
    count.refused(10);
    expect(count.startsAt(10, 0)).toBe(5000);
    expect(count.startsAt(6000, 7)).toBe(6000);
    expect(count.startsAt(6000, 8)).toBe(Infinity);
    expect(count.startsAt(10_010, 8)).toBe(10_010);
    expect(count.startsAt(10_010, 9)).toBe(Infinity);
  });
});
