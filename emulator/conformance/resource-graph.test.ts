import { ResourceGraphClient } from "@azure/arm-resourcegraph";
import type { RestError } from "@azure/core-rest-pipeline";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Description } from "../admin/description";
import { type Emulator, startEmulator } from "../server";
import { armOptions, credentialOf, credentialOfProgram, newWorld, person } from "./microsoft-clients";

let emulator: Emulator;
let client: ResourceGraphClient;

const clientOf = async (description: Description, name: string, more = {}) =>
  new ResourceGraphClient(await credentialOf(description, person(description, name)), {
    ...armOptions(description),
    ...more,
  });

const subscriptions = "ResourceContainers | where type == 'microsoft.resources/subscriptions'";

beforeAll(async () => {
  emulator = await startEmulator({ world: "s" });
  client = await clientOf(emulator.description, "Mira");
});
afterAll(() => emulator.close());

type Row = Record<string, unknown>;

describe("@azure/arm-resourcegraph", () => {
  test("counts what a tenant-wide query finds", async () => {
    const { data, ...answer } = await client.resources({ query: `${subscriptions} | summarize count()` });
    const { totalRecords } = await client.resources({ query: subscriptions });
    expect(answer).toMatchObject({ totalRecords: 1, count: 1, resultTruncated: "false" });
    expect(data).toEqual([{ count_: totalRecords }]);
    expect(totalRecords).toBeGreaterThan(10);
  });

  test("pages with the skip token, and meets every row once", async () => {
    const query = `${subscriptions} | project id, subscriptionId | order by id asc`;
    const seen: unknown[] = [];
    let skipToken: string | undefined;
    let pages = 0;
    let total = 0;
    do {
      const answer = await client.resources({ query, options: { top: 7, ...(skipToken && { skipToken }) } });
      seen.push(...(answer.data as Row[]).map(({ subscriptionId }) => subscriptionId));
      total = answer.totalRecords;
      skipToken = answer.skipToken;
      pages += 1;
    } while (skipToken);
    expect(new Set(seen).size).toBe(total);
    expect(seen).toHaveLength(total);
    expect(pages).toBe(Math.ceil(total / 7));
  });

  test("reads delegations with the definition that each carries", async () => {
    const whole = await clientOf(await newWorld(emulator.url, { inheritFaults: false }), "Mira");
    const { data } = await whole.resources({
      query:
        "ManagedServicesResources | where type == 'microsoft.managedservices/registrationassignments' | project id, name, offer = tostring(properties.registrationDefinition.properties.registrationDefinitionName)",
    });
    const rows = data as Row[];
    expect(rows).toHaveLength(45);
    expect(rows.every(({ offer }) => typeof offer === "string" && offer !== "")).toBe(true);
  });

  test("reads the table format", async () => {
    const { data } = await client.resources({
      query: `${subscriptions} | project name, n = 1 | order by name asc | limit 2`,
      options: { resultFormat: "table" },
    });
    expect(data).toMatchObject({
      columns: [
        { name: "name", type: "string" },
        { name: "n", type: "integer" },
      ],
    });
    expect(data.rows).toHaveLength(2);
  });

  test("sees nothing as a person who was given nothing", async () => {
    const nobody = await clientOf(emulator.description, "Kofi");
    await expect(nobody.resources({ query: subscriptions })).resolves.toMatchObject({ totalRecords: 0, data: [] });
  });

  test("sees as a program what its group was given", async () => {
    const program = new ResourceGraphClient(
      credentialOfProgram(emulator.description),
      armOptions(emulator.description),
    );
    const { totalRecords } = await program.resources({ query: subscriptions });
    expect(totalRecords).toBeGreaterThan(10);
  });

  test("is refused a query that does not parse, with the place where it fails", async () => {
    const failure: RestError & { details?: unknown } = await client
      .resources({ query: "Resources | whre type == 'a'" })
      .then(
        () => Promise.reject(new Error("It was not refused.")),
        (error: RestError) => error,
      );
    expect(failure).toMatchObject({ statusCode: 400, code: "BadRequest" });
    const { error } = failure.details as { error: { details: Row[] } };
    expect(error.details).toEqual(expect.arrayContaining([expect.objectContaining({ code: "InvalidQuery" })]));
  });

  test("is refused when every subscription named is unreadable", async () => {
    await expect(
      client.resources({ query: subscriptions, subscriptions: [crypto.randomUUID()] }),
    ).rejects.toMatchObject({ statusCode: 400, code: "BadRequest" });
  });

  test("retries by itself when throttled, after the time it was told", async () => {
    const faults = [{ service: "resourceGraph", effect: { kind: "throttle", retryAfterSeconds: 1 }, times: 1 }];
    const throttled = await clientOf(await newWorld(emulator.url, { faults }), "Mira");
    const started = Date.now();
    await expect(throttled.resources({ query: subscriptions })).resolves.toMatchObject({ resultTruncated: "false" });
    expect(Date.now() - started).toBeGreaterThanOrEqual(950);
  });

  test("gets 429 past the quota when it does not retry", async () => {
    const description = await newWorld(emulator.url, {
      settings: { resourceGraphQuota: { queries: 2, windowSeconds: 60 } },
    });
    const hasty = await clientOf(description, "Mira", { retryOptions: { maxRetries: 0 } });
    await hasty.resources({ query: subscriptions });
    await hasty.resources({ query: subscriptions });
    await expect(hasty.resources({ query: subscriptions })).rejects.toMatchObject({
      statusCode: 429,
      code: "RateLimiting",
    });
  });
});
