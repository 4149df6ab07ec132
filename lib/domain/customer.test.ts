import { expect, test } from "vitest";
import { customerRows } from "./customer";
import {
  aCoverage,
  aDefinition,
  aDelegation,
  anInventory,
  aSubscription,
  exampleSubscription,
  exampleTenant,
  us,
} from "./example-inventory";
import type { SubscriptionAnswer } from "./coverage";
import type { Delegation } from "./delegation";
import type { SubscriptionId } from "./ids";
import type { Inventory } from "./inventory";

const tenant = exampleTenant(1);
const group = (resourceGroup: string) =>
  ({ kind: "resourceGroup", subscription: exampleSubscription(1), resourceGroup }) as const;

const onlyRow = (inventory: Inventory) => {
  const rows = customerRows(inventory);
  expect(rows).toHaveLength(1);
  return rows[0]!;
};

test("nothing delegated, no customers", () => {
  expect(customerRows(anInventory({ subscriptions: [aSubscription(1)] }))).toEqual([]);
});

test("a customer of which nothing could be read has a row that knows its name and no counts", () => {
  const closed = [aSubscription(7, { tenant: exampleTenant(7) }), aSubscription(8, { tenant: exampleTenant(7) })];
  const own = aSubscription(9, { tenant: us });
  const managedElsewhere = aSubscription(10);
  const inventory = (answer: SubscriptionAnswer, isReading = false) =>
    anInventory({
      delegations: [aDelegation(1)],
      subscriptions: [aSubscription(1), ...closed, own, managedElsewhere],
      tenants: [{ id: exampleTenant(7), name: "Lamna Healthcare", domain: "lamna.example" }],
      coverage: aCoverage({
        finishedAt: isReading ? undefined : 0,
        subscriptions: new Map<SubscriptionId, SubscriptionAnswer>([
          [exampleSubscription(1), "answered"],
          [exampleSubscription(7), answer],
          [exampleSubscription(8), answer],
          [exampleSubscription(9), answer],
          [exampleSubscription(10), "empty"],
        ]),
      }),
    });
  const [known, unread, ...rest] = customerRows(inventory("refused"));
  expect(rest).toEqual([]);
  expect(known).toMatchObject({ tenant: exampleTenant(1), delegations: 1, state: "Succeeded" });
  expect(unread).toMatchObject({
    tenant: exampleTenant(7),
    name: "Lamna Healthcare",
    domain: "lamna.example",
    delegations: undefined,
    subscriptions: undefined,
    resourceGroups: undefined,
    state: undefined,
    coverage: { spokenFor: 0, known: 2 },
  });
  for (const answer of ["throttled", "failed", "cut", "wholeOnly", "waiting"] as const)
    expect(customerRows(inventory(answer))).toHaveLength(2);
  expect(customerRows(inventory("waiting", true))).toHaveLength(1);
  expect(customerRows(inventory("empty"))).toHaveLength(1);
});

test("a customer with one delegation has its counts, whatever else of it could not be read", () => {
  const inventory = anInventory({
    delegations: [aDelegation(1)],
    subscriptions: [aSubscription(1), aSubscription(2, { tenant })],
    answers: new Map([[exampleSubscription(2), "refused"]]),
  });
  expect(onlyRow(inventory)).toMatchObject({ delegations: 1, coverage: { spokenFor: 0, known: 2 } });
});

test("whole subscriptions and resource groups are counted apart, each once", () => {
  const definition = aDefinition(1);
  const row = onlyRow(
    anInventory({
      delegations: [
        aDelegation(1, { definition }),
        aDelegation(2, { definition, scope: { kind: "subscription", subscription: exampleSubscription(1) } }),
        aDelegation(3, { definition, scope: group("rg-app") }),
        aDelegation(4, { definition, scope: group("RG-App") }),
      ],
    }),
  );
  expect(row).toMatchObject({ tenant, subscriptions: 1, resourceGroups: 1, delegations: 4 });
});

test("several definitions of one offer are one offer, and versions of a plan are told apart", () => {
  const plan = { publisher: "msp", product: "care", name: "gold", version: "1.2.0" };
  const offered = (number: number, given: Parameters<typeof aDefinition>[1]) =>
    aDelegation(number, { definition: aDefinition(number, { customer: tenant, ...given }) });
  const row = onlyRow(
    anInventory({
      delegations: [
        offered(1, { offer: "Basics" }),
        offered(2, { offer: "Basics" }),
        offered(3, { offer: "Care Gold", plan }),
        offered(4, { offer: "Care Gold", plan: { ...plan, version: "1.10.0" } }),
      ],
    }),
  );
  expect(row.offers.map(({ name, source, plan }) => [name, source, plan?.version])).toEqual([
    ["Basics", "template", undefined],
    ["Care Gold", "marketplace", "1.10.0"],
    ["Care Gold", "marketplace", "1.2.0"],
  ]);
});

