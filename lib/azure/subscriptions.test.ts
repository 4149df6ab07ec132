import { expect, it } from "vitest";
import { listRoles } from "./authorization";
import { all } from "./paging";
import { listSubscriptions, listTenants, subscriptionRow } from "./subscriptions";
import { scripted } from "./testing/scripted";

const customer = "c0a11111-1111-4111-8111-111111111111";
const managing = "a0b22222-2222-4222-8222-222222222222";
const subscription = "5d0f3c1a-7c50-4a4e-9d5c-1f2e3d4c5b01";

it("subscriptions tell their owner, and who manages them", async () => {
  const value = [
    {
      id: `/subscriptions/${subscription}`,
      subscriptionId: subscription.toUpperCase(),
      displayName: "Production",
      tenantId: customer,
      state: "enabled",
      authorizationSource: "RoleBased",
      managedByTenants: [{ tenantId: managing }, { tenantId: "no guid" }, null],
    },
    { subscriptionId: subscription, tenantId: customer, state: "Sleeping", managedByTenants: null },
    { subscriptionId: subscription },
  ];
  const { azure, run, seen } = scripted(() => ({ body: { value } }));
  const { items, malformed } = await run(all(listSubscriptions(azure)));
  expect(items).toEqual([
    { id: subscription, name: "Production", tenant: customer, state: "Enabled", managedBy: [managing] },
    { id: subscription, name: subscription, tenant: customer, state: "unknown", managedBy: [] },
  ]);
  expect(malformed).toEqual([{ path: "value[2].tenantId", message: "should be a string, is missing" }]);
  expect(seen[0]?.url.href).toBe("https://management.azure.com/subscriptions?api-version=2022-12-01");
});

it("a row of Resource Graph is read as the same subscription", () => {
  const row = {
    id: `/subscriptions/${subscription}`,
    name: "Production",
    subscriptionId: subscription,
    tenantId: customer,
    properties: { state: "Enabled", managedByTenants: [{ tenantId: managing }] },
  };
  const read = { id: subscription, name: "Production", tenant: customer, state: "Enabled", managedBy: [managing] };
  expect(subscriptionRow(row, () => undefined)).toEqual(read);
  expect(subscriptionRow({ ...row, properties: null }, () => undefined)).toEqual({
    ...read,
    state: "unknown",
    managedBy: [],
  });
});

it("tenants of every category are asked for", async () => {
  const value = [
    { tenantId: managing, displayName: "MSP", defaultDomain: "msp.example", tenantCategory: "Home" },
    { tenantId: customer, displayName: null, tenantCategory: "ProjectedBy" },
  ];
  const { azure, run, seen } = scripted(() => ({ body: { value } }));
  const { items } = await run(all(listTenants(azure)));
  expect(items).toEqual([
    { id: managing, name: "MSP", domain: "msp.example", isHome: true },
    { id: customer, name: undefined, domain: undefined, isHome: false },
  ]);
  expect(seen[0]?.url.searchParams.get("$includeAllTenantCategories")).toBe("true");
});

it("roles keep each of their permissions apart, in either spelling", async () => {
  const id = "/providers/Microsoft.Authorization/roleDefinitions/ACDD72A7-3385-48EF-BD42-F606FBA81AE7";
  const properties = {
    roleName: "Reader",
    description: "Views all",
    type: "BuiltInRole",
    permissions: [
      { actions: ["*/read"], notActions: [], dataActions: null },
      { Actions: ["x/*"], NotDataActions: ["y", 7] },
      "none",
    ],
  };
  const { azure, run } = scripted(() => ({
    body: {
      value: [
        { id, name: "x", properties },
        { id: "x", properties },
      ],
    },
  }));
  const { items, malformed } = await run(all(listRoles(azure)));
  expect(items).toEqual([
    {
      id: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
      name: "Reader",
      description: "Views all",
      kind: "builtIn",
      permissions: [
        { actions: ["*/read"], notActions: [], dataActions: [], notDataActions: [] },
        { actions: ["x/*"], notActions: [], dataActions: [], notDataActions: ["y"] },
      ],
    },
  ]);
  expect(malformed.map(({ path }) => path)).toEqual(["value[0].properties.permissions[2]", "value[1].id"]);
});
