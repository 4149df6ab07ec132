import { expect, test } from "vitest";
import type { Deed } from "@/lib/azure/testing/scripted";
import { isConclusive } from "@/lib/domain/coverage";
import { customerRows } from "@/lib/domain/customer";
import { delegationRows } from "@/lib/domain/delegation-rows";
import type { SubscriptionId } from "@/lib/domain/ids";
import type { Asked, Spoil } from "./testing/azure-server";
import { assignmentRow, definitionRow, estate, guid, subscriptionOf } from "./testing/estate";
import { named, reading } from "./testing/reading";

const refusal: Deed = {
  status: 403,
  body: {
    error: {
      code: "AuthorizationFailed",
      message:
        "The client 'ada' does not have authorization to perform action 'Microsoft.ManagedServices/registrationAssignments/read' over scope '/subscriptions/x'.",
    },
  },
};
const outage: Deed = { status: 503, body: { error: { code: "ServiceUnavailable", message: "Down." } } };
const throttled: Deed = { status: 429, headers: { "retry-after": "1" }, body: { error: { code: "TooManyRequests" } } };

const when =
  (asked: Asked, deed: Deed, skip?: number): Spoil =>
  (question) =>
    question.asked === asked && (skip === undefined || question.skip === skip) ? deed : undefined;

const either =
  (...spoils: readonly Spoil[]): Spoil =>
  (question, right) =>
    spoils.map((spoil) => spoil(question, right)).find((deed) => deed !== undefined);

const answerFor = (number: number) => subscriptionOf(number) as SubscriptionId;
const small = estate({ customers: 3 });
const large = estate({ customers: 500, subscriptionsEach: 3, groupsEach: 1 });

test("a lost page costs its rows and no others, and casts doubt on the subscriptions between its neighbours only", async () => {
  const inventory = await reading(large, when("assignments", outage, 1000)).collected();
  expect(inventory.delegations.size).toBe(2000);
  expect(inventory.coverage.sources.assignments).toMatchObject({ state: "partial", read: 2000, expected: 3000 });
  expect(inventory.coverage.problems.filter(({ source }) => source === "assignments")).toMatchObject([
    { kind: "failed", what: "Rows 1,001 to 2,000 of the delegations", rows: 1000, code: "ServiceUnavailable" },
  ]);
  const answers = [...inventory.coverage.subscriptions];
  const doubted = answers.filter(([, answer]) => answer === "failed").map(([id]) => id);
  const read = new Set(delegationRows(inventory).map(({ subscription }) => subscription));
  expect(answers.filter(([id]) => !read.has(id)).every(([id]) => doubted.includes(id))).toBe(true);
  expect(doubted.length).toBeGreaterThanOrEqual(500);
  expect(doubted.length).toBeLessThanOrEqual(502);
  expect(isConclusive(inventory.coverage)).toBe(false);
});

test.each([
  ["refused", refusal, "refused"],
  ["throttled", throttled, "throttled"],
  ["failed", outage, "failed"],
  ["cut", { text: '{"totalRecords": 12, "data": [' }, "failed"],
] as const)("delegations that are %s as a whole are counted, and the rest is kept", async (kind, deed, state) => {
  const inventory = await reading(small, when("assignments", deed)).collected();
  expect(inventory.delegations.size).toBe(0);
  expect(inventory.subscriptions.size).toBe(6);
  expect(inventory.definitions.size).toBe(6);
  expect(inventory.coverage.sources.assignments).toMatchObject({ state, read: 0, expected: 12 });
  expect(inventory.coverage.problems).toMatchObject([
    { source: "assignments", kind, what: "All 12 delegations", rows: 12 },
  ]);
  expect(new Set(inventory.coverage.subscriptions.values())).toEqual(new Set([kind]));
});

test("where not even a count can be had, that is said", async () => {
  const spoil = either(when("assignments", outage), when("count", outage));
  const { coverage } = await reading(small, spoil).collected();
  expect(coverage.sources.assignments).toMatchObject({ state: "failed", expected: undefined });
  expect(coverage.problems[0]).toMatchObject({ what: "All delegations (how many is not known)", rows: 0 });
});

test("one malformed record is named and skipped, and one malformed part costs only the part", async () => {
  const [first, second, ...rest] = small.assignments;
  const { registrationDefinition, ...noDefinition } = second?.["properties"] as Record<string, unknown>;
  const spoiled = {
    ...small,
    assignments: [
      { ...first, properties: null },
      {
        ...second,
        properties: { ...noDefinition, registrationDefinition: { ...(registrationDefinition as object), plan: 7 } },
      },
      ...rest,
    ],
  };
  const inventory = await reading(spoiled).collected();
  expect(inventory.delegations.size).toBe(11);
  expect(named(inventory, "assignments")).toBe(1);
  expect(inventory.coverage.sources.assignments).toMatchObject({ state: "partial", expected: 12, read: 11 });
  const [problem] = inventory.coverage.problems;
  expect(problem).toMatchObject({ kind: "malformed", what: "1 of the delegations" });
  expect(problem?.why).toContain("data[0]");
});

