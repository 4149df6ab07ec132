import { describe, expect, test } from "vitest";
import { ask, origin } from "./ask";
import { smallWorld } from "./small-world";
import { people, subscriptions, tenants } from "./small-world-ids";

const list = "GET /subscriptions?api-version=2022-12-01";
const all = "GET /tenants?api-version=2020-01-01&$includeAllTenantCategories=true";

describe("subscriptions", () => {
  test.each([
    ["an administrator", people.admin, ["own", "ownUnregistered", "contoso", "fabrikam", "adatum"]],
    ["an engineer, through groups", people.engineer, ["contoso", "adatum"]],
    ["a reader of one resource group", people.groupReader, ["adatum"]],
    ["someone with eligible access only", people.onCall, []],
    ["an Admin Agent", people.agent, ["fabrikam"]],
  ] as const)("are listed for %s", async (_, person, expected) => {
    const { status, json } = await ask(smallWorld(), person, list);
    expect(status).toBe(200);
    expect(json).toEqual({
      value: expected.map((name) => expect.objectContaining({ subscriptionId: subscriptions[name] }) as unknown),
    });
  });

  test("name their owner as tenantId and carry no homeTenantId", async () => {
    const { json } = await ask(
      smallWorld(),
      people.engineer,
      `GET /SUBSCRIPTIONS/${subscriptions.contoso.toUpperCase()}?API-VERSION=2022-12-01`,
    );
    expect(json).toEqual({
      id: `/subscriptions/${subscriptions.contoso}`,
      subscriptionId: subscriptions.contoso,
      displayName: "Contoso production",
      tenantId: tenants.contoso,
      state: "Enabled",
      subscriptionPolicies: {
        locationPlacementId: "Public_2014-09-01",
        quotaId: "PayAsYouGo_2014-09-01",
        spendingLimit: "Off",
      },
      authorizationSource: "RoleBased",
      managedByTenants: [{ tenantId: tenants.msp }],
      tags: {},
    });
  });

  test("come in pages that follow an absolute link to the end", async () => {
    const world = smallWorld({ armPageSize: 2 });
    const seen: unknown[] = [];
    let line = list;
    let pages = 0;
    for (;;) {
      const { json } = await ask(world, people.admin, line);
      const { value, nextLink } = json as { value: { subscriptionId: string }[]; nextLink?: string };
      seen.push(...value.map(({ subscriptionId }) => subscriptionId));
      pages++;
      if (nextLink === undefined) break;
      expect(nextLink.startsWith(`${origin}/subscriptions?api-version=2022-12-01&`)).toBe(true);
      line = `GET ${nextLink}`;
    }
    expect(pages).toBe(3);
    expect(new Set(seen).size).toBe(5);
  });

  test("end without a link when the last page is full", async () => {
    const { json } = await ask(smallWorld({ armPageSize: 2 }), people.engineer, list);
    expect(json).toEqual({ value: [expect.anything(), expect.anything()] });
  });

  test("are found below more slashes than one, and their links hold one", async () => {
    const line = list.replace("/subscriptions", `${origin}///subscriptions`);
    const { json } = await ask(smallWorld({ armPageSize: 1 }), people.engineer, line);
    const { nextLink } = json as { nextLink: string };
    expect(nextLink.startsWith(`${origin}/subscriptions?`)).toBe(true);
    const next = await ask(smallWorld({ armPageSize: 1 }), people.engineer, `GET ${nextLink}`);
    expect(next.json).toEqual({ value: [expect.objectContaining({ subscriptionId: subscriptions.adatum })] });
  });

  test("refuse a page token of another list", async () => {
    const world = smallWorld({ armPageSize: 1 });
    const { json } = await ask(world, people.admin, list);
    const { searchParams } = new URL((json as { nextLink: string }).nextLink);
    const other = await ask(world, people.admin, `GET /tenants?${searchParams.toString()}`);
    expect(other.json).toMatchObject({ error: { code: "InvalidSkipToken" } });
  });
});

describe("tenants", () => {
  const categories = (json: unknown) =>
    (json as { value: { displayName: string; tenantCategory: string }[] }).value.map(
      ({ displayName, tenantCategory }) => `${displayName}: ${tenantCategory}`,
    );

  test("are one's own unless all categories are asked for", async () => {
    const { json } = await ask(smallWorld(), people.admin, "GET /tenants?api-version=2022-12-01");
    expect(json).toEqual({
      value: [
        {
          id: `/tenants/${tenants.msp}`,
          tenantId: tenants.msp,
          tenantCategory: "Home",
          country: "Germany",
          countryCode: "DE",
          displayName: "MSP",
          domains: ["msp.example"],
          defaultDomain: "msp.example",
          tenantType: "AAD",
        },
      ],
    });
  });

  test("of customers come under both words, for those whom the caller reaches", async () => {
    const world = smallWorld();
    expect(categories((await ask(world, people.admin, all)).json)).toEqual([
      "MSP: Home",
      "Contoso: ProjectedBy",
      "Fabrikam: ManagedBy",
      "Adatum: ProjectedBy",
    ]);
    expect(categories((await ask(world, people.nobody, all)).json)).toEqual(["MSP: Home"]);
  });
});

describe("resource groups", () => {
  const groups = "GET /subscriptions/{id}/resourcegroups?api-version=2021-04-01";
  const names = (json: unknown) => (json as { value: { name: string }[] }).value.map(({ name }) => name);

  test("of a subscription in which only one is delegated are that one", async () => {
    const { json } = await ask(smallWorld(), people.groupReader, groups.replace("{id}", subscriptions.adatum));
    expect(json).toEqual({
      value: [
        {
          id: `/subscriptions/${subscriptions.adatum}/resourceGroups/rg-Web`,
          name: "rg-Web",
          type: "Microsoft.Resources/resourceGroups",
          location: "westeurope",
          tags: {},
          properties: { provisioningState: "Succeeded" },
        },
      ],
    });
  });

  test("are filtered by tag", async () => {
    const world = smallWorld();
    for (const group of world.resourceGroups.values())
      group.tags = { Stage: group.name === "rg-shared" ? "prod" : "test" };
    const line = groups.replace("{id}", subscriptions.own);
    const ask_ = async (filter: string) => names((await ask(world, people.admin, `${line}&$filter=${filter}`)).json);
    expect(await ask_("tagName eq 'stage'")).toEqual(["rg-shared"]);
    expect(await ask_("tagName eq 'stage' and tagValue eq 'prod'")).toEqual(["rg-shared"]);
    expect(await ask_("tagName eq 'stage' and tagValue eq 'test'")).toEqual([]);
  });
});
