import { expect, test } from "vitest";
import type { Deed } from "@/lib/azure/testing/scripted";
import { isConclusive } from "@/lib/domain/coverage";
import type { SubscriptionId } from "@/lib/domain/ids";
import type { Spoil } from "./testing/azure-server";
import { estate, subscriptionOf, type Estate } from "./testing/estate";
import { reading } from "./testing/reading";

const given = estate({ customers: 3 });
const [closed, alsoClosed] = [5, 6].map((number) => subscriptionOf(number) as SubscriptionId) as [
  SubscriptionId,
  SubscriptionId,
];
const isOpen = ({ subscriptionId }: Record<string, unknown>) =>
  subscriptionId !== closed && subscriptionId !== alsoClosed;
const open: Estate = {
  ...given,
  assignments: given.assignments.filter(isOpen),
  definitions: given.definitions.filter(isOpen),
  subscriptions: given.subscriptions.filter(isOpen),
};
const list = { body: { value: given.subscriptions.map((row) => ({ ...row, state: "Enabled" })) } };
const refusal: Deed = { status: 403, body: { error: { code: "AuthorizationFailed", message: "No." } } };
const shut: Spoil = ({ asked }) => (asked === "list" ? list : asked === "delegationsOf" ? refusal : undefined);

const before = () => reading(open, shut).collected();

test("a subscription that opened is read without asking for anything else", async () => {
  const since = await before();
  expect(since.coverage.problems.map(({ subscription }) => subscription)).toEqual([closed, alsoClosed]);
  const { collected, server, snapshots } = reading(given, undefined, { since, subscription: closed });
  const inventory = await collected();

  for (const { asked, subscriptions } of server.questions)
    if (asked !== "principals") expect(subscriptions, asked).toEqual([closed]);
  expect(snapshots[0]?.coverage.problems).toEqual(since.coverage.problems);
  expect(inventory.delegations.size).toBe(since.delegations.size + 2);
  expect([...inventory.delegations.values()].every(({ definition }) => definition)).toBe(true);
  expect(inventory.definitions.size).toBe(since.definitions.size + 1);
  expect(inventory.coverage.problems.map(({ subscription }) => subscription)).toEqual([alsoClosed]);
  expect(inventory.coverage.subscriptions.get(closed)).toBe("answered");
  expect(inventory.coverage.subscriptions.get(alsoClosed)).toBe("refused");
  expect(inventory.coverage.sources.assignments).toMatchObject({ state: "complete", read: 10, expected: 10 });
  expect(inventory.coverage.sources.definitions).toMatchObject({ state: "complete", read: 5, expected: 5 });
  expect(inventory.coverage.sources.subscriptions).toEqual(since.coverage.sources.subscriptions);

  const whole = await reading(given, undefined, { since: inventory, subscription: alsoClosed }).collected();
  expect(whole.coverage.problems).toEqual([]);
  expect(isConclusive(whole.coverage)).toBe(true);
});

test("one that is still closed is named once, and one that cannot be asked for says why", async () => {
  const since = await before();
  const again = await reading(open, shut, { since, subscription: closed }).collected();
  expect(again.coverage.problems).toHaveLength(2);
  expect(again.coverage.problems.filter(({ subscription }) => subscription === closed)).toMatchObject([
    { kind: "refused", code: "AuthorizationFailed" },
  ]);
  const down: Spoil = ({ asked }) => (asked === "principals" ? undefined : "cut");
  const lost = await reading(open, down, { since, subscription: closed }).collected();
  expect(lost.coverage.subscriptions.get(closed)).toBe("failed");
  const problems = lost.coverage.problems.filter(({ subscription }) => subscription === closed);
  expect(new Set(problems.map(({ kind }) => kind))).toEqual(new Set(["unreachable"]));
  expect(problems[0]?.what).toContain("delegations of subscription sub-5");
  expect(lost.delegations).toEqual(since.delegations);
});

test("one without delegations is empty, what it no longer delegates is gone, and one that is stopped stays named", async () => {
  const since = await before();
  const none = { ...open, subscriptions: given.subscriptions };
  const empty = await reading(none, undefined, { since, subscription: closed }).collected();
  expect(empty.coverage.subscriptions.get(closed)).toBe("empty");

  const full = await reading(given).collected();
  const gone = await reading(none, undefined, { since: full, subscription: closed }).collected();
  expect(gone.delegations.size).toBe(full.delegations.size - 2);
  expect(gone.coverage.sources.assignments).toMatchObject({ read: 10, expected: 10 });
  expect(gone.definitions.size).toBe(full.definitions.size - 1);

  const signal = AbortSignal.abort();
  const stopped = await reading(given, undefined, { since, subscription: closed, signal }).collected();
  expect(stopped.coverage.problems).toEqual(since.coverage.problems);
  expect(stopped.coverage.subscriptions).toEqual(since.coverage.subscriptions);
});
