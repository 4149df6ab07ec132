import { expect, test } from "vitest";
import { customerRows } from "@/lib/domain/customer";
import { isConclusive, sources } from "@/lib/domain/coverage";
import { delegationRows } from "@/lib/domain/delegation-rows";
import { estate, tenantOf } from "./testing/estate";
import { reading } from "./testing/reading";

const states = ({ coverage }: Awaited<ReturnType<ReturnType<typeof reading>["collected"]>>) =>
  Object.fromEntries(sources.map((source) => [source, coverage.sources[source].state]));

const allComplete = Object.fromEntries(sources.map((source) => [source, "complete"]));

test("a whole estate is read, and the coverage says so", async () => {
  const given = estate({ customers: 4, subscriptionsEach: 3, groupsEach: 2, unused: 2 });
  const inventory = await reading(given).collected();
  expect(inventory.coverage.problems).toEqual([]);
  expect(states(inventory)).toEqual(allComplete);
  expect(inventory.delegations.size).toBe(given.assignments.length);
  expect(inventory.definitions.size).toBe(given.definitions.length);
  expect(inventory.subscriptions.size).toBe(given.subscriptions.length);
  expect([...inventory.coverage.subscriptions.values()]).toEqual(given.subscriptions.map(() => "answered"));
  expect(isConclusive(inventory.coverage)).toBe(true);
  expect(inventory.coverage.sources.assignments).toMatchObject({ expected: 36, read: 36 });
  expect(inventory.coverage.sources.definitions).toMatchObject({ expected: 14, read: 14 });

  const customers = customerRows(inventory);
  expect(customers.map(({ name, subscriptions, resourceGroups }) => [name, subscriptions, resourceGroups])).toEqual(
    [1, 2, 3, 4].map((number) => [`Customer ${number}`, 3, 6]),
  );
  expect(delegationRows(inventory)).toHaveLength(36);
});

test("no call is made per subscription, and no more queries than pages and six", async () => {
  const given = estate({ customers: 300, subscriptionsEach: 5, groupsEach: 1, unused: 40 });
  const { collected, server } = reading(given);
  await collected();
  const kinds = ["assignments", "unassigned", "definitions", "subscriptions", "count"] as const;
  const queries = kinds.reduce((sum, kind) => sum + server.times(kind), 0);
  const rows = 3000 + 1500 + 40;
  expect(queries).toBeLessThanOrEqual(Math.ceil(rows / 1000) + 6);
  expect(server.times("definitions")).toBe(0);
  expect(server.times("delegationsOf")).toBe(0);
  expect(server.times("list")).toBe(1);
  expect(server.times("principals")).toBe(1);
  expect(server.times("roles")).toBe(1);
  expect(server.times("batch")).toBe(0);
});

test("delegations go out first and are shown as soon as their first page is there", async () => {
  const given = estate({ customers: 300, subscriptionsEach: 5, groupsEach: 1 });
  const { collected, server, snapshots } = reading(given);
  await collected();
  expect(
    server.questions.filter(({ asked }) => asked !== "tenants" && asked !== "roles" && asked !== "list")[0]?.asked,
  ).toBe("assignments");
  const first = snapshots.find(({ delegations }) => delegations.size > 0);
  expect(first?.delegations.size).toBe(1000);
  expect(first?.coverage.sources.assignments).toMatchObject({ state: "reading", read: 1000, expected: 3000 });
  expect(first?.coverage.finishedAt).toBeUndefined();
  expect(snapshots.at(-1)?.coverage.finishedAt).toBeDefined();
});

test("a snapshot never changes, and shares what did not change", async () => {
  const given = estate({ customers: 300, subscriptionsEach: 5, groupsEach: 1 });
  const { collected, snapshots } = reading(given);
  const inventory = await collected();
  const sizes = snapshots.map(({ delegations }) => delegations.size);
  expect(sizes).toEqual([...sizes].sort((left, right) => left - right));
  expect(new Set(sizes).size).toBeGreaterThan(1);
  expect(snapshots.at(-1)?.delegations).toBe(inventory.delegations);
  for (const part of ["roles", "tenants", "subscriptions"] as const) {
    const alike = snapshots.filter((snapshot) => snapshot[part].size === inventory[part].size);
    expect(new Set(alike.map((snapshot) => snapshot[part])).size, part).toBe(1);
  }
});

