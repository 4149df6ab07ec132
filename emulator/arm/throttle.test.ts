import { describe, expect, test } from "vitest";
import { ask, secondsLater } from "./ask";
import { smallWorld } from "./small-world";
import { people, subscriptions } from "./small-world-ids";

const buckets = { reads: 3, readsPerSecond: 0.5, writes: 1, writesPerSecond: 1 };
const subscription = `GET /subscriptions/${subscriptions.contoso}?api-version=2022-12-01`;
const tenantRead = "GET /tenants?api-version=2022-12-01";

describe("token buckets", () => {
  test("start full and tell what is left, for the caller and for all", async () => {
    const { headers } = await ask(smallWorld(), people.admin, subscription);
    expect(headers.get("x-ms-ratelimit-remaining-subscription-reads")).toBe("249");
    expect(headers.get("x-ms-ratelimit-remaining-subscription-global-reads")).toBe("3749");
    const tenant = await ask(smallWorld(), people.admin, tenantRead);
    expect(tenant.headers.get("x-ms-ratelimit-remaining-tenant-reads")).toBe("249");
  });

  test("run dry, name the wait, and refill with the clock", async () => {
    const world = smallWorld({ armBuckets: buckets });
    for (let n = 0; n < 3; n++) expect((await ask(world, people.admin, subscription)).status).toBe(200);
    const refused = await ask(world, people.admin, subscription);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("Retry-After")).toBe("2");
    expect(refused.json).toEqual({
      error: {
        code: "SubscriptionRequestsThrottled",
        message: `Number of 'read' requests for subscription '${subscriptions.contoso}' actor '${people.admin}' exceeded. Please try again after '2' seconds.`,
      },
    });
    const early = await ask(world, people.admin, subscription, { now: secondsLater(1) });
    expect([early.status, early.headers.get("Retry-After")]).toEqual([429, "1"]);
    expect((await ask(world, people.admin, subscription, { now: secondsLater(2) })).status).toBe(200);
    expect((await ask(world, people.admin, subscription, { now: secondsLater(2) })).status).toBe(429);
  });

  test("stay shut for whoever comes back early, though they have filled again", async () => {
    const world = smallWorld({ armBuckets: { ...buckets, reads: 1, readsPerSecond: 25 } });
    await ask(world, people.admin, subscription);
    expect((await ask(world, people.admin, subscription)).headers.get("Retry-After")).toBe("1");
    expect((await ask(world, people.admin, subscription, { now: secondsLater(0.9) })).status).toBe(429);
    expect((await ask(world, people.admin, subscription, { now: secondsLater(1) })).status).toBe(200);
  });

  test("are separate by subscription, person, class and for the tenant", async () => {
    const world = smallWorld({ armBuckets: buckets });
    for (let n = 0; n < 4; n++) await ask(world, people.admin, subscription);
    const statuses = await Promise.all([
      ask(world, people.admin, subscription),
      ask(world, people.engineer, subscription),
      ask(world, people.admin, subscription.replace(subscriptions.contoso, subscriptions.own)),
      ask(world, people.admin, tenantRead),
      ask(world, people.admin, subscription.replace("GET", "DELETE")),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([429, 200, 200, 200, 405]);
  });

  test("of the tenant answer with another code, and a query to Resource Graph is a read", async () => {
    const world = smallWorld({ armBuckets: buckets });
    const query = "POST /providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01";
    const body = { query: "ResourceContainers | count" };
    for (let n = 0; n < 3; n++) expect((await ask(world, people.admin, query, { body })).status).toBe(200);
    const refused = await ask(world, people.admin, tenantRead);
    expect([refused.status, refused.json]).toMatchObject([429, { error: { code: "TooManyRequests" } }]);
  });
});
