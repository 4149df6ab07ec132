import { describe, expect, it } from "vitest";
import { queryResourceGraph, type ResourceGraphQuery } from "./resource-graph";
import { optionsOf, plainRow, resourceGraphService } from "./testing/resource-graph-service";
import { failure, scripted, type Deed, type Seen } from "./testing/scripted";
import { id, MalformedRecord, record } from "./wire";

const count = (raw: unknown): number => {
  if (typeof raw !== "number") throw new MalformedRecord("", "is no number");
  return raw;
};
const row = record({ id: id(String), n: count });
type Row = ReturnType<typeof row>;

function against(
  options: Partial<Parameters<typeof resourceGraphService>[0]> & {
    serve?: (seen: Seen, usual: (seen: Seen) => Deed) => Deed;
  },
  seed = 1,
) {
  const service = resourceGraphService({ rows: 0, ...options, clock: () => azure.arm.clock });
  const serve = (seen: Seen) => options.serve?.(seen, service.serve) ?? service.serve(seen);
  const { azure, run, seen, clock } = scripted(serve, { seed });
  const query = (more: Partial<ResourceGraphQuery<Row>> = {}) =>
    queryResourceGraph(azure, { query: "Resources | project id | order by id asc", row, ...more });
  return { azure, run, seen, clock, query };
}

const edit = (deed: Deed, change: (body: { data: unknown[]; totalRecords: unknown }) => object): Deed =>
  typeof deed === "object" ? { ...deed, body: change(deed.body as { data: unknown[]; totalRecords: unknown }) } : deed;

const missingCount = (missing: readonly { from: number; to: number }[]) =>
  missing.reduce((sum, { from, to }) => sum + to - from, 0);

describe("paging", () => {
  it.each([0, 1, 999, 1000, 1001, 2000, 12_345])(
    "reads %i rows with as few queries as there are pages",
    async (rows) => {
      const { run, seen, query } = against({ rows });
      const result = await run(query());
      expect(result).toMatchObject({ expected: rows, missing: [], malformed: [], limitHit: false });
      expect(new Set(result.rows.map(({ n }) => n)).size).toBe(rows);
      expect(seen).toHaveLength(Math.max(1, Math.ceil(rows / 1000)));
    },
  );

  it("asks the documented way, across all that the person can read", async () => {
    const { run, seen, query } = against({ rows: 1500 });
    await run(query());
    expect(seen[0]?.url.href).toBe(
      "https://management.azure.com/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01",
    );
    expect(seen.map(({ body }) => body)).toEqual([
      {
        query: "Resources | project id | order by id asc",
        options: { $top: 1000, $skip: 0, resultFormat: "objectArray", allowPartialScopes: true },
      },
      {
        query: "Resources | project id | order by id asc",
        options: { $top: 500, $skip: 1000, resultFormat: "objectArray", allowPartialScopes: true },
      },
    ]);
  });

  it("tells pages as they arrive, with how much there is", async () => {
    const { run, query } = against({ rows: 3500 });
    const told: [number, number | undefined, number][] = [];
    await run(query({ onPage: (rows, { expected, read }) => told.push([rows.length, expected, read]) }));
    expect(told[0]).toEqual([1000, 3500, 1000]);
    expect(told).toHaveLength(4);
    expect(told.at(-1)?.[2]).toBe(3500);
  });

  it("reads what a page that came back shorter than asked left over", async () => {
    const { run, query } = against({
      rows: 5000,
      serve: (seen, usual) => edit(usual(seen), (body) => ({ ...body, data: body.data.slice(0, 300) })),
    });
    const result = await run(query());
    expect([result.rows.length, result.missing]).toEqual([5000, []]);
  });

  it("halves what it asks for while the answer would be too large, also for the first page", async () => {
    const tooLarge: Deed = {
      status: 400,
      body: {
        error: {
          code: "BadRequest",
          message: "Please provide below info when asking for support: timestamp = x, correlationId = y.",
          details: [
            {
              code: "ResponsePayloadTooLarge",
              message: "Response payload size is 17000000, and has exceeded the limit of 16777216.",
            },
          ],
        },
      },
    };
    const { run, seen, query } = against({
      rows: 2500,
      serve: (seen, usual) => (optionsOf(seen).$top > 130 ? tooLarge : usual(seen)),
    });
    const result = await run(query());
    expect([result.rows.length, result.missing]).toEqual([2500, []]);
    expect(seen.length).toBeLessThan(60);
  });

  it("names the one row that is too large by itself, and reads all others", async () => {
    const tooLarge: Deed = { status: 413 };
    const { run, query } = against({
      rows: 2000,
      serve: (seen, usual) => {
        const { $skip, $top } = optionsOf(seen);
        return $skip <= 1234 && 1234 < $skip + $top ? tooLarge : usual(seen);
      },
    });
    const result = await run(query());
    expect(result.rows).toHaveLength(1999);
    expect(result.missing.map(({ from, to, error }) => [from, to, error.status])).toEqual([[1234, 1235, 413]]);
  });

  it("goes on by itself where nothing was counted", async () => {
    const { run, query } = against({
      rows: 2345,
      serve: (seen, usual) => edit(usual(seen), ({ data }) => ({ data, resultTruncated: "false" })),
    });
    const result = await run(query());
    expect([result.rows.length, result.expected, result.missing]).toEqual([2345, undefined, []]);
  });

  it("takes a count that came as a string", async () => {
    const { run, query } = against({
      rows: 1200,
      serve: (seen, usual) => edit(usual(seen), (body) => ({ ...body, totalRecords: "1200" })),
    });
    expect((await run(query())).rows).toHaveLength(1200);
  });
});

