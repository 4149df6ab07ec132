import { expect, test } from "vitest";
import { ask } from "../testing/ask";
import { person, testWorld } from "../testing/test-world";

const start = new Date("2026-09-01T08:00:00Z").getTime();
const after = (milliseconds: number) => new Date(start + milliseconds);
const query = { query: "Resources | count" };
const limited = () => testWorld({ resourceGraphQuota: { queries: 3, windowSeconds: 5 } });

test("every answer announces what is left and for how long", async () => {
  const world = limited();
  const seen = [];
  for (const milliseconds of [0, 1200, 4900]) {
    const { status, headers } = await ask(query, { world, now: after(milliseconds) });
    seen.push([status, headers.get("x-ms-user-quota-remaining"), headers.get("x-ms-user-quota-resets-after")]);
    expect(headers.get("x-ms-ratelimit-remaining-tenant-resource-requests")).toBe(
      headers.get("x-ms-user-quota-remaining"),
    );
  }
  expect(seen).toEqual([
    [200, "2", "00:00:05"],
    [200, "1", "00:00:04"],
    [200, "0", "00:00:01"],
  ]);
});

test("a query beyond the quota is throttled until the window ends", async () => {
  const world = limited();
  for (let index = 0; index < 3; index++) await ask(query, { world });
  const { status, headers, body } = await ask(query, { world, now: after(3100) });
  expect(status).toBe(429);
  expect(headers.get("retry-after")).toBe("2");
  expect(headers.get("x-ms-user-quota-remaining")).toBe("0");
  expect(body.error.code).toBe("RateLimiting");
  expect(body.error.message).toMatch(/^Please provide below info when asking for support: timestamp = /);
  expect(body.error.details).toEqual([
    {
      code: "RateLimiting",
      message:
        "Client application has been throttled and should not attempt to repeat the request until an amount of time has elapsed. Please see https://aka.ms/resourcegraph-throttling for help.",
    },
  ]);
  expect((await ask(query, { world, now: after(5000) })).status).toBe(200);
});

test("each caller and each world has a quota of its own, and refused queries count", async () => {
  const world = limited();
  for (let index = 0; index < 3; index++) expect((await ask({ query: "nonsense" }, { world })).status).toBe(400);
  expect((await ask(query, { world })).status).toBe(429);
  expect((await ask(query, { world, caller: person.nobody })).status).toBe(200);
  expect((await ask(query, { world: limited() })).status).toBe(200);
});
