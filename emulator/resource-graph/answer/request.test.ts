import { describe, expect, test } from "vitest";
import { ask } from "../testing/ask";
import { sub, testWorld } from "../testing/test-world";

const count = "Resources | count";

describe("what a request must be", () => {
  const cases: [name: string, body: unknown, code: string][] = [
    ["no query", {}, "InvalidQuery"],
    ["an empty query", { query: "  " }, "InvalidQuery"],
    ["a query that is no text", { query: 5 }, "InvalidRequest"],
    ["no JSON", "{", "InvalidRequest"],
    ["a JSON array", [], "InvalidRequest"],
    ["$top of 0", { query: count, options: { $top: 0 } }, "InvalidRequest"],
    ["$top beyond 1000", { query: count, options: { $top: 1001 } }, "InvalidRequest"],
    ["$top of a fraction", { query: count, options: { $top: 1.5 } }, "InvalidRequest"],
    ["a negative $skip", { query: count, options: { $skip: -1 } }, "InvalidRequest"],
    ["an unknown format", { query: count, options: { resultFormat: "csv" } }, "InvalidRequest"],
    ["an unknown scope filter", { query: count, options: { authorizationScopeFilter: "Below" } }, "InvalidRequest"],
    [
      "malformed subscriptions",
      { query: count, subscriptions: [sub.test, "production"] },
      "SubscriptionsContainInvalidGuids",
    ],
    ["too many subscriptions", { query: count, subscriptions: Array(1001).fill(sub.test) }, "InvalidRequest"],
    ["both kinds of scope", { query: count, subscriptions: [sub.test], managementGroups: ["root"] }, "InvalidRequest"],
    [
      "an unknown management group",
      { query: count, managementGroups: ["root"] },
      "NoValidManagementGroupsInQueryRequest",
    ],
  ];
  test.each(cases)("%s is refused", async (_, body, code) => {
    const { status, body: answer } = await ask(body);
    expect({ status, code: answer.error.code, detail: answer.error.details?.[0]?.code }).toEqual({
      status: 400,
      code: "BadRequest",
      detail: code,
    });
    expect(answer.error.message).toMatch(
      /^Please provide below info when asking for support: timestamp = 2026-09-01T08:00:00\.0000000Z, correlationId = [\da-f-]{36}\.$/,
    );
  });

  test("a body that does not say it is JSON fails with 500", async () => {
    expect((await ask({ query: count }, { contentType: null })).status).toBe(500);
    expect((await ask({ query: count }, { contentType: "text/plain" })).status).toBe(500);
    expect((await ask({ query: count }, { contentType: "application/json; charset=utf-8" })).status).toBe(200);
  });

  test.each(["2019-04-01", "2021-03-01", "2022-10-01", "2024-04-01"])("%s is answered", async (version) => {
    expect((await ask({ query: count }, { version })).status).toBe(200);
  });

  test("other versions are not", async () => {
    expect((await ask({ query: count }, { version: "2018-09-01" })).body.error.code).toBe("InvalidApiVersionParameter");
    expect((await ask({ query: count }, { version: "" })).body.error.code).toBe("MissingApiVersionParameter");
  });
});

