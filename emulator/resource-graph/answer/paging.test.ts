import { describe, expect, test } from "vitest";
import type { Resource } from "../../world";
import { ask, type Answer } from "../testing/ask";
import { sub, testWorld } from "../testing/test-world";

/** A world whose production subscription holds so many disks beside its other resources. */
function worldOfDisks(count: number) {
  const world = testWorld();
  for (let number = 1; number <= count; number++) {
    const name = `disk${String(number).padStart(5, "0")}`;
    const disk: Resource = {
      id: `/subscriptions/${sub.production}/resourceGroups/rg-Web/providers/Microsoft.Compute/disks/${name}`,
      name,
      type: "Microsoft.Compute/disks",
      location: "westeurope",
      resourceGroup: "rg-Web",
      subscriptionId: sub.production,
      properties: { number },
    };
    world.resources.set(disk.id.toLowerCase(), disk);
  }
  return world;
}

const disks = "Resources | where type == 'microsoft.compute/disks' | project id, name";
const sorted = `${disks} | order by id asc`;
const names = (body: Answer) => body.data.map(({ name }) => name);

describe("pages", () => {
  for (const [count, sizes] of [
    [0, [0]],
    [1, [1]],
    [999, [999]],
    [1000, [1000]],
    [1001, [1000, 1]],
    [2500, [1000, 1000, 500]],
  ] as const)
    test(`${count} rows come in pages of ${sizes.join(", ")}`, async () => {
      const world = worldOfDisks(count);
      const met: unknown[] = [];
      let token: string | undefined;
      for (const [index, size] of sizes.entries()) {
        const { body } = await ask({ query: sorted, options: token ? { $skipToken: token } : {} }, { world });
        expect(body).toMatchObject({ totalRecords: count, count: size, resultTruncated: "false", facets: [] });
        met.push(...names(body));
        token = body.$skipToken;
        expect(token !== undefined).toBe(index < sizes.length - 1);
      }
      expect(met).toEqual(Array.from({ length: count }, (_, index) => `disk${String(index + 1).padStart(5, "0")}`));
    });

  const world = worldOfDisks(1500);
  const page = async (options: Record<string, unknown>, query = sorted) =>
    (await ask({ query, options }, { world })).body;

  test("$top and $skip cut anywhere", async () => {
    expect(names(await page({ $top: 2, $skip: 1498 }))).toEqual(["disk01499", "disk01500"]);
    expect(await page({ $skip: 1500 })).toMatchObject({ count: 0, totalRecords: 1500, data: [] });
  });

  test("a token keeps the size of the first page, whatever else is asked for", async () => {
    const { $skipToken } = await page({ $top: 3 });
    expect(names(await page({ $skipToken, $top: 500, $skip: 77 }))).toEqual(["disk00004", "disk00005", "disk00006"]);
  });

  test("top without its dollar says nothing", async () => {
    expect(await page({ top: 50, skip: 10 })).toMatchObject({ count: 1000 });
  });

  test("pages can be read in parallel by $skip", async () => {
    const pages = await Promise.all([0, 1000].map(($skip) => page({ $skip })));
    expect(new Set(pages.flatMap(names)).size).toBe(1500);
  });

  test("without id there is no token, and resultTruncated says so", async () => {
    const body = await page({}, "Resources | where type endswith 'disks' | project name | order by name asc");
    expect(body).toMatchObject({ count: 1000, totalRecords: 1500, resultTruncated: "true" });
    expect(body.$skipToken).toBeUndefined();
  });

  test.each(["limit 1200", "take 1200", "sample 1200"])("%s cannot be paged and ignores $skip", async (operator) => {
    const body = await page({ $skip: 5 }, `${disks} | order by id asc | ${operator}`);
    expect(body).toMatchObject({ count: 1000, totalRecords: 1200, resultTruncated: "true" });
    expect(body.$skipToken).toBeUndefined();
    if (operator !== "sample 1200") expect(names(body)[0]).toBe("disk00001");
  });

  test("columns that are all dynamic or empty cannot be paged", async () => {
    const body = await page({}, "Resources | where type endswith 'disks' | project id = properties.number, kind");
    expect(body).toMatchObject({ count: 1000, resultTruncated: "true" });
    expect(body.$skipToken).toBeUndefined();
  });

  test("without an order, rows are lost and doubled between pages", async () => {
    const first = await page({}, disks);
    const second = await page({ $skipToken: first.$skipToken }, disks);
    expect(first.count + second.count).toBe(1500);
    expect(new Set([...names(first), ...names(second)]).size).toBeLessThan(1500);
  });
});

describe("a token that does not fit", () => {
  const world = worldOfDisks(1500);
  const refused = async (body: unknown) => {
    const answer = await ask(body, { world });
    return { status: answer.status, code: answer.body.error?.details?.[0]?.code };
  };
  const invalid = { status: 400, code: "InvalidSkipToken" };

  test.each(["nonsense", "e30=", Buffer.from('{"skip":-1,"top":5}').toString("base64")])("%s", async ($skipToken) => {
    expect(await refused({ query: sorted, options: { $skipToken } })).toEqual(invalid);
  });

  test("is one of another query or of other subscriptions", async () => {
    const { $skipToken } = (await ask({ query: sorted }, { world })).body;
    expect(await refused({ query: `${sorted} `, options: { $skipToken } })).toEqual(invalid);
    expect(await refused({ query: sorted, subscriptions: [sub.production], options: { $skipToken } })).toEqual(invalid);
    expect(await refused({ query: sorted, options: { $skipToken } })).toEqual({ status: 200, code: undefined });
  });
});

test("an answer beyond 16 MB is refused", async () => {
  const world = worldOfDisks(1000);
  for (const disk of world.resources.values()) disk.properties.text = "x".repeat(17_000);
  const { status, body } = await ask({ query: "Resources | project id, properties" }, { world });
  expect(status).toBe(400);
  expect(body.error.details?.[0]?.code).toBe("ResponsePayloadTooLarge");
  expect(body.error.details?.[0]?.message).toMatch(
    /^Response payload size is 17\d{6}, and has exceeded the limit of 16777216\./,
  );
});