describe("what is not whole", () => {
  it("a page that cannot be read is named with its rows and its reason", async () => {
    const { run, query } = against({
      rows: 5000,
      serve: (seen, usual) => (optionsOf(seen).$skip === 2000 ? { status: 503 } : usual(seen)),
    });
    const result = await run(query());
    expect(result.rows).toHaveLength(4000);
    expect(result.missing.map(({ from, to, error }) => [from, to, error.kind])).toEqual([[2000, 3000, "unavailable"]]);
  });

  it("a first page that cannot be read is an error", async () => {
    const { run, query } = against({
      serve: () => ({ status: 403, body: { error: { code: "AuthorizationFailed", message: "No." } } }),
    });
    expect(await run(failure(query()))).toMatchObject({ kind: "refused", code: "AuthorizationFailed" });
  });

  it("rows that repeat count once, and those they displaced are named", async () => {
    const { run, query } = against({ rows: 3000, row: (index) => plainRow(index === 1000 ? 999 : index) });
    const result = await run(query());
    expect(result.rows).toHaveLength(2999);
    expect(missingCount(result.missing)).toBe(1);
  });

  it("rows that were counted and never came are named", async () => {
    const { run, query } = against({
      rows: 2000,
      serve: (seen, usual) => edit(usual(seen), (body) => ({ ...body, totalRecords: 2600 })),
    });
    const result = await run(query());
    expect([result.rows.length, result.expected, missingCount(result.missing)]).toEqual([2000, 2600, 600]);
  });

  it("a malformed record is left out and told by its place; the others stay", async () => {
    const bad = [null, 7, "text", [], {}, { id: 3, n: 1 }, { id: "/row/x", n: "one" }, { id: "/row/y" }];
    const { run, query } = against({ rows: 1500, row: (index) => (index < bad.length ? bad[index] : plainRow(index)) });
    const result = await run(query());
    expect([result.rows.length, result.unreadable, result.malformed.length, result.missing]).toEqual([1492, 8, 8, []]);
    expect(result.malformed[6]?.path).toContain("[6].n");
    expect(result.rows.length + result.unreadable + missingCount(result.missing)).toBe(result.expected);
  });

  it("the limit of 10,000 subscriptions is flagged by its header", async () => {
    const { run, query } = against({
      rows: 5,
      serve: (seen, usual) => ({
        ...(usual(seen) as object),
        headers: { "x-ms-tenant-subscription-limit-hit": "true" },
      }),
    });
    expect((await run(query())).limitHit).toBe(true);
  });

  it.each([
    [10_000, true, true],
    [9_999, true, false],
    [10_000, false, false],
  ])(
    "and where headers are hidden by %i rows that are subscriptions (%s): %s",
    async (rows, rowsAreSubscriptions, limitHit) => {
      const { run, query } = against({ rows });
      expect((await run(query({ rowsAreSubscriptions }))).limitHit).toBe(limitHit);
    },
  );

  it("a cancelled query ends at once and asks nothing more", async () => {
    const { run, seen, clock, query } = against({ rows: 50_000, quota: { queries: 15, windowMs: 5000 } });
    const stop = new AbortController();
    const ended = failure(query({ signal: stop.signal })).then((error) => ({ error, at: clock.now() }));
    const startedAt = clock.now();
    void clock.wait(6000).then(() => stop.abort());
    const { error, at } = await run(ended);
    expect(error).toMatchObject({ kind: "cancelled" });
    expect(at - startedAt).toBeLessThanOrEqual(6100);
    const requests = seen.length;
    await run(clock.wait(60_000));
    expect(seen).toHaveLength(requests);
  });
});

describe("with one call in five failing at random", () => {
  const chance = (random: () => number): Deed | undefined => {
    const drawn = random();
    if (drawn < 0.08) return { status: 429, headers: { "retry-after": "2" } };
    if (drawn < 0.12) return { status: 429 };
    if (drawn < 0.14) return { status: 500 };
    if (drawn < 0.16) return { status: 503 };
    if (drawn < 0.18) return "cut";
    if (drawn < 0.2) return "hang";
    return undefined;
  };

  it("rows read and rows named missing are all there are, for 200 seeds", { timeout: 120_000 }, async () => {
    let lost = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const rows = 5000 + seed * 17;
      const random = seeded(seed);
      const { run, query } = against(
        { rows, quota: { queries: 15, windowMs: 5000 }, chance: () => chance(random) },
        seed,
      );
      const result = await run(query());
      expect(result.rows.length + missingCount(result.missing)).toBe(rows);
      expect(new Set(result.rows.map(({ n }) => n)).size).toBe(result.rows.length);
      for (const { from, to, error } of result.missing) {
        expect(error.message).not.toBe("");
        expect(result.rows.some(({ n }) => n >= from && n < to)).toBe(false);
      }
      lost += missingCount(result.missing);
    }
    expect(lost / (200 * 6700)).toBeLessThan(0.001);
  });

  it("the same holds when so much fails that tries run out", { timeout: 60_000 }, async () => {
    let lost = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const random = seeded(seed);
      const { run, query } = against(
        {
          rows: 12_000,
          serve: (seen, usual) => (optionsOf(seen).$skip > 0 && random() < 0.7 ? { status: 500 } : usual(seen)),
        },
        seed,
      );
      const result = await run(query());
      expect(result.rows.length + missingCount(result.missing)).toBe(12_000);
      lost += missingCount(result.missing);
    }
    expect(lost).toBeGreaterThan(0);
  });
});

function seeded(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e37_79b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}
