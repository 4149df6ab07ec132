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
    { kind: "moved", subscription: exampleSubscription(1), from: exampleTenant(1), to: exampleTenant(9) },
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
