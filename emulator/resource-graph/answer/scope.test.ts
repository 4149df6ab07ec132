import { describe, expect, test } from "vitest";
import type { World } from "../../world";
import { ask } from "../testing/ask";
import { person, sub, tenant, testWorld } from "../testing/test-world";

const subscriptions =
  "ResourceContainers | where type == 'microsoft.resources/subscriptions' | project name | order by name asc";
const resources = "Resources | project name | order by name asc";

type Asked = { caller?: string; world?: World; body?: Record<string, unknown> };
const names = async (query: string, { caller, world, body }: Asked = {}) => {
  const answer = await ask({ query, ...body }, { ...(caller && { caller }), ...(world && { world }) });
  return answer.status === 200 ? answer.body.data.map(({ name }) => name) : answer.body.error.details?.[0]?.code;
};

describe("who sees what", () => {
  test("one delegated resource group shows that group's rows and nothing else", async () => {
    const asked = { caller: person.groupReader };
    expect(await names(resources, asked)).toEqual(["ShopStore"]);
    expect(await names(subscriptions, asked)).toEqual([]);
    expect(await names("ResourceContainers | project name", asked)).toEqual(["rg-Shop"]);
    expect(await names("ManagedServicesResources | project name", asked)).toEqual([
      "f0000000-0000-4000-8000-000000000004",
    ]);
  });

  test("a role that reads delegations only shows delegations only", async () => {
    const asked = { caller: person.deleter };
    expect(await names(resources, asked)).toEqual([]);
    expect(await names("ManagedServicesResources | project name | order by name asc", asked)).toEqual([
      "f0000000-0000-4000-8000-000000000001",
      "f0000000-0000-4000-8000-000000000005",
      "f0000000-0000-4000-8000-000000000006",
    ]);
  });

  test("who has no right sees an empty tenant", async () => {
    for (const table of ["Resources", "ResourceContainers", "ManagedServicesResources", "AuthorizationResources"])
      expect(await names(table, { caller: person.nobody })).toEqual([]);
  });

  test("a customer's own role assignments stay hidden, whatever the caller's role", async () => {
    const assignments = "AuthorizationResources | where type endswith 'roleassignments' and subscriptionId != ''";
    expect(await names(`${assignments} | where tenantId == '${tenant.contoso}'`)).toEqual([]);
    expect(await names(`${assignments} | where tenantId == '${tenant.msp}'`)).toHaveLength(2);
  });
});

describe("subscriptions that are asked for", () => {
  test("limit the rows, in any case of letters", async () => {
    expect(await names(subscriptions, { body: { subscriptions: [sub.test.toUpperCase(), sub.core] } })).toEqual([
      "Contoso Test",
      "Fabrikam Core",
    ]);
    expect(await names(resources, { body: { subscriptions: [sub.test] } })).toEqual(["lab-vm"]);
  });

  test("and cannot be read are dropped without a word", async () => {
    expect(await names(resources, { body: { subscriptions: [sub.test, sub.lab] } })).toEqual(["lab-vm"]);
  });

  test("and cannot be read, all of them, are refused", async () => {
    expect(await names(resources, { body: { subscriptions: [sub.lab] } })).toBe("NoValidSubscriptionsInQueryRequest");
    expect(await names(resources, { caller: person.nobody, body: { subscriptions: [sub.test] } })).toBe(
      "NoValidSubscriptionsInQueryRequest",
    );
  });

  test("an empty list means the whole tenant", async () => {
    expect(await names(subscriptions, { body: { subscriptions: [] } })).toHaveLength(4);
  });

  test("the root management group holds one's own subscriptions, never customers'", async () => {
    expect(await names(subscriptions, { body: { managementGroups: [tenant.msp] } })).toEqual(["MSP Platform"]);
  });
});

