import { describe, expect, it } from "vitest";
import * as bodies from "../testing/managed-services-bodies";
import { failure, scripted, type Deed, type Seen } from "../testing/scripted";
import type { Malformed } from "../wire";
import { createManagedServicesClient } from "./client";

const scope = `/subscriptions/${bodies.subscription}`;
const provider =
  "https://management.azure.com/subscriptions/" + bodies.subscription + "/providers/Microsoft.ManagedServices";
const version = "api-version=2022-10-01";

function serving(serve: (seen: Seen, index: number) => Deed) {
  const { azure, run, seen, clock } = scripted(serve);
  return { client: createManagedServicesClient(azure.arm), run, seen, clock };
}
const collect = async <Item>(items: AsyncIterable<Item>) => {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
};

describe("the address of each operation", () => {
  const list: Deed = { body: { value: [] } };
  it.each<[string, (client: ReturnType<typeof serving>["client"]) => Promise<unknown>, Deed, string, string]>([
    [
      "registrationDefinitions.get",
      (c) => c.registrationDefinitions.get(scope, bodies.definitionName),
      { body: bodies.definition },
      "GET",
      `${provider}/registrationDefinitions/${bodies.definitionName}?${version}`,
    ],
    [
      "registrationDefinitions.list",
      (c) => collect(c.registrationDefinitions.list(scope)),
      list,
      "GET",
      `${provider}/registrationDefinitions?${version}`,
    ],
    [
      "registrationDefinitions.list with a filter",
      (c) => collect(c.registrationDefinitions.list(scope, { filter: { managedByTenantId: "t" } })),
      list,
      "GET",
      `${provider}/registrationDefinitions?${version}&$filter=managedByTenantId%20eq%20't'`,
    ],
    [
      "registrationDefinitions.delete",
      (c) => c.registrationDefinitions.delete(scope, bodies.definitionName),
      { status: 204 },
      "DELETE",
      `${provider}/registrationDefinitions/${bodies.definitionName}?${version}`,
    ],
    [
      "registrationAssignments.get",
      (c) => c.registrationAssignments.get(scope, bodies.assignmentName),
      { body: bodies.assignment },
      "GET",
      `${provider}/registrationAssignments/${bodies.assignmentName}?${version}`,
    ],
    [
      "registrationAssignments.get, expanded",
      (c) => c.registrationAssignments.get(scope, bodies.assignmentName, { expandRegistrationDefinition: true }),
      { body: bodies.expandedAssignment },
      "GET",
      `${provider}/registrationAssignments/${bodies.assignmentName}?${version}&$expandRegistrationDefinition=true`,
    ],
    [
      "registrationAssignments.list, expanded and filtered",
      (c) =>
        collect(
          c.registrationAssignments.list(`${scope}/resourceGroups/r (1)/`, {
            expandRegistrationDefinition: true,
            filter: { managedByTenantId: ["a", "b'c"] },
          }),
        ),
      list,
      "GET",
      `${provider.replace("/providers", "/resourceGroups/r%20(1)/providers")}/registrationAssignments?${version}&$filter=managedByTenantId%20in%20('a'%2C%20'b''c')&$expandRegistrationDefinition=true`,
    ],
    [
      "registrationAssignments.beginDelete",
      (c) => c.registrationAssignments.beginDelete(scope, bodies.assignmentName),
      { status: 200 },
      "DELETE",
      `${provider}/registrationAssignments/${bodies.assignmentName}?${version}`,
    ],
    [
      "marketplaceRegistrationDefinitions.list",
      (c) =>
        collect(
          c.marketplaceRegistrationDefinitions.list(scope, { filter: { planIdentifier: "msp.care.gold.1.2.0" } }),
        ),
      list,
      "GET",
      `${provider}/marketplaceRegistrationDefinitions?${version}&$filter=planIdentifier%20eq%20'msp.care.gold.1.2.0'`,
    ],
    [
      "marketplaceRegistrationDefinitions.get",
      (c) => c.marketplaceRegistrationDefinitions.get(scope, "msp.care.gold.1.2.0"),
      { body: bodies.marketplaceDefinition },
      "GET",
      `${provider}/marketplaceRegistrationDefinitions/msp.care.gold.1.2.0?${version}`,
    ],
    [
      "marketplaceRegistrationDefinitionsWithoutScope.list",
      (c) => collect(c.marketplaceRegistrationDefinitionsWithoutScope.list()),
      list,
      "GET",
      `https://management.azure.com/providers/Microsoft.ManagedServices/marketplaceRegistrationDefinitions?${version}`,
    ],
    [
      "marketplaceRegistrationDefinitionsWithoutScope.get",
      (c) => c.marketplaceRegistrationDefinitionsWithoutScope.get("msp.care"),
      { body: bodies.marketplaceDefinition },
      "GET",
      `https://management.azure.com/providers/Microsoft.ManagedServices/marketplaceRegistrationDefinitions/msp.care?${version}`,
    ],
    [
      "operations.list",
      (c) => collect(c.operations.list()),
      { body: { value: [bodies.operation] } },
      "GET",
      `https://management.azure.com/providers/Microsoft.ManagedServices/operations?${version}`,
    ],
    [
      "operationsWithScope.list",
      (c) => collect(c.operationsWithScope.list(scope)),
      { body: { value: [bodies.operation] } },
      "GET",
      `${provider}/operations?${version}`,
    ],
  ])("%s", async (_, call, deed, method, url) => {
    const { client, run, seen } = serving(() => deed);
    await run(call(client));
    expect(seen.map((one) => [one.method, decoded(one.url.href)])).toEqual([[method, decoded(url)]]);
  });

  // Both spellings of $, ' and ( ) mean the same in a query.
  const decoded = (url: string) => url.replace(/%24/g, "$").replace(/%27/g, "'").replace(/%2C/g, ",");

  it("no scope or id leads out of its place in the path", async () => {
    const { client, run, seen } = serving(() => ({ status: 404 }));
    for (const id of ["..", ".", ""])
      expect(() => client.registrationDefinitions.list(`${scope}/../${id}`)).toThrow(TypeError);
    await run(failure(client.registrationAssignments.get(scope, "../x?y=z#")));
    expect(seen[0]?.url.pathname.endsWith("/registrationAssignments/..%2Fx%3Fy%3Dz%23")).toBe(true);
  });
});