test("a subscription that Resource Graph does not show is asked for at ARM, which tells why or speaks for the whole", async () => {
  const unseen = [7, 8, 9, 10, 11].map((number) => ({
    subscriptionId: subscriptionOf(number),
    displayName: `sub-${number}`,
    tenantId: small.subscriptions[0]!.tenantId,
  }));
  const late = definitionRow(90, subscriptionOf(8), 1);
  const nested = definitionRow(91, subscriptionOf(11), 1);
  const spoil: Spoil = ({ asked, seen }) => {
    if (asked === "list")
      return { body: { value: [...small.subscriptions, ...unseen].map((row) => ({ ...row, state: "Enabled" })) } };
    if (asked !== "delegationsOf") return undefined;
    if (seen.url.pathname.includes(subscriptionOf(7))) return refusal;
    if (seen.url.pathname.includes(subscriptionOf(8))) return { body: { value: [assignmentRow(90, late, undefined)] } };
    if (seen.url.pathname.includes(subscriptionOf(11)))
      return { body: { value: [assignmentRow(91, nested, undefined), assignmentRow(92, nested, "rg-nested")] } };
    return seen.url.pathname.includes(subscriptionOf(9)) ? outage : undefined;
  };
  const { collected, server } = reading(small, spoil);
  const inventory = await collected();
  expect(server.times("delegationsOf") - 5).toBe(5); // the outage is tried six times
  const { subscriptions, problems, sources } = inventory.coverage;
  expect([7, 8, 9, 10, 11].map((number) => subscriptions.get(answerFor(number)))).toEqual([
    "refused",
    "wholeOnly",
    "failed",
    "wholeOnly",
    "answered",
  ]);
  const told = new Map(problems.map(({ subscription, ...problem }) => [subscription, problem]));
  expect(problems).toHaveLength(4);
  expect(told.get(answerFor(7))).toMatchObject({ what: "Subscription sub-7", kind: "refused" });
  expect(told.get(answerFor(7))?.fix).toContain("Reader");
  expect(told.get(answerFor(9))).toMatchObject({ what: "Subscription sub-9", kind: "failed" });
  for (const [number, whole] of [
    [8, /names the delegations of the subscription as a whole/],
    [10, /names no delegation of it as a whole/],
  ] as const) {
    const what = `Resource groups of subscription sub-${number}`;
    expect(told.get(answerFor(number))).toMatchObject({ what, kind: "missing" });
    expect(told.get(answerFor(number))?.why).toMatch(whole);
    expect(told.get(answerFor(number))?.why).toMatch(/resource groups are delegated cannot be seen/);
  }
  expect(isConclusive(inventory.coverage)).toBe(false);
  expect(inventory.delegations.size).toBe(15);
  expect(sources.assignments).toMatchObject({ read: 15, expected: 15 });
  expect(delegationRows(inventory).find(({ name }) => name === guid(6, 90))?.customer).toBe(
    small.subscriptions[0]?.tenantId,
  );
});

const groupOf = (number: number, name: string, managedBy: string) => ({
  id: `/subscriptions/${subscriptionOf(number)}/resourceGroups/${name}`,
  subscriptionId: subscriptionOf(number),
  managedBy,
});
const applicationIn = (number: number) =>
  `/subscriptions/${subscriptionOf(number)}/resourceGroups/rg/providers/Microsoft.Solutions/applications/app`;

test.each([
  ["one that shows because of a managed application alone is no customer's", [], "empty"],
  ["one in which another group shows may be", [groupOf(7, "rg", "")], "refused"],
  ["so may one of which a row cannot be understood", [{ subscriptionId: 5 }], "refused"],
])("of subscriptions that ARM refuses: %s", async (_what, more, answer) => {
  const unseen = { subscriptionId: subscriptionOf(7), displayName: "sub-7", tenantId: guid(1, 70) };
  const groups = [groupOf(7, "mrg-1", applicationIn(7)), groupOf(7, "mrg-2", applicationIn(7)), ...more];
  const spoil = either(
    when("delegationsOf", refusal),
    when("list", { body: { value: [...small.subscriptions, unseen].map((row) => ({ ...row, state: "Enabled" })) } }),
    when("groups", { body: { totalRecords: groups.length, count: groups.length, data: groups, facets: [] } }),
  );
  const { collected, server } = reading(small, spoil);
  const inventory = await collected();
  const isApplication = answer === "empty";
  expect(inventory.coverage.subscriptions.get(answerFor(7))).toBe(answer);
  expect(inventory.coverage.problems).toHaveLength(isApplication ? 0 : 1);
  expect(inventory.coverage.notes.map(({ what }) => what)).toEqual(isApplication ? ["Subscription sub-7"] : []);
  expect(customerRows(inventory).some(({ tenant }) => tenant === guid(1, 70))).toBe(!isApplication);
  expect(server.questions.filter(({ asked }) => asked === "groups").map(({ subscriptions }) => subscriptions)).toEqual([
    [subscriptionOf(7)],
  ]);
});

