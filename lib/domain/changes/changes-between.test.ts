import { expect, test } from "vitest";
import type { SubscriptionAnswer } from "@/lib/domain/coverage";
import type { Definition } from "@/lib/domain/definition";
import type { Delegation } from "@/lib/domain/delegation";
import {
  aCoverage,
  aDefinition,
  aDelegation,
  anInventory,
  aSubscription,
  examplePrincipal,
  exampleRole,
  exampleSubscription,
  exampleTenant,
} from "@/lib/domain/example-inventory";
import type { Inventory } from "@/lib/domain/inventory";
import { changesBetween } from "./changes-between";

const role = exampleRole(1);
const standing = (principal: number) => ({
  principal: examplePrincipal(principal),
  label: undefined,
  role,
  delegatedRoles: [],
});
const eligible = (principal: number) => ({
  principal: examplePrincipal(principal),
  label: undefined,
  role,
  policy: { stated: true, mfa: true, longest: "PT8H", approvers: [] },
});

const answered = (...numbers: number[]) =>
  new Map<ReturnType<typeof exampleSubscription>, SubscriptionAnswer>(
    numbers.map((number) => [exampleSubscription(number), "answered"]),
  );
const seen = (delegations: readonly Delegation[], answers = answered(1, 2, 3)): Inventory =>
  anInventory({ delegations, subscriptions: [1, 2, 3].map((number) => aSubscription(number)), answers });

const inGroup = (number: number, resourceGroup: string, definition?: Definition) =>
  aDelegation(number * 100 + resourceGroup.length, {
    scope: { kind: "resourceGroup", subscription: exampleSubscription(number), resourceGroup },
    definition: definition ?? aDefinition(number),
  });

const kinds = (before: Inventory, after: Inventory) => changesBetween(before, after).changes.map(({ kind }) => kind);
const nothing = { changes: [], cannotTell: 0 };

test("what is the same is no change, even where it was read anew", () => {
  expect(changesBetween(seen([aDelegation(1)]), seen([aDelegation(1)]))).toEqual(nothing);
});

test("a customer of whom everything came or went is one change", () => {
  const [before, after] = [seen([aDelegation(1)]), seen([aDelegation(1), aDelegation(2), inGroup(2, "rg")])];
  expect(changesBetween(before, after).changes).toMatchObject([
    { kind: "customerCame", customer: exampleTenant(2), delegations: 2 },
  ]);
  expect(changesBetween(after, before).changes).toMatchObject([
    { kind: "customerGone", customer: exampleTenant(2), delegations: 2 },
  ]);
});

test("of a customer who stays, delegations came or went", () => {
  const [before, after] = [seen([aDelegation(1)]), seen([aDelegation(1), inGroup(1, "rg")])];
  expect(changesBetween(before, after).changes).toMatchObject([
    { kind: "came", delegations: [{ scope: { resourceGroup: "rg" } }] },
  ]);
  expect(changesBetween(after, before).changes).toMatchObject([{ kind: "gone", customer: exampleTenant(1) }]);
});

test("once nothing is delegated Azure lists the subscription no more, which means gone", () => {
  const before = seen([aDelegation(1), aDelegation(2)]);
  const after = anInventory({ delegations: [aDelegation(1)], subscriptions: [aSubscription(1)] });
  expect(kinds(before, after)).toEqual(["customerGone"]);
});

test("a list of subscriptions that was cut says nothing of those that are not in it", () => {
  const before = seen([aDelegation(1), aDelegation(2)]);
  const coverage = aCoverage({ subscriptions: answered(1), states: { subscriptions: "partial" } });
  const after = anInventory({ delegations: [aDelegation(1)], subscriptions: [aSubscription(1)], coverage });
  expect(changesBetween(before, after)).toEqual({ changes: [], cannotTell: 1 });
});

test.each(["refused", "failed", "throttled", "cut", "waiting"] as const)(
  "a subscription that is %s now stopped answering; its delegations are not gone",
  (answer) => {
    const before = seen([aDelegation(1), aDelegation(2)]);
    const after = seen([aDelegation(1)], answered(1, 3).set(exampleSubscription(2), answer));
    expect(changesBetween(before, after)).toMatchObject({
      changes: [{ kind: "unanswered", customer: exampleTenant(2), subscriptions: [{ answer }] }],
      cannotTell: 1,
    });
    // And what is seen again is not new.
    expect(changesBetween(after, before)).toMatchObject({ changes: [{ kind: "answersAgain" }], cannotTell: 1 });
  },
);

