import fc from "fast-check";
import { expect, test } from "vitest";
import { indexAccess } from "@/lib/domain/access/access-index";
import { worlds } from "@/lib/domain/access/random-worlds";
import { customerRows } from "@/lib/domain/customer";
import {
  aDefinition,
  aDelegation,
  anInventory,
  aSubscription,
  examplePrincipal,
  exampleRole,
  exampleSubscription,
  exampleTenant,
} from "@/lib/domain/example-inventory";
import type { RoleId } from "@/lib/domain/ids";
import type { Inventory } from "@/lib/domain/inventory";
import { countAt, exposureOf, sumOf, type Exposure } from "./exposure";

const control = exampleRole(5);
const read = exampleRole(1);
const levelOf = (role: RoleId) => (role === control ? 5 : role === read ? 1 : undefined);

const policy = { stated: true, mfa: true, longest: "PT8H", approvers: [] };
const standing = (principal: number, role: RoleId) => ({
  principal: examplePrincipal(principal),
  role,
  label: undefined,
  delegatedRoles: [],
});
const eligible = (principal: number, role: RoleId) => ({
  principal: examplePrincipal(principal),
  role,
  label: undefined,
  policy,
});

function exposureIn(inventory: Inventory): Exposure {
  const work = exposureOf(inventory, customerRows(inventory), levelOf);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

const customersIn = ({ groups }: Exposure) => groups.flatMap(({ customers }) => customers);

test("a role counts once at a customer however many scopes it is held on, and as a grant on each", () => {
  const definition = aDefinition(1, {
    authorizations: [standing(1, control), standing(2, read)],
    eligibleAuthorizations: [eligible(1, control)],
  });
  const scope = { kind: "resourceGroup", subscription: exampleSubscription(1) } as const;
  const exposure = exposureIn(
    anInventory({
      delegations: [
        aDelegation(1, { definition }),
        aDelegation(2, { definition, scope: { ...scope, resourceGroup: "rg-app" } }),
        // A second offer on the same scope says the same again.
        aDelegation(3, {
          definition: aDefinition(3, { customer: exampleTenant(1), authorizations: [standing(1, control)] }),
          scope: { ...scope, resourceGroup: "RG-APP" },
        }),
      ],
    }),
  );
  expect(exposure.held).toEqual({ standing: [0, 1, 0, 0, 0, 1], eligible: [0, 0, 0, 0, 0, 1] });
  expect(exposure.grants).toEqual({ standing: [0, 2, 0, 0, 0, 2], eligible: [0, 0, 0, 0, 0, 2] });
});

test("a role that nobody knows is counted apart", () => {
  const definition = aDefinition(1, { authorizations: [standing(1, exampleRole(9))] });
  const exposure = exposureIn(anInventory({ delegations: [aDelegation(1, { definition })] }));
  expect(exposure.held.standing).toEqual([1, 0, 0, 0, 0, 0]);
});

test("customers stand with those of the same plan, whatever its version, the most exposed first", () => {
  const plan = (version: string) => ({ publisher: "us", product: "operations", name: "gold", version });
  const buyer = (number: number, version: string, role: RoleId) =>
    aDelegation(number, {
      definition: aDefinition(number, {
        offer: "Operations",
        plan: plan(version),
        authorizations: [standing(1, role)],
      }),
    });
  const { groups } = exposureIn(
    anInventory({ delegations: [aDelegation(1), buyer(2, "1.0", read), buyer(3, "2.0", control)] }),
  );
  expect(groups.map(({ source, label }) => [source, label])).toEqual([
    ["marketplace", "Operations"],
    ["template", undefined],
  ]);
  expect(groups[0]!.customers.map(({ customer }) => customer)).toEqual([exampleTenant(3), exampleTenant(2)]);
});

test("eligible access weighs half of standing", () => {
  const held = (number: number, lines: object) => aDelegation(number, { definition: aDefinition(number, lines) });
  const exposure = exposureIn(
    anInventory({
      delegations: [
        held(1, { eligibleAuthorizations: [eligible(1, control)] }),
        held(2, { authorizations: [standing(1, control)] }),
      ],
    }),
  );
  const [first, second] = customersIn(exposure);
  expect([first?.customer, first?.weight]).toEqual([exampleTenant(2), 32]);
  expect([second?.customer, second?.weight]).toEqual([exampleTenant(1), 16]);
});

test("a customer of whom nothing could be read is there, and said to be partly read", () => {
  const { groups, customers } = exposureIn(
    anInventory({
      delegations: [aDelegation(1)],
      subscriptions: [aSubscription(1), aSubscription(2)],
      answers: new Map([
        [exampleSubscription(1), "answered"],
        [exampleSubscription(2), "refused"],
      ]),
    }),
  );
  expect(customers).toBe(2);
  expect(groups.at(-1)).toMatchObject({
    source: "unread",
    customers: [{ customer: exampleTenant(2), isPartlyRead: true }],
  });
  expect(groups[0]!.customers[0]!.isPartlyRead).toBe(false);
});

test("of too many plans the smallest stand together", () => {
  const buyer = (number: number) =>
    aDelegation(number, {
      definition: aDefinition(number, {
        offer: `Offer ${number % 20}`,
        plan: { publisher: "us", product: "p", name: `plan ${number % 20}`, version: "1" },
      }),
    });
  const { groups, customers } = exposureIn(
    anInventory({ delegations: [...Array.from({ length: 45 }, (_, number) => buyer(number + 1)), aDelegation(99)] }),
  );
  expect(groups).toHaveLength(12);
  expect(groups.slice(-2).map(({ source }) => source)).toEqual(["others", "template"]);
  expect(groups.reduce((sum, group) => sum + group.customers.length, 0)).toBe(customers);
});

test("grants are as many as the list of role assignments has", () => {
  fc.assert(
    fc.property(worlds, ({ inventory, directory }) => {
      const { kinds } = indexAccess({ inventory, directory }).grants;
      const { grants } = exposureIn(inventory);
      expect(sumOf(grants.standing)).toBe(kinds.filter((kind) => kind === 0).length);
      expect(sumOf(grants.eligible)).toBe(kinds.filter((kind) => kind === 1).length);
    }),
  );
});

test("none at a level is said only where it is known how far every role reaches", () => {
  expect(countAt([0, 3, 0, 0, 0, 1], 5)).toBe(1);
  expect(countAt([0, 3, 0, 0, 0, 1], 4)).toBe(0);
  expect(countAt([2, 3, 0, 0, 0, 1], 5)).toBe(1);
  expect(countAt([2, 3, 0, 0, 0, 1], 4)).toBeUndefined();
});

const sold = (number: number, name: string, customer: number) =>
  aDelegation(number, {
    customer: exampleTenant(customer),
    definition: aDefinition(number, {
      offer: name,
      customer: exampleTenant(customer),
      plan: { publisher: "us", product: "p", name, version: "1" },
    }),
  });

test("a customer stands where most of what it delegated came from, and the larger group first", () => {
  const { groups } = exposureIn(
    anInventory({
      delegations: [
        sold(1, "gold", 1),
        sold(2, "gold", 2),
        sold(3, "silver", 2),
        sold(4, "silver", 2),
        sold(5, "silver", 3),
        // As much of either: in the order of their names, so that it is the same at each visit.
        sold(6, "silver", 4),
        sold(7, "bronze", 4),
      ],
    }),
  );
  expect(groups.map(({ label, customers }) => [label, customers.length])).toEqual([
    ["silver", 2],
    ["gold", 1],
    ["bronze", 1],
  ]);
});

test("a customer one of whose offers could not be read is partly read", () => {
  const unread = aDelegation(2, { customer: exampleTenant(1), definition: undefined });
  const answers = new Map([1, 2].map((number) => [exampleSubscription(number), "answered" as const]));
  const exposure = exposureIn(anInventory({ delegations: [aDelegation(1), unread], answers }));
  expect(customersIn(exposure)).toMatchObject([{ customer: exampleTenant(1), isPartlyRead: true }]);
});