describe("role assignments by scope", () => {
  const query =
    "AuthorizationResources | where type endswith 'roleassignments' | project name = substring(name, 35) | order by name asc";
  test.each([
    ["AtScopeAndBelow", ["1", "4"]],
    ["AtScopeAndAbove", ["1", "3"]],
    ["AtScopeExact", ["1"]],
    ["AtScopeAboveAndBelow", ["1", "3", "4"]],
  ])("%s", async (authorizationScopeFilter, expected) => {
    expect(
      await names(query, { body: { subscriptions: [sub.platform], options: { authorizationScopeFilter } } }),
    ).toEqual(expected);
  });
});

describe("unreadable subscriptions", () => {
  const hiding = (match: World["faults"][number]["match"]) => {
    const world = testWorld();
    world.faults.push({ service: "resourceGraph", match: { ...match }, effect: { kind: "unreadable" } });
    return world;
  };

  test("vanish silently", async () => {
    expect(await names(subscriptions, { world: hiding({ subscription: sub.test.toUpperCase() }) })).toEqual([
      "Contoso Production",
      "Fabrikam Core",
      "MSP Platform",
    ]);
  });

  test("vanish for one person, or for one table", async () => {
    expect(
      await names(subscriptions, { world: hiding({ subscription: sub.test, persona: person.nobody }) }),
    ).toHaveLength(4);
    const world = hiding({ subscription: sub.test, contains: "managedservices" });
    expect(await names(subscriptions, { world })).toHaveLength(4);
    expect(await names("ManagedServicesResources", { world })).toHaveLength(10);
  });

  test("vanish so often, or at such a rate, as the fault says", async () => {
    const world = testWorld();
    world.faults.push(
      { service: "any", match: { subscription: sub.test }, effect: { kind: "unreadable" }, times: 2 },
      { service: "any", match: { subscription: sub.core }, effect: { kind: "unreadable" }, rate: 0 },
    );
    const counts = [];
    for (let index = 0; index < 3; index++) counts.push((await names(subscriptions, { world }))?.length);
    expect(counts).toEqual([3, 3, 4]);
  });

  test("stop vanishing when the fault is gone, though the world is the same", async () => {
    const world = hiding({ subscription: sub.test });
    expect(await names(subscriptions, { world })).toHaveLength(3);
    world.faults.length = 0;
    expect(await names(subscriptions, { world })).toHaveLength(4);
  });
});

describe("more subscriptions than the limit", () => {
  const world = testWorld({ subscriptionLimit: 3 });
  // Five subscriptions are in reach: the shop counts although only one of its groups was delegated.
  const everything = "ResourceContainers | distinct subscriptionId";

  test("are refused", async () => {
    const { status, body, headers } = await ask({ query: everything }, { world });
    expect({ status, code: body.error.details?.[0]?.code }).toEqual({ status: 400, code: "SubscriptionLimitExceeded" });
    expect(headers.has("x-ms-tenant-subscription-limit-hit")).toBe(false);
  });

  test("are cut, and the cut is announced, where partial scopes are allowed", async () => {
    const { body, headers } = await ask({ query: everything, options: { allowPartialScopes: true } }, { world });
    expect(body.count).toBe(3);
    expect(headers.get("x-ms-tenant-subscription-limit-hit")).toBe("true");
  });

  test("do not matter to a list of subscriptions, nor below the limit", async () => {
    const listed = await ask(
      { query: everything, subscriptions: [sub.test, sub.core, sub.production, sub.platform] },
      { world },
    );
    expect(listed.body.count).toBe(4);
    const enough = await ask(
      { query: everything, options: { allowPartialScopes: true } },
      { world: testWorld({ subscriptionLimit: 5 }) },
    );
    expect(enough.headers.has("x-ms-tenant-subscription-limit-hit")).toBe(false);
  });
});

test("a write shows at once", async () => {
  const world = testWorld();
  expect(await names("ManagedServicesResources | project name", { world })).toHaveLength(14);
  const [first] = world.registrationAssignments.keys();
  world.registrationAssignments.delete(first ?? "");
  world.version++;
  // It gave Ada her rights in production; of the five rows there only the delegation of rg-data is left to her.
  expect(await names("ManagedServicesResources | project name", { world })).toHaveLength(10);
});
