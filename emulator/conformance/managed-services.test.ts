import { type Client, getClient } from "@azure-rest/core-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Description } from "../admin/description";
import { type Emulator, startEmulator } from "../server";
import { armOptions, credentialOf, newWorld, person } from "./microsoft-clients";

type Assignment = {
  id: string;
  properties: {
    registrationDefinitionId: string;
    registrationDefinition?: { properties: { registrationDefinitionName: string; authorizations: unknown[] } };
  };
};
type Page = { value: Assignment[]; nextLink?: string; error?: { code: string } };

const version = "2022-10-01";

let emulator: Emulator;
/** World S in pages of one. */
let paged: Description;
let client: Client;
let list: string;

/** Microsoft has no client for this service; its own base for REST clients stands in. */
const restClient = async (description: Description, name: string) => {
  const { endpoint, ...options } = armOptions(description);
  return getClient(endpoint, await credentialOf(description, person(description, name)), options);
};

type Subscriptions = { value: { displayName: string; id: string }[]; nextLink?: string };

const subscriptionNamed = async (name: string): Promise<string> => {
  let link: string | undefined = "/subscriptions?api-version=2022-12-01";
  while (link) {
    const page: Subscriptions = (await client.pathUnchecked(link).get()).body;
    const found = page.value.find(({ displayName }) => displayName === name);
    if (found) return found.id;
    link = page.nextLink;
  }
  throw new Error(`There is no subscription ${name}.`);
};

const get = async (path: string, queryParameters: Record<string, unknown> = {}): Promise<Page> =>
  (await client.pathUnchecked(path).get({ queryParameters: { "api-version": version, ...queryParameters } }))
    .body as Page;

beforeAll(async () => {
  emulator = await startEmulator({ world: "s" });
  paged = await newWorld(emulator.url, { settings: { armPageSize: 1 } });
  client = await restClient(paged, "Mira");
  list = `${await subscriptionNamed("sub-woodgrovebank-payments")}/resourceGroups/rg-gateway-payments/providers/Microsoft.ManagedServices`;
});
afterAll(() => emulator.close());

describe("@azure-rest/core-client, on Microsoft.ManagedServices", () => {
  test("gets definitions only when it asks to expand them", async () => {
    const bare = await get(`${list}/registrationAssignments`);
    const expanded = await get(`${list}/registrationAssignments`, { $expandRegistrationDefinition: true });
    expect(bare.value[0]?.properties.registrationDefinition).toBeUndefined();
    expect(expanded.value[0]?.properties.registrationDefinition?.properties).toMatchObject({
      registrationDefinitionName: expect.any(String),
      authorizations: expect.any(Array),
    });
  });

  test("follows links to the last page, of which each repeats the request", async () => {
    const scope = await subscriptionNamed("sub-fabrikam-web");
    const seen: string[] = [];
    let page = await get(`${scope}/providers/Microsoft.ManagedServices/registrationDefinitions`);
    seen.push(...page.value.map(({ id }) => id));
    while (page.nextLink) {
      expect(page.nextLink).toMatch(/^https:\/\/management\.fresnel\.localhost\//);
      page = (await client.pathUnchecked(page.nextLink).get()).body as Page;
      seen.push(...page.value.map(({ id }) => id));
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(1);
  });

  test("hears of what is not there", async () => {
    const { error } = await get(`${list}/registrationAssignments/${crypto.randomUUID()}`);
    expect(error?.code).toBe("ResourceNotFound");
  });
});