test("definitions that do not come within their assignments are joined by id", async () => {
  for (const customers of [3, 150]) {
    const given = estate({ customers, isExpanded: false, unused: 1 });
    const { collected, server } = reading(given);
    const inventory = await collected();
    expect(inventory.coverage.problems).toEqual([]);
    expect([...inventory.delegations.values()].filter(({ definition }) => !definition)).toEqual([]);
    expect(inventory.definitions.size).toBe(given.definitions.length);
    expect(server.times("definitions")).toBe(1);
    expect(server.questions.find(({ asked }) => asked === "definitions")?.query.includes("in~")).toBe(customers === 3);
  }
});

test("where Resource Graph refuses to tell which definitions no delegation brings, all of them are read", async () => {
  const given = estate({ customers: 3, unused: 2 });
  const refused = { status: 400, body: { error: { code: "BadRequest", message: "No such join." } } };
  const inventory = await reading(given, ({ asked }) => (asked === "unassigned" ? refused : undefined)).collected();
  expect(inventory.coverage.problems).toEqual([]);
  expect(inventory.definitions.size).toBe(given.definitions.length);
});

test("definitions that only a lost page of delegations would have brought are read by themselves", async () => {
  const given = estate({ customers: 300, subscriptionsEach: 5, groupsEach: 1, unused: 2 });
  const refused = { status: 403, body: { error: { code: "AuthorizationFailed", message: "No." } } };
  const inventory = await reading(given, ({ asked, skip }) =>
    asked === "assignments" && skip === 1000 ? refused : undefined,
  ).collected();
  expect(inventory.delegations.size).toBe(2000);
  expect(inventory.definitions.size).toBe(given.definitions.length);
  expect(states(inventory)).toMatchObject({ definitions: "complete" });
});

test("a delegation whose definition cannot be read is certain, and its offer is named missing", async () => {
  const given = estate({ customers: 1, isExpanded: false });
  const hidden = { ...given, definitions: given.definitions.slice(1) };
  const inventory = await reading(hidden).collected();
  expect(delegationRows(inventory).filter(({ isDefinitionUnread }) => isDefinitionUnread)).toHaveLength(2);
  expect(states(inventory)).toMatchObject({ assignments: "complete", definitions: "partial" });
  expect(inventory.coverage.problems).toMatchObject([
    { source: "definitions", kind: "missing", what: "1 offer", rows: 1 },
  ]);
});

test("a subscription that moved to another tenant is its new owner's", async () => {
  const given = estate({ customers: 2, subscriptionsEach: 1, groupsEach: 0 });
  const [first, ...rest] = given.assignments;
  const moved = { ...given, assignments: [{ ...first, tenantId: tenantOf(2) }, ...rest] };
  const inventory = await reading(moved).collected();
  expect(customerRows(inventory).map(({ tenant, transferred }) => [tenant, transferred])).toEqual([[tenantOf(2), 1]]);
});

test("ARM's record of a subscription stays, whichever of the two lists comes first", async () => {
  const given = estate({ customers: 1, subscriptionsEach: 1 });
  const [row] = given.subscriptions;
  const managedByTenants = [{ tenantId: given.managingTenant }];
  const listed = { body: { value: [{ ...row, state: "Warned", managedByTenants }] } };
  const late = { status: 503, headers: { "retry-after": "3" }, body: {} };
  for (const slow of ["list", "subscriptions"]) {
    let tries = 0;
    const inventory = await reading(given, ({ asked }) => {
      if (asked === slow && tries++ === 0) return late;
      return asked === "list" ? listed : undefined;
    }).collected();
    expect([...inventory.subscriptions.values()], slow).toMatchObject([
      { state: "Warned", managedBy: [given.managingTenant] },
    ]);
  }
});

test("people are looked up once each, and one whom the directory does not know is deleted", async () => {
  const given = estate({ customers: 5 });
  const known = { ...given, principals: given.principals.filter(({ id }) => id !== given.principals[1]?.["id"]) };
  const inventory = await reading(known).collected();
  const people = [...inventory.principals.values()].map(({ state }) => state).sort();
  expect(people).toEqual(["deleted", "found", "found", "found", "found", "found", "found"]);
  expect(inventory.coverage.sources.principals).toMatchObject({ state: "complete", read: 7, expected: 7 });
});

test("an empty estate is complete", async () => {
  const inventory = await reading(estate({ customers: 0 })).collected();
  expect(inventory.coverage.problems).toEqual([]);
  expect(states(inventory)).toEqual(allComplete);
  expect(isConclusive(inventory.coverage)).toBe(true);
});
