import { expect, test } from "vitest";
import {
  aCoverage,
  aDefinition,
  aDelegation,
  anInventory,
  aSubscription,
  exampleSubscription,
  exampleTenant,
} from "./example-inventory";
import { delegationsOf, findCustomer, findDelegation } from "./find";

const delegation = aDelegation(1);
const known = anInventory({ delegations: [delegation], subscriptions: [aSubscription(1)] });

test("what is there is found, however its id is written", () => {
  expect(findCustomer(known, exampleTenant(1).toUpperCase())).toMatchObject({
    kind: "found",
    value: { delegations: 1 },
  });
  expect(findDelegation(known, delegation.id.toUpperCase())).toEqual({ kind: "found", value: delegation });
  expect(delegationsOf(known, exampleTenant(1))).toEqual([delegation]);
});

test("it is absent only when everything answered", () => {
  const other = exampleTenant(2);
  expect(findCustomer(known, other)).toEqual({ kind: "absent" });
  const unsure = [
    aCoverage({ states: { assignments: "partial" } }),
    aCoverage({ states: { subscriptions: "failed" } }),
    aCoverage({ subscriptions: new Map([[exampleSubscription(5), "refused"]]) }),
  ];
  for (const coverage of unsure)
    expect(findCustomer({ ...known, coverage }, other)).toEqual({ kind: "notSeen", reading: false });
  const reading = aCoverage({ states: { assignments: "reading" }, finishedAt: undefined });
  expect(findDelegation({ ...known, coverage: reading }, "/subscriptions/none")).toEqual({
    kind: "notSeen",
    reading: true,
  });
});

test("names and people that could not be read leave no doubt about delegations", () => {
  const coverage = aCoverage({ states: { principals: "refused", tenants: "failed", roles: "failed" } });
  expect(findCustomer({ ...known, coverage }, exampleTenant(2))).toEqual({ kind: "absent" });
});

test("a parameter that is no id is malformed", () => {
  expect(findCustomer(known, "contoso")).toEqual({ kind: "malformed" });
  expect(findDelegation(known, "not a path")).toEqual({ kind: "malformed" });
});

test("another provider's delegation is not ours to find", () => {
  const theirs = aDelegation(3, { definition: aDefinition(3, { managingTenant: exampleTenant(77) }) });
  expect(findDelegation(anInventory({ delegations: [theirs] }), theirs.id)).toEqual({ kind: "absent" });
});