test("the state is the worst of the delegations, the last change the latest of them and their definitions", () => {
  const at = (changedAt: string) => ({
    createdAt: undefined,
    createdBy: undefined,
    changedAt,
    changedBy: undefined,
  });
  const row = onlyRow(
    anInventory({
      delegations: [
        aDelegation(1, { history: at("2026-02-03T10:11:12Z") }),
        aDelegation(2, {
          definition: aDefinition(2, { customer: tenant, history: at("2026-02-03T10:11:12.5Z") }),
          state: "Failed",
        }),
        aDelegation(3, { definition: aDefinition(3, { customer: tenant }), state: "Updating" }),
      ],
    }),
  );
  expect(row.state).toBe("Failed");
  expect(row.lastChange).toBe(Date.UTC(2026, 1, 3, 10, 11, 12, 500));
});

test("no history is an unknown last change", () => {
  expect(onlyRow(anInventory({ delegations: [aDelegation(1)] })).lastChange).toBeUndefined();
});

test("a subscription that moved is its new owner's, and is said to be transferred", () => {
  const moved = aDelegation(1, { customer: exampleTenant(9) });
  expect(onlyRow(anInventory({ delegations: [moved] }))).toMatchObject({ tenant: exampleTenant(9), transferred: 1 });
});

test("a delegation whose definition could not be read still makes a customer", () => {
  const unread = aDelegation(1, { definition: undefined, customer: tenant });
  expect(onlyRow(anInventory({ delegations: [unread] }))).toMatchObject({
    delegations: 1,
    definitionsUnread: 1,
    offers: [],
    transferred: 0,
  });
});

test("what a customer delegates to another provider does not make it ours", () => {
  const theirs = aDelegation(1, { definition: aDefinition(1, { managingTenant: exampleTenant(77) }) });
  expect(customerRows(anInventory({ delegations: [theirs] }))).toEqual([]);
});

test("coverage counts the customer's subscriptions, also those that only a delegation names", () => {
  const inventory = anInventory({
    delegations: [
      aDelegation(1),
      aDelegation(2, { definition: aDefinition(2, { customer: tenant }), scope: { ...group("a") } }),
      aDelegation(3, { definition: aDefinition(3, { customer: tenant }) }),
    ],
    subscriptions: [aSubscription(1), aSubscription(8, { tenant })],
    answers: new Map([
      [exampleSubscription(1), "answered"],
      [exampleSubscription(8), "refused"],
      [exampleSubscription(3), "answered"],
    ]),
  });
  expect(onlyRow(inventory).coverage).toEqual({ spokenFor: 2, known: 3 });
});

test("a name comes from the tenant list, else from the definition, else from Graph, else there is none", () => {
  const signed: Delegation = aDelegation(1, { definition: aDefinition(1, { customerName: "As signed" }) });
  const named = (nameFrom: "tenants" | "graph", name: string | undefined) => [
    { id: tenant, name, domain: "a.example", nameFrom },
  ];
  const row = (delegation: Delegation, tenants: ReturnType<typeof named>) => {
    const { name, nameFrom, domain } = onlyRow(anInventory({ delegations: [delegation], tenants }));
    return [name, nameFrom, domain];
  };
  const unsigned = aDelegation(1);
  expect(row(signed, named("tenants", "Listed"))).toEqual(["Listed", "tenants", "a.example"]);
  expect(row(signed, named("tenants", undefined))).toEqual(["As signed", "definition", "a.example"]);
  expect(row(signed, named("graph", "Told by Graph"))).toEqual(["As signed", "definition", "a.example"]);
  expect(row(unsigned, named("graph", "Told by Graph"))).toEqual(["Told by Graph", "graph", "a.example"]);
  expect(row(unsigned, [])).toEqual([undefined, undefined, undefined]);
});

test("a name that was signed for one tenant does not name the tenant a subscription moved to", () => {
  const moved = aDelegation(1, {
    customer: exampleTenant(9),
    definition: aDefinition(1, { customerName: "The old owner" }),
  });
  expect(onlyRow(anInventory({ delegations: [moved] })).name).toBeUndefined();
});
