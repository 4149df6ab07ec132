import fc from "fast-check";
import { expect, test } from "vitest";
import { customerRows } from "./customer";
import { delegationRows } from "./delegation-rows";
import type { Definition } from "./definition";
import {
  aDefinition,
  aDelegation,
  anInventory,
  aSubscription,
  exampleSubscription,
  exampleTenant,
} from "./example-inventory";
import { projections } from "./projection";

const delegation = fc
  .record({
    number: fc.nat({ max: 60 }),
    subscription: fc.nat({ max: 12 }),
    group: fc.option(fc.constantFrom("a", "b", "c"), { nil: undefined }),
    definition: fc.constantFrom("ours", "another provider's", "unread"),
    moved: fc.boolean(),
    state: fc.constantFrom("Succeeded", "Failed", "Updating", "unknown"),
  })
  .map(({ number, subscription: ordinal, group, definition, moved, state }) => {
    const customer = (ordinal % 6) + 1;
    const subscription = exampleSubscription(ordinal);
    const given: Partial<Definition> = {
      subscription,
      customer: exampleTenant(moved ? customer + 1 : customer),
      ...(definition === "another provider's" ? { managingTenant: exampleTenant(77) } : {}),
    };
    return aDelegation(number, {
      customer: exampleTenant(customer),
      state: state as "Succeeded",
      scope: group
        ? { kind: "resourceGroup", subscription, resourceGroup: group }
        : { kind: "subscription", subscription },
      definition: definition === "unread" ? undefined : aDefinition(number, given),
    });
  });

const inventories = fc
  .tuple(fc.array(delegation, { maxLength: 60 }), fc.array(fc.nat({ max: 20 }), { maxLength: 20 }))
  .map(([delegations, subscriptions]) =>
    anInventory({
      delegations,
      subscriptions: subscriptions.map((number) => aSubscription(number, { tenant: exampleTenant((number % 6) + 1) })),
    }),
  );

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

test("both tables speak of the same delegations, and no customer is empty", () => {
  fc.assert(
    fc.property(inventories, (inventory) => {
      const customers = customerRows(inventory);
      const delegations = delegationRows(inventory);
      expect(sum(customers.map((row) => row.delegations ?? 0))).toBe(delegations.length);
      expect(new Set(customers.map(({ tenant }) => tenant))).toEqual(
        new Set(delegations.map(({ customer }) => customer)),
      );
      expect(customers.every((row) => (row.delegations ?? 0) > 0)).toBe(true);
      expect(sum(customers.map(({ transferred }) => transferred))).toBe(
        delegations.filter(({ isTransferred }) => isTransferred).length,
      );
      expect(sum(customers.map(({ definitionsUnread }) => definitionsUnread))).toBe(
        delegations.filter(({ isDefinitionUnread }) => isDefinitionUnread).length,
      );
    }),
  );
});

test("each customer's row is the sum of its delegations, whatever their order", () => {
  fc.assert(
    fc.property(inventories, (inventory) => {
      const backwards = { ...inventory, delegations: new Map([...inventory.delegations].reverse()) };
      const facts = (rows: ReturnType<typeof customerRows>) =>
        rows
          .map(({ tenant, subscriptions, resourceGroups, state, offers, coverage }) =>
            JSON.stringify([tenant, subscriptions, resourceGroups, state, offers, coverage]),
          )
          .sort();
      const rows = customerRows(inventory);
      expect(facts(customerRows(backwards))).toEqual(facts(rows));
      for (const row of rows) {
        expect((row.subscriptions ?? NaN) + (row.resourceGroups ?? NaN)).toBeLessThanOrEqual(row.delegations ?? NaN);
        expect(row.coverage.spokenFor).toBeLessThanOrEqual(row.coverage.known);
        expect(row.coverage.known).toBeGreaterThan(0);
      }
    }),
  );
});

test("a subscription is delegated to us, or exactly one kind of projection", () => {
  fc.assert(
    fc.property(inventories, (inventory) => {
      const { own, other, unread } = projections(inventory);
      const ours = new Set(delegationRows(inventory).map(({ subscription }) => subscription));
      const delegated = [...inventory.subscriptions.keys()].filter((id) => ours.has(id));
      expect(
        [...own, ...other, ...unread]
          .map(({ id }) => id)
          .concat(delegated)
          .sort(),
      ).toEqual([...inventory.subscriptions.keys()].sort());
    }),
  );
});
