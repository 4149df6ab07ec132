import { expect, test } from "vitest";
import { isConclusive } from "@/lib/domain/coverage";
import type { Asked, Spoil } from "./testing/azure-server";
import { definitionRow, estate, subscriptionOf } from "./testing/estate";
import { named, reading } from "./testing/reading";

const limit = 10_000;
const all = estate({ customers: 2500, subscriptionsEach: 5, groupsEach: 0 });
/** The last two subscriptions have an offer that is accepted and not yet delegated. */
const accepted = [12_499, 12_500].map((number) => definitionRow(number + 1000, subscriptionOf(number), 2500));
const given = { ...all, definitions: [...all.definitions, ...accepted] };
const first = new Set(given.subscriptions.slice(0, limit).map(({ subscriptionId }) => subscriptionId));
const inView = { ...given, ...within() };

function within() {
  const isIn = ({ subscriptionId }: Record<string, unknown>) => first.has(String(subscriptionId));
  return {
    assignments: given.assignments.filter(isIn),
    definitions: given.definitions.filter(isIn),
    subscriptions: given.subscriptions.filter(isIn),
  };
}

/** Resource Graph that sees 10,000 subscriptions unless it is asked for some by name; ARM lists all. */
const limited =
  (more: Spoil = () => undefined): Spoil =>
  (question, right) => {
    const spoilt = more(question, right);
    if (spoilt) return spoilt;
    const isList = question.asked === "list";
    if (!isList && !question.subscriptions) return undefined;
    return isList ? list : { body: answerFor(question) };
  };

const list = { body: { value: given.subscriptions.map((row) => ({ ...row, state: "Enabled" })) } };

function rowsOf(asked: Asked) {
  switch (asked) {
    case "subscriptions":
    case "assignments":
      return given[asked];
    case "unassigned":
      return accepted;
    default:
      return given.definitions;
  }
}

function answerFor({ asked, subscriptions = [], skip, top }: Parameters<Spoil>[0]) {
  const wanted = new Set(subscriptions);
  const rows = rowsOf(asked)
    .filter(({ subscriptionId }) => wanted.has(String(subscriptionId)))
    .map((row) =>
      "displayName" in row
        ? { id: `/subscriptions/${String(row.subscriptionId)}`, name: row.displayName, ...row }
        : row,
    );
  const data = rows.slice(skip, skip + top);
  return { totalRecords: rows.length, count: data.length, resultTruncated: "false", facets: [], data };
}

test("exactly 10,000 subscriptions are a limit, which is announced; the others are asked for by name", async () => {
  const { collected, server } = reading(inView, limited());
  const inventory = await collected();
  expect(inventory.coverage.problems).toEqual([]);
  expect(inventory.coverage.notes).toMatchObject([
    { source: "subscriptions", what: "Subscriptions beyond the first 10,000", why: expect.stringContaining("2,500") },
  ]);
  expect(inventory.delegations.size).toBe(12_500);
  expect(inventory.definitions.size).toBe(12_502);
  expect(inventory.coverage.subscriptions.size).toBe(12_500);
  expect(isConclusive(inventory.coverage)).toBe(true);
  for (const { subscriptions } of server.questions) expect(subscriptions?.length ?? 0).toBeLessThanOrEqual(1000);
}, 60_000);

test("the limit shows although subscriptions that share only a resource group have no row", async () => {
  const shown = { ...inView, subscriptions: inView.subscriptions.slice(0, 9_990) };
  const inventory = await reading(shown, limited()).collected();
  expect(inventory.coverage.problems).toEqual([]);
  expect(inventory.coverage.notes).toHaveLength(1);
  expect(inventory.delegations.size).toBe(12_500);
}, 60_000);

test("where nobody tells which the others are, the limit is a problem and no note", async () => {
  const down: Spoil = ({ asked }) =>
    asked === "list" ? { status: 503, body: { error: { code: "Down" } } } : undefined;
  const inventory = await reading(inView, limited(down)).collected();
  expect(inventory.coverage.problems.filter(({ kind }) => kind === "limit")).toHaveLength(1);
  expect(inventory.coverage.notes).toEqual([]);
  expect(isConclusive(inventory.coverage)).toBe(false);
}, 60_000);

test("where the others cannot be read either, each of them is in doubt", async () => {
  const down: Spoil = ({ subscriptions }) =>
    subscriptions ? { status: 503, body: { error: { code: "ServiceUnavailable", message: "Down." } } } : undefined;
  const inventory = await reading(inView, limited(down)).collected();
  expect(inventory.delegations.size).toBe(10_000);
  const answers = [...inventory.coverage.subscriptions.values()];
  expect(answers.filter((answer) => answer === "answered")).toHaveLength(10_000);
  expect(answers.filter((answer) => answer === "failed")).toHaveLength(2500);
  expect(inventory.coverage.sources.assignments.state).toBe("partial");
  expect(isConclusive(inventory.coverage)).toBe(false);
  expect(named(inventory, "subscriptions")).toBe(0);
}, 60_000);