test("of resource groups that nobody told of it cannot be said that they went", () => {
  const before = seen([aDelegation(1), inGroup(1, "rg")]);
  const after = seen([], answered(2, 3).set(exampleSubscription(1), "wholeOnly"));
  const { changes, cannotTell } = changesBetween(before, after);
  expect(changes.map(({ kind }) => kind)).toEqual(["unanswered", "gone"]);
  expect(cannotTell).toBe(1);
});

test("while the second inventory is still being read nothing is gone, and nothing new while the first was", () => {
  const whole = seen([aDelegation(1), aDelegation(2)]);
  const unfinished = { ...seen([aDelegation(1)]), coverage: { ...seen([]).coverage, finishedAt: undefined } };
  expect(changesBetween(whole, unfinished)).toEqual({ changes: [], cannotTell: 1 });
  expect(changesBetween(unfinished, whole)).toEqual({ changes: [], cannotTell: 1 });
});

const by = (definition: Partial<Definition>) => seen([aDelegation(1, { definition: aDefinition(1, definition) })]);

test("an offer that gives somebody more is wider, one that takes away is narrower", () => {
  const one = by({ authorizations: [standing(1)] });
  const two = by({ authorizations: [standing(1), standing(2)] });
  expect(changesBetween(one, two).changes).toMatchObject([
    { kind: "widened", lines: [{ principal: examplePrincipal(2), was: undefined, is: "standing" }] },
  ]);
  expect(changesBetween(two, one).changes).toMatchObject([
    { kind: "narrowed", lines: [{ principal: examplePrincipal(2), was: "standing", is: undefined }] },
  ]);
});

test("what had to be activated and is held now is wider, and the way back narrower", () => {
  const [just, always] = [by({ eligibleAuthorizations: [eligible(1)] }), by({ authorizations: [standing(1)] })];
  expect(changesBetween(just, always).changes).toMatchObject([
    { kind: "widened", lines: [{ was: "eligible", is: "standing" }] },
  ]);
  expect(changesBetween(always, just).changes).toMatchObject([
    { kind: "narrowed", lines: [{ was: "standing", is: "eligible" }] },
  ]);
});

test("one who gained and one who lost make an offer wider", () => {
  const change = changesBetween(by({ authorizations: [standing(1)] }), by({ authorizations: [standing(2)] }))
    .changes[0];
  expect(change).toMatchObject({ kind: "widened", lines: [{ is: "standing" }, { was: "standing", is: undefined }] });
});

test("another version of a plan is told once for all scopes that it is on", () => {
  const plan = (version: string) => aDefinition(1, { plan: { publisher: "us", product: "p", name: "gold", version } });
  const on = (definition: Definition) => seen([aDelegation(1, { definition }), inGroup(1, "rg", definition)]);
  expect(changesBetween(on(plan("1.9.0")), on(plan("1.10.0"))).changes).toMatchObject([
    { kind: "version", version: { from: "1.9.0", to: "1.10.0" }, delegations: { length: 2 } },
  ]);
});

test("an offer that either side could not read may have changed", () => {
  const unread = seen([aDelegation(1, { definition: undefined, customer: exampleTenant(1) })]);
  expect(changesBetween(seen([aDelegation(1)]), unread)).toEqual({ changes: [], cannotTell: 1 });
  expect(changesBetween(unread, seen([aDelegation(1)]))).toEqual({ changes: [], cannotTell: 1 });
});

test("another provider's delegation is none of ours, and does not go when that becomes known", () => {
  const theirs = seen([aDelegation(1, { definition: aDefinition(1, { managingTenant: exampleTenant(77) }) })]);
  const unread = seen([aDelegation(1, { definition: undefined, customer: exampleTenant(1) })]);
  expect(changesBetween(unread, theirs).changes).toEqual([]);
  expect(changesBetween(theirs, seen([]))).toEqual(nothing);
});

test("a subscription that belongs to another tenant now has moved, and its delegation stays what it is", () => {
  const after = anInventory({
    delegations: [aDelegation(1, { customer: exampleTenant(9) })],
    subscriptions: [aSubscription(1, { tenant: exampleTenant(9) }), aSubscription(2), aSubscription(3)],
  });
  expect(changesBetween(seen([aDelegation(1)]), after).changes).toMatchObject([
    {
      kind: "moved",
      customer: exampleTenant(1),
      subscription: exampleSubscription(1),
      from: exampleTenant(1),
      to: exampleTenant(9),
    },
  ]);
});

test("the worst comes first", () => {
  const before = seen([aDelegation(1, { definition: aDefinition(1) }), aDelegation(2)]);
  const after = seen(
    [aDelegation(1, { definition: aDefinition(1, { authorizations: [standing(1)] }) }), inGroup(1, "rg")],
    answered(1, 2).set(exampleSubscription(3), "refused"),
  );
  expect(kinds(before, after)).toEqual(["unanswered", "customerGone", "widened", "came"]);
});

