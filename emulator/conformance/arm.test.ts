import { AuthorizationManagementClient } from "@azure/arm-authorization";
import { SubscriptionClient } from "@azure/arm-resources-subscriptions";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Description } from "../admin/description";
import { type Emulator, startEmulator } from "../server";
import { armOptions, credentialOf, newWorld, pagesOf, person } from "./microsoft-clients";

let emulator: Emulator;
/** World S in pages of five. */
let paged: Description;

const subscriptionsOf = async (description: Description, name: string) =>
  new SubscriptionClient(await credentialOf(description, person(description, name)), armOptions(description));

const authorizationOf = async (description: Description, name: string, subscriptionId = crypto.randomUUID()) =>
  new AuthorizationManagementClient(
    await credentialOf(description, person(description, name)),
    subscriptionId,
    armOptions(description),
  );

const subscriptionNamed = async (displayName: string): Promise<string> => {
  const client = await subscriptionsOf(emulator.description, "Mira");
  for await (const { displayName: name, subscriptionId } of client.subscriptions.list())
    if (name === displayName && subscriptionId) return subscriptionId;
  throw new Error(`There is no subscription ${displayName}.`);
};

beforeAll(async () => {
  emulator = await startEmulator({ world: "s" });
  paged = await newWorld(emulator.url, { settings: { armPageSize: 5 } });
});
afterAll(() => emulator.close());

describe("@azure/arm-resources-subscriptions", () => {
  test("follows every page of the subscriptions", async () => {
    const whole = await pagesOf((await subscriptionsOf(emulator.description, "Mira")).subscriptions.list());
    const { items, pages } = await pagesOf((await subscriptionsOf(paged, "Mira")).subscriptions.list());
    const names = (rows: typeof items) => rows.map(({ displayName }) => displayName).sort();
    expect(names(items)).toEqual(names(whole.items));
    expect(items.length).toBeGreaterThan(25);
    expect([whole.pages, pages]).toEqual([1, Math.ceil(items.length / 5)]);
  });

  test("gets one in any casing, by whom it is managed", async () => {
    const id = await subscriptionNamed("sub-contoso-prod");
    const client = await subscriptionsOf(emulator.description, "Mira");
    await expect(client.subscriptions.get(id.toUpperCase())).resolves.toMatchObject({
      displayName: "sub-contoso-prod",
      managedByTenants: [{ tenantId: emulator.description.tenantId }],
    });
  });

  test("lists tenants", async () => {
    const { items } = await pagesOf((await subscriptionsOf(emulator.description, "Mira")).tenants.list());
    expect(items.map(({ tenantId }) => tenantId)).toContain(emulator.description.tenantId);
  });

  test("shows a person without access none, and no way to one", async () => {
    const client = await subscriptionsOf(emulator.description, "Kofi");
    expect((await pagesOf(client.subscriptions.list())).items).toEqual([]);
    const id = await subscriptionNamed("sub-contoso-prod");
    await expect(client.subscriptions.get(id)).rejects.toMatchObject({ name: "RestError" });
  });

  test("reads an unknown subscription's error", async () => {
    const client = await subscriptionsOf(emulator.description, "Mira");
    await expect(client.subscriptions.get(crypto.randomUUID())).rejects.toMatchObject({
      statusCode: 404,
      code: "SubscriptionNotFound",
    });
  });
});

describe("@azure/arm-authorization", () => {
  test("follows every page of the role definitions", async () => {
    const client = await authorizationOf(paged, "Mira");
    const { items, pages } = await pagesOf(client.roleDefinitions.list("/"));
    expect(pages).toBe(Math.ceil(items.length / 5));
    expect(items.map(({ roleName }) => roleName)).toEqual(expect.arrayContaining(["Owner", "Reader", "Contributor"]));
  });

  test("gets a role by its id and finds one by its name", async () => {
    const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
    const id = await subscriptionNamed("sub-contoso-prod");
    const client = await authorizationOf(emulator.description, "Mira", id);
    await expect(client.roleDefinitions.get(`/subscriptions/${id}`, reader)).resolves.toMatchObject({
      roleName: "Reader",
      permissions: [{ actions: ["*/read"] }],
    });
    const found = await pagesOf(
      client.roleDefinitions.list(`/subscriptions/${id}`, { filter: "roleName eq 'Reader'" }),
    );
    expect(found.items).toMatchObject([{ name: reader }]);
  });

  test("lists role assignments, of which delegations are none", async () => {
    const id = await subscriptionNamed("sub-contoso-prod");
    const client = await authorizationOf(emulator.description, "Mira", id);
    const { items } = await pagesOf(client.roleAssignments.listForSubscription());
    const readers = items.filter(({ principalId }) => principalId === person(emulator.description, "Mira"));
    expect(readers).toEqual([]);
  });

  test("reads the caller's own permissions", async () => {
    const { items } = await pagesOf(
      (
        await authorizationOf(emulator.description, "Mira", await subscriptionNamed("sub-contoso-prod"))
      ).permissions.listForResourceGroup("rg-app-prod"),
    );
    expect(items.flatMap(({ actions }) => actions)).toContain("*/read");
  });

  test("hears why it is refused", async () => {
    const client = await authorizationOf(emulator.description, "Mira", await subscriptionNamed("sub-contoso-prod"));
    await expect(
      client.roleAssignments.create(`/subscriptions/${client.subscriptionId}`, crypto.randomUUID(), {
        roleDefinitionId: `/subscriptions/${client.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7`,
        principalId: person(emulator.description, "Kofi"),
      }),
    ).rejects.toMatchObject({
      statusCode: 403,
      code: "AuthorizationFailed",
      message: expect.stringContaining("Microsoft.Authorization/roleAssignments/write"),
    });
  });
});