describe("what an answer looks like", () => {
  const query =
    "Resources | where name == 'web01' | project name, properties.hardware.cores, n = 1, r = 1.5, b = true, d = now(), s = 1h, tags";

  test("as objects", async () => {
    const { body, headers } = await ask({ query });
    expect(body).toEqual({
      totalRecords: 1,
      count: 1,
      resultTruncated: "false",
      facets: [],
      data: [
        {
          name: "web01",
          properties_hardware_cores: 2,
          n: 1,
          r: 1.5,
          b: true,
          d: "2026-09-01T08:00:00Z",
          s: "01:00:00",
          tags: { env: "prod", "cost.center": "42" },
        },
      ],
    });
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(headers.get("x-ms-resource-graph-request-duration")).toMatch(/^\d:\d\d:\d\d:\d\d\.\d{7}$/);
  });

  test("as a table", async () => {
    const { body } = await ask({ query, options: { resultFormat: "table" } });
    expect(body.data.columns).toEqual([
      { name: "name", type: "string" },
      { name: "properties_hardware_cores", type: "object" },
      { name: "n", type: "integer" },
      { name: "r", type: "number" },
      { name: "b", type: "boolean" },
      { name: "d", type: "datetime" },
      { name: "s", type: "string" },
      { name: "tags", type: "object" },
    ]);
    expect(body.data.rows[0]).toHaveLength(8);
  });

  test("a whole row has every column, empty where Azure has nothing to say", async () => {
    const { body } = await ask({ query: "Resources | where name == 'ShopStore'" });
    expect(body.data[0]).toEqual({
      id: `/subscriptions/${sub.shop}/resourceGroups/rg-Shop/providers/Microsoft.Storage/storageAccounts/ShopStore`,
      name: "ShopStore",
      type: "microsoft.storage/storageaccounts",
      tenantId: "c0000000-0000-4000-8000-000000000003",
      kind: "BlobStorage",
      location: "westeurope",
      resourceGroup: "rg-shop",
      subscriptionId: sub.shop,
      managedBy: "",
      sku: { name: "Premium_LRS" },
      plan: null,
      properties: {},
      tags: null,
      identity: null,
      zones: null,
      extendedLocation: null,
      systemData: null,
    });
  });

  test("assignments carry no definition where the world says so", async () => {
    const world = testWorld({ expandsAssignments: false });
    const { body } = await ask(
      { query: "ManagedServicesResources | where isnotnull(properties.registrationDefinition) | count" },
      { world },
    );
    expect(body.data).toEqual([{ Count: 0 }]);
  });

  test("a duplicate of a joined column is called with a 1", async () => {
    const { body } = await ask({
      query: "Resources | where name == 'web01' | project name, id | join (Resources | project name, kind) on name",
    });
    expect(Object.keys(body.data[0] ?? {})).toEqual(["name", "id", "name1", "kind"]);
  });
});

describe("facets", () => {
  test("count the rows of the whole result", async () => {
    const facets = [
      { expression: "location", options: { sortBy: "count", sortOrder: "desc", $top: 1 } },
      { expression: "kind", options: { filter: "kind != ''", sortBy: "kind", sortOrder: "asc" } },
      {
        expression: "tolower(name)",
        options: { filter: "name startswith 'web'", sortBy: "Column1", sortOrder: "asc" },
      },
    ];
    const { body } = await ask({ query: "Resources | order by name asc", options: { $top: 1 }, facets });
    expect(body.facets).toEqual([
      {
        expression: "location",
        resultType: "FacetResult",
        totalRecords: 2,
        count: 1,
        data: [{ location: "westeurope", count: 8 }],
      },
      {
        expression: "kind",
        resultType: "FacetResult",
        totalRecords: 3,
        count: 3,
        data: [
          { kind: "BlobStorage", count: 1 },
          { kind: "MarketPlace", count: 1 },
          { kind: "StorageV2", count: 1 },
        ],
      },
      {
        expression: "tolower(name)",
        resultType: "FacetResult",
        totalRecords: 2,
        count: 2,
        data: [
          { Column1: "web01", count: 1 },
          { Column1: "web02", count: 1 },
        ],
      },
    ]);
  });

  test("that cannot be computed say so and harm nothing else", async () => {
    const { status, body } = await ask({
      query: "Resources",
      facets: [{ expression: "nothing" }, { expression: "type" }],
    });
    expect(status).toBe(200);
    expect(body.facets[0]).toMatchObject({
      expression: "nothing",
      resultType: "FacetError",
      errors: [{ code: "InvalidQuery" }, { code: "SemanticError" }],
    });
    expect(body.facets[1]).toMatchObject({ resultType: "FacetResult", totalRecords: 4 });
  });
});