test("a customer of whom only something went is not gone, nor one of whom not everything could be read", () => {
  const [web, app] = [inGroup(1, "web"), inGroup(1, "app-long")];
  const other = aDelegation(4, { customer: exampleTenant(1) });
  const four = aSubscription(4, { tenant: exampleTenant(1) });
  const before = seen([web, other]);
  expect(kinds(before, seen([app, other]))).toEqual(["gone", "came"]);
  // All that was there went, and something else came.
  expect(kinds(seen([web]), seen([app]))).toEqual(["gone", "came"]);
  const after = anInventory({
    delegations: [],
    subscriptions: [1, 2, 3].map((number) => aSubscription(number)).concat(four),
    answers: answered(1, 2, 3).set(exampleSubscription(4), "refused"),
  });
  expect(kinds(seen([web]), after)).toEqual(["gone"]);
  // Of a customer some of whose delegations may be there still.
  const cut = seen([], answered(2, 3).set(exampleSubscription(1), "wholeOnly"));
  const whole = seen([aDelegation(1), web]);
  expect(changesBetween(whole, cut).changes.find(({ kind }) => kind === "gone")).toMatchObject({ delegations: [{}] });
});

test("a customer is called what it is called now, and what it was called where it is not there any more", () => {
  const called = (name: string, delegations: readonly Delegation[]) =>
    anInventory({
      delegations,
      subscriptions: [aSubscription(1)],
      tenants: [{ id: exampleTenant(1), name, domain: undefined }],
    });
  const names = (before: Inventory, after: Inventory) => changesBetween(before, after).changes.map(({ name }) => name);
  expect(names(called("Old", [aDelegation(1)]), called("New", []))).toEqual(["New"]);
  expect(names(called("Old", [aDelegation(1)]), anInventory({ delegations: [] }))).toEqual(["Old"]);
});

test("while it is being read, no subscription is said to have stopped answering", () => {
  const waiting = seen([], answered(1, 3).set(exampleSubscription(2), "waiting"));
  const unfinished = { ...waiting, coverage: { ...waiting.coverage, finishedAt: undefined } };
  expect(changesBetween(seen([]), unfinished)).toEqual(nothing);
});

test("a subscription that stopped answering is its customer's, even where only a delegation told so, and none of ours", () => {
  const silent = (given: Inventory) =>
    changesBetween(given, seen([], answered(1, 2).set(exampleSubscription(3), "failed")));
  const own = aSubscription(3, { tenant: anInventory({}).managingTenant });
  const answers = answered(1, 2, 3);
  const after = (subscriptions: ReturnType<typeof aSubscription>[]) =>
    anInventory({ delegations: [], subscriptions, answers: answered(1, 2).set(exampleSubscription(3), "failed") });
  expect(silent(seen([])).changes).toMatchObject([{ kind: "unanswered", customer: exampleTenant(3) }]);
  expect(changesBetween(anInventory({ delegations: [], subscriptions: [own], answers }), after([own]))).toEqual(
    nothing,
  );
  const named = anInventory({ delegations: [aDelegation(3)], subscriptions: [], answers });
  expect(changesBetween(named, after([])).changes).toMatchObject([{ kind: "unanswered", customer: exampleTenant(3) }]);
});

test("what is ours on the second side alone was there before, as an offer that nobody could read", () => {
  const theirs = seen([aDelegation(1, { definition: aDefinition(1, { managingTenant: exampleTenant(77) }) })]);
  expect(changesBetween(theirs, seen([aDelegation(1)])).changes).toEqual([]);
});

test("an offer that names somebody both ways gives it day and night", () => {
  const both = { authorizations: [standing(1)], eligibleAuthorizations: [eligible(1)] };
  expect(changesBetween(by(both), by({ authorizations: [standing(1)] }))).toEqual(nothing);
});

test("another plan is no other version", () => {
  const plan = (name: string, version: string) => by({ plan: { publisher: "us", product: "p", name, version } });
  expect(changesBetween(plan("gold", "1"), plan("silver", "2"))).toEqual(nothing);
});

test("delegations that were cut say nothing of subscriptions that are not listed", () => {
  const coverage = aCoverage({ subscriptions: answered(1), states: { assignments: "partial" } });
  const after = anInventory({ delegations: [aDelegation(1)], subscriptions: [aSubscription(1)], coverage });
  expect(changesBetween(seen([aDelegation(1), aDelegation(2)]), after)).toEqual({ changes: [], cannotTell: 1 });
});