describe("lists", () => {
  const pages: Deed[] = [
    {
      body: {
        value: [bodies.assignment, { broken: true }],
        nextLink: `${provider}/registrationAssignments?${version}&$skiptoken=a`,
      },
    },
    { body: { value: [], nextLink: `${provider}/registrationAssignments?${version}&$skiptoken=b` } },
    { body: { value: [bodies.expandedAssignment], nextLink: "" } },
  ];

  it("run through all pages, also empty ones, and tell what they left out", async () => {
    const left: Malformed[] = [];
    const { client, run, seen } = serving((_, index) => pages[index] ?? "cut");
    const items = await run(
      collect(client.registrationAssignments.list(scope, { onMalformed: (one) => left.push(one) })),
    );
    expect(items.map(({ name }) => name)).toEqual([bodies.assignmentName, bodies.assignmentName]);
    expect(left.map(({ path }) => path)).toEqual(["value[1].id"]);
    expect(seen[1]?.url.href).toBe(`${provider}/registrationAssignments?${version}&$skiptoken=a`);
  });

  it("come page by page too", async () => {
    const { client, run } = serving((_, index) => pages[index] ?? "cut");
    const read = await run(collect(client.registrationAssignments.list(scope).byPage()));
    expect(read.map(({ length }) => length)).toEqual([1, 0, 1]);
  });

  it("ask for nothing more once nobody wants it", async () => {
    const { client, run, seen } = serving((_, index) => pages[index] ?? "cut");
    await run(
      (async () => {
        for await (const item of client.registrationAssignments.list(scope)) return item;
      })(),
    );
    expect(seen).toHaveLength(1);
  });

  it.each<[string, (index: number) => string, number]>([
    ["leads back", () => `${provider}/registrationAssignments?page=2`, 2],
    ["leads back to the beginning", () => `${provider}/registrationAssignments?${version}`, 2],
    ["never ends", (index) => `${provider}/registrationAssignments?page=${index}`, 51],
    ["leads elsewhere", () => "https://management.azure.com.evil.example/", 1],
  ])("end in an error when a link %s", async (_, link, requests) => {
    const { client, run, seen } = serving((_, index) => ({ body: { value: [], nextLink: link(index) } }));
    expect(await run(failure(collect(client.registrationAssignments.list(scope))))).toMatchObject({
      kind: "malformed",
    });
    expect(seen.length).toBeLessThanOrEqual(requests);
  });
});

describe("errors", () => {
  it("name the missing permission as ARM does", async () => {
    const message = `The client 'ada@msp.example' with object id '1' does not have authorization to perform action 'Microsoft.ManagedServices/registrationAssignments/read' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`;
    const { client, run } = serving(() => ({
      status: 403,
      headers: { "x-ms-correlation-request-id": "c-1" },
      body: { error: { code: "AuthorizationFailed", message } },
    }));
    expect(await run(failure(client.registrationAssignments.get(scope, "x")))).toMatchObject({
      kind: "refused",
      status: 403,
      code: "AuthorizationFailed",
      correlationId: "c-1",
      permission: "Microsoft.ManagedServices/registrationAssignments/read",
      fix: expect.stringContaining("Microsoft.ManagedServices/registrationAssignments/read"),
    });
  });

  it("name it also where ARM says nothing, and give the id that we sent", async () => {
    const { client, run, seen } = serving(() => ({ status: 403 }));
    const error = await run(failure(client.registrationDefinitions.delete(scope, "x")));
    expect(error).toMatchObject({
      permission: "Microsoft.ManagedServices/registrationDefinitions/delete",
      correlationId: seen[0]?.request.headers.get("x-ms-client-request-id"),
    });
  });

  it("carry what is nested below the first code", async () => {
    const error = {
      code: "InvalidRegistrationDefinitionCreateRequest",
      message: "No.",
      details: [{ code: "A", message: "a", details: [{ code: "B", message: "b" }] }],
    };
    const { client, run } = serving(() => ({ status: 400, body: { error } }));
    expect(await run(failure(client.registrationAssignments.get(scope, "x")))).toMatchObject({
      kind: "rejected",
      message: "No.",
      details: [
        { code: "A", message: "a" },
        { code: "B", message: "b" },
      ],
    });
  });
});