test("a delegated resource group speaks for its subscription, which Resource Graph does not show", async () => {
  const given = estate({ customers: 1, subscriptionsEach: 1, groupsEach: 1 });
  const onlyGroup = { ...given, assignments: given.assignments.filter(({ resourceGroup }) => resourceGroup !== "") };
  const spoil: Spoil = ({ asked }) =>
    asked === "subscriptions" ? { body: { totalRecords: 0, count: 0, data: [], facets: [] } } : undefined;
  const { collected, server } = reading(onlyGroup, spoil);
  const inventory = await collected();
  expect(inventory.coverage.subscriptions.get(answerFor(1))).toBe("answered");
  expect(delegationRows(inventory)).toMatchObject([
    { kind: "resourceGroup", scopeName: "RG-1", subscriptionName: "sub-1" },
  ]);
  expect(server.times("delegationsOf")).toBe(0);
});

test("a subscription without delegations is empty, not unread", async () => {
  const other = { subscriptionId: subscriptionOf(50), displayName: "own", tenantId: small.managingTenant };
  const inventory = await reading({ ...small, subscriptions: [...small.subscriptions, other] }).collected();
  expect(inventory.coverage.subscriptions.get(answerFor(50))).toBe("empty");
  expect(isConclusive(inventory.coverage)).toBe(true);
});

test("names, roles and people that cannot be read cost nothing else", async () => {
  const spoil = either(
    when("tenants", outage),
    when("roles", refusal),
    when("principals", refusal),
    ({ asked, seen }) => {
      if (asked !== "batch") return undefined;
      const { requests } = seen.body as { requests: { id: string }[] };
      const body = { error: { code: "Authorization_RequestDenied", message: "Insufficient privileges." } };
      return { body: { responses: requests.map(({ id }) => ({ id, status: 403, body })) } };
    },
  );
  const inventory = await reading(small, spoil).collected();
  const { sources, problems } = inventory.coverage;
  expect([sources.tenants.state, sources.roles.state, sources.principals.state]).toEqual([
    "failed",
    "refused",
    "refused",
  ]);
  expect(problems.map(({ source }) => source).sort()).toEqual(["principals", "roles", "tenants"]);
  expect(problems.find(({ source }) => source === "principals")?.fix).toContain("Directory.Read.All");
  expect(inventory.delegations.size).toBe(12);
  expect(isConclusive(inventory.coverage)).toBe(true);
  expect(delegationRows(inventory)[0]?.customerName).toBe("Signed 1");
});

test("a customer that nobody names is asked for at Graph", async () => {
  const { subscriptionId, displayName } = small.subscriptions[0]!;
  const stranger = guid(1, 99);
  const unnamed = {
    ...small,
    tenants: [],
    subscriptions: [{ subscriptionId, displayName, tenantId: stranger }],
    assignments: small.assignments.slice(0, 1).map((row) => ({ ...row, tenantId: stranger })),
  };
  const spoil: Spoil = ({ asked, seen }) => {
    if (asked !== "batch") return undefined;
    const { requests } = seen.body as { requests: { id: string; url: string }[] };
    expect(requests).toHaveLength(1);
    const body = { tenantId: stranger, displayName: "Told by Graph", defaultDomainName: "told.example" };
    return { body: { responses: [{ id: requests[0]?.id, status: 200, body }] } };
  };
  const inventory = await reading(unnamed, spoil).collected();
  expect(delegationRows(inventory)[0]?.customerName).toBe("Told by Graph");
});

test.each([0, 999, 1000, 1001, 2000])("an estate of %i delegations is read to the last row", async (rows) => {
  const given = estate({ customers: 1, subscriptionsEach: 1, groupsEach: 0 });
  const definition = definitionRow(1, subscriptionOf(1), 1);
  const exact = {
    ...given,
    assignments: Array.from({ length: rows }, (_, index) =>
      assignmentRow(index, definition, `rg-${String(index).padStart(5, "0")}`),
    ),
  };
  const inventory = await reading(exact).collected();
  expect(inventory.delegations.size).toBe(rows);
  expect(inventory.coverage.problems).toEqual([]);
});

test("rows that were counted and never came are named, and rows sent twice count once", async () => {
  const short: Spoil = ({ asked }, right) => {
    if (asked !== "assignments") return undefined;
    const deed = right() as { text: string };
    const body = JSON.parse(deed.text) as { totalRecords: number; data: unknown[] };
    return { body: { ...body, data: [...body.data.slice(0, 10), body.data[0], body.data[1]] } };
  };
  const inventory = await reading(small, short).collected();
  expect(inventory.delegations.size).toBe(10);
  expect(named(inventory, "assignments")).toBe(2);
  expect(inventory.coverage.sources.assignments).toMatchObject({ state: "partial", expected: 12, read: 10 });
});
