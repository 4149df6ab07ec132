import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AzureEvent } from "../../lib/azure/client";
import { AzureError } from "../../lib/azure/errors";
import { createManagedServicesClient } from "../../lib/azure/managed-services/client";
import { definitionParser } from "../../lib/azure/managed-services/to-domain";
import { queryResourceGraph } from "../../lib/azure/resource-graph";
import { subscriptionRow } from "../../lib/azure/subscriptions";
import type { Malformed } from "../../lib/azure/wire";
import { startEmulator, type Description } from "../../scripts/serve.mjs";
import { scriptAzure } from "./script-azure";

const subscription = "5d0f3c1a-7c50-4a4e-9d5c-1f2e3d4c5b01";
const scope = `/subscriptions/${subscription}`;
const adminAgents = "61f0a1b2-c3d4-4e5f-8a6b-7c8d9e0f1a09";
const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";

let program: Awaited<ReturnType<typeof startEmulator>>;
beforeAll(async () => {
  program = await startEmulator({ world: "s" });
}, 60_000);
afterAll(() => program.stop());

/** A world in which the program owns one customer's subscription, as the Admin Agents of a partner do. */
async function world(file: Record<string, unknown> = {}): Promise<Description> {
  const { servicePrincipal, endpoints } = program.description;
  const tenantId = crypto.randomUUID();
  const response = await fetch(`${endpoints.resourceManager.reachedAt}/_emulator/worlds`, {
    method: "POST",
    body: JSON.stringify({
      extends: "s",
      tenantId,
      customers: [
        {
          name: "Tailspin",
          subscriptions: [{ name: "tailspin-flights", subscriptionId: subscription, resourceGroups: ["rg-one"] }],
        },
      ],
      groups: [{ id: adminAgents, displayName: "AdminAgents", members: [servicePrincipal.objectId] }],
      roleAssignments: [
        {
          id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${crypto.randomUUID()}`,
          properties: {
            scope,
            roleDefinitionId: `${scope}/providers/Microsoft.Authorization/roleDefinitions/${owner}`,
            principalId: adminAgents,
            principalType: "ForeignGroup",
            principalTenantId: tenantId,
          },
        },
      ],
      ...file,
    }),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Description;
}

/** A subscription must be registered for the namespace before it can be delegated. */
async function owned(description: Description) {
  const azure = scriptAzure(description);
  const path = `${scope}/providers/Microsoft.ManagedServices/register`;
  await azure.arm.send({ method: "POST", path, query: { "api-version": "2021-04-01" } });
  return createManagedServicesClient(azure.arm);
}

const offer = ({ tenantId, servicePrincipal }: Description) => ({
  properties: {
    registrationDefinitionName: "Flight Care",
    description: "Ends with the test",
    managedByTenantId: tenantId,
    authorizations: [
      { principalId: servicePrincipal.objectId, principalIdDisplayName: "Pipeline", roleDefinitionId: reader },
    ],
  },
});
const collect = async <Item>(items: AsyncIterable<Item>) => {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
};
const failure = (promise: Promise<unknown>): Promise<AzureError> =>
  promise.then(
    () => Promise.reject(new Error("It should have failed.")),
    (error: unknown) => (error instanceof AzureError ? error : Promise.reject(error)),
  );

describe("a delegation over HTTP, from the offer to its end", () => {
  test("is written, read, listed by filter, and deleted", { timeout: 60_000 }, async () => {
    const description = await world({ settings: { armPageSize: 1 } });
    const { registrationDefinitions, registrationAssignments } = await owned(description);
    const [first, second, name] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];

    const written = await registrationDefinitions.beginCreateOrUpdateAndWait(scope, first, offer(description));
    expect(definitionParser(written, () => undefined)).toMatchObject({
      name: first,
      offer: "Flight Care",
      managingTenant: description.tenantId,
      customerName: "Tailspin",
      state: "Succeeded",
      authorizations: [{ principal: description.servicePrincipal.objectId, label: "Pipeline", role: reader }],
    });
    await registrationDefinitions.beginCreateOrUpdateAndWait(scope, second, offer(description));

    const poller = await registrationAssignments.beginCreateOrUpdate(scope, name, {
      properties: { registrationDefinitionId: written.id },
    });
    const states: string[] = [];
    poller.onProgress(({ status }) => states.push(status));
    const delegated = await poller.pollUntilDone();
    expect(delegated.properties.provisioningState).toBe("Succeeded");
    expect(states.at(-1)).toBe("succeeded");

    const filter = { managedByTenantId: description.tenantId };
    const malformed: Malformed[] = [];
    const pages = await collect(
      registrationDefinitions.list(scope, { filter, onMalformed: (one) => malformed.push(one) }).byPage(),
    );
    expect(pages.map(({ length }) => length)).toEqual([1, 1]);
    expect(malformed).toEqual([]);
    expect(
      await collect(registrationDefinitions.list(scope, { filter: { managedByTenantId: [crypto.randomUUID()] } })),
    ).toEqual([]);

    const bare = await registrationAssignments.get(scope, name);
    expect(bare.properties.registrationDefinition).toBeUndefined();
    const [expanded] = await collect(registrationAssignments.list(scope, { expandRegistrationDefinition: true }));
    expect(expanded?.properties.registrationDefinition).toMatchObject({
      properties: { registrationDefinitionName: "Flight Care" },
    });

    await registrationAssignments.beginDeleteAndWait(scope, name);
    expect(await failure(registrationAssignments.get(scope, name))).toMatchObject({ kind: "notFound" });
    await registrationDefinitions.delete(scope, first);
    await registrationDefinitions.delete(scope, first);
    expect(await failure(registrationDefinitions.get(scope, first))).toMatchObject({ kind: "notFound", status: 404 });
  });

  test("is refused with Azure's reason where the offer may not be", async () => {
    const description = await world();
    const { registrationDefinitions } = await owned(description);
    const { properties } = offer(description);
    const bad = {
      properties: { ...properties, authorizations: [{ ...properties.authorizations[0]!, roleDefinitionId: owner }] },
    };
    expect(
      await failure(registrationDefinitions.beginCreateOrUpdateAndWait(scope, crypto.randomUUID(), bad)),
    ).toMatchObject({
      kind: "rejected",
      code: "InvalidRegistrationDefinitionCreateRequest",
    });
    const group = await failure(
      registrationDefinitions.beginCreateOrUpdateAndWait(
        `${scope}/resourceGroups/rg-one`,
        crypto.randomUUID(),
        offer(description),
      ),
    );
    expect(group).toMatchObject({ kind: "rejected", code: "InvalidRegistrationDefinitionUri" });
  });

  test("operations and Marketplace offers are listed", async () => {
    const {
      operations,
      operationsWithScope,
      marketplaceRegistrationDefinitionsWithoutScope: marketplace,
    } = createManagedServicesClient(scriptAzure(await world()).arm);
    const names = (await collect(operations.list())).map(({ name }) => name.toLowerCase());
    expect(names).toContain("microsoft.managedservices/registrationassignments/write");
    expect(await collect(operationsWithScope.list(scope))).toHaveLength(names.length);
    const plans = await collect(marketplace.list());
    expect(plans.length).toBeGreaterThan(0);
    expect(await marketplace.get(plans[0]?.name ?? "")).toEqual(plans[0]);
  });

  test("what may not be done names the permission", async () => {
    const { arm } = scriptAzure(program.description);
    const managedServices = createManagedServicesClient(arm);
    const subscriptions = (await arm.send({ path: "/subscriptions", query: { "api-version": "2022-12-01" } })).body as {
      value: { id: string; tenantId: string }[];
    };
    const foreign = subscriptions.value.find(({ tenantId }) => tenantId !== program.description.tenantId)?.id ?? "";
    const error = await failure(
      managedServices.registrationAssignments.beginDeleteAndWait(foreign, crypto.randomUUID()),
    );
    expect(error).toMatchObject({
      kind: "refused",
      permission: "Microsoft.ManagedServices/registrationAssignments/delete",
    });
    expect(error.correlationId).toBeTruthy();
  });
});

describe("faults over HTTP", () => {
  const query = "ResourceContainers | where type == 'microsoft.resources/subscriptions' | order by id asc";
  const read = (description: Description, events: AzureEvent[] = []) =>
    queryResourceGraph(scriptAzure(description, { onEvent: (event) => events.push(event) }), {
      query,
      row: subscriptionRow,
    });

  test.each<[string, object]>([
    ["a reset connection", { kind: "reset" }],
    ["an answer cut off in its middle", { kind: "cut", afterBytes: 40 }],
    ["a page of somebody else", { kind: "body", text: "<html>Wi-Fi</html>", contentType: "text/html" }],
    ["a throttled call", { kind: "throttle", retryAfterSeconds: 1 }],
    ["a 503", { kind: "status", status: 503 }],
    [
      "a claims challenge",
      { kind: "claimsChallenge", claims: '{"access_token":{"nbf":{"essential":true,"value":"1"}}}' },
    ],
  ])("%s is got over, and no row is lost", async (_, effect) => {
    const description = await world({ inheritFaults: false, faults: [{ service: "resourceGraph", effect, times: 1 }] });
    const { rows, expected, missing, malformed } = await read(description);
    expect(rows.length).toBeGreaterThan(10);
    expect([rows.length, missing, malformed]).toEqual([expected, [], []]);
  });

  test("a server that never answers can be left at once", async () => {
    const description = await world({ faults: [{ service: "resourceGraph", effect: { kind: "hang" } }] });
    const stop = AbortSignal.timeout(300);
    const asked = queryResourceGraph(scriptAzure(description), { query, row: subscriptionRow, signal: stop });
    expect(await failure(asked)).toMatchObject({ kind: "cancelled" });
  });

  test("a token that runs out in the middle is renewed", { timeout: 60_000 }, async () => {
    const description = await world({ settings: { accessTokenSeconds: 3 } });
    const azure = scriptAzure(description);
    for (let round = 0; round < 8; round++) {
      expect((await azure.arm.send({ path: "/subscriptions", query: { "api-version": "2022-12-01" } })).status).toBe(
        200,
      );
      await new Promise((resolve) => setTimeout(resolve, 700));
    }
  });

  test("twenty queries keep within the quota without one 429", { timeout: 60_000 }, async () => {
    const description = await world({ settings: { resourceGraphQuota: { queries: 15, windowSeconds: 5 } } });
    const events: AzureEvent[] = [];
    const azure = scriptAzure(description, { onEvent: (event) => events.push(event) });
    const results = await Promise.all(
      Array.from({ length: 20 }, () => queryResourceGraph(azure, { query, row: subscriptionRow })),
    );
    expect(new Set(results.map(({ rows }) => rows.length)).size).toBe(1);
    expect(events.filter(({ kind }) => kind === "retry")).toEqual([]);
  });
});
