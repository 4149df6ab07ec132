import { expect, test } from "vitest";
import { delegationRow, delegationRows } from "./delegation-rows";
import {
  aDefinition,
  aDelegation,
  anInventory,
  aSubscription,
  examplePrincipal,
  exampleRole,
  exampleSubscription,
  exampleTenant,
} from "./example-inventory";

const subscription = exampleSubscription(1);

test("a row names scope, customer, offer and plan, and counts both kinds of access", () => {
  const authorization = { principal: examplePrincipal(1), label: "Ops", role: exampleRole(1), delegatedRoles: [] };
  const policy = { stated: true, mfa: true, longest: "PT4H", approvers: [] };
  const plan = { publisher: "msp", product: "care", name: "gold", version: "2.0.0" };
  const definition = aDefinition(1, {
    offer: "Care Gold",
    plan,
    customerName: "Contoso",
    authorizations: [authorization, authorization],
    eligibleAuthorizations: [{ principal: examplePrincipal(2), label: undefined, role: exampleRole(2), policy }],
  });
  const inventory = anInventory({
    delegations: [aDelegation(1, { definition })],
    subscriptions: [aSubscription(1, { name: "prod" })],
  });
  const [row] = delegationRows(inventory);
  expect(row).toMatchObject({
    customerName: "Contoso",
    kind: "subscription",
    scopeName: "prod",
    subscriptionName: "prod",
    resourceGroup: undefined,
    offer: "Care Gold",
    source: "marketplace",
    plan,
    standing: 2,
    eligible: 1,
    isTransferred: false,
    isDefinitionUnread: false,
  });
  expect(delegationRow([...inventory.delegations.values()][0]!, inventory)).toEqual(row);
});

test("a resource group is called by its name, an unnamed subscription by its id", () => {
  const rows = delegationRows(
    anInventory({
      delegations: [
        aDelegation(1, { scope: { kind: "resourceGroup", subscription, resourceGroup: "rg-app" } }),
        aDelegation(2),
      ],
    }),
  );
  expect(rows.map(({ scopeName }) => scopeName)).toEqual(["rg-app", exampleSubscription(2)]);
});

test("an unread definition leaves counts unknown, not zero", () => {
  const [row] = delegationRows(anInventory({ delegations: [aDelegation(1, { definition: undefined })] }));
  expect(row).toMatchObject({
    isDefinitionUnread: true,
    offer: undefined,
    source: undefined,
    standing: undefined,
    eligible: undefined,
    isTransferred: false,
  });
});

test("a transferred subscription says so, and another provider's delegation is no row of ours", () => {
  const rows = delegationRows(
    anInventory({
      delegations: [
        aDelegation(1, { customer: exampleTenant(5) }),
        aDelegation(2, { definition: aDefinition(2, { managingTenant: exampleTenant(77) }) }),
      ],
    }),
  );
  expect(rows.map(({ isTransferred }) => isTransferred)).toEqual([true]);
});

test("a resource group is written as Azure writes it", () => {
  const scope = { kind: "resourceGroup", subscription, resourceGroup: "rg-app" } as const;
  const named = (raw: unknown) =>
    delegationRows(anInventory({ delegations: [aDelegation(1, { scope, raw })] }))[0]?.scopeName;
  expect(named({ id: `/subscriptions/${subscription}/resourceGroups/RG-App/providers/x` })).toBe("RG-App");
  expect(named({ id: "/subscriptions/x/resourceGroups/another/providers/x" })).toBe("rg-app");
  expect(named({ id: 7 })).toBe("rg-app");
});

test("a row follows names that come later, and stays the same object while nothing changes", () => {
  const delegations = [aDelegation(1)];
  const [early] = delegationRows(anInventory({ delegations }));
  expect(early?.subscriptionName).toBeUndefined();
  const subscriptions = [aSubscription(1, { name: "prod" })];
  const [named] = delegationRows(anInventory({ delegations, subscriptions }));
  expect(named?.scopeName).toBe("prod");
  expect(delegationRows(anInventory({ delegations, subscriptions }))[0]).toBe(named);
  const tenants = [{ id: exampleTenant(1), name: "Contoso", domain: undefined, nameFrom: "tenants" as const }];
  const [renamed] = delegationRows(anInventory({ delegations, subscriptions, tenants }));
  expect(renamed).toEqual({ ...named, customerName: "Contoso" });
});
