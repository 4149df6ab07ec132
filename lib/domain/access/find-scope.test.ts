import { expect, test } from "vitest";
import type { Coverage } from "../coverage";
import { aCoverage, aDelegation, anInventory, aSubscription, exampleSubscription } from "../example-inventory";
import { indexAccess } from "./access-index";
import { aDirectory } from "./example-directory";
import { findScope } from "./find-scope";

const group = { kind: "resourceGroup", subscription: exampleSubscription(2), resourceGroup: "rg-app" } as const;
const find = (parameter: string, coverage: Coverage = aCoverage({})) =>
  findScope(
    indexAccess({
      inventory: anInventory({
        delegations: [aDelegation(2, { scope: group })],
        subscriptions: [aSubscription(1)],
        coverage,
      }),
      directory: aDirectory({}),
    }),
    parameter,
  );
const pathOf = (number: number) => `/subscriptions/${exampleSubscription(number)}`;

test("a subscription is there where Azure lists it or something in it is delegated", () => {
  for (const number of [1, 2])
    expect(find(pathOf(number).toUpperCase())).toMatchObject({ kind: "found", value: { isNamed: true } });
});

test("a resource group in it is found, and whether anything names it is told", () => {
  expect(find(`${pathOf(2)}/resourceGroups/RG-APP`)).toMatchObject({ kind: "found", value: { isNamed: true } });
  for (const number of [1, 2])
    expect(find(`${pathOf(number)}/resourceGroups/nobody`)).toMatchObject({ kind: "found", value: { isNamed: false } });
});

test("what nothing names is absent only when everything answered", () => {
  for (const path of [pathOf(3), `${pathOf(3)}/resourceGroups/rg-app`]) {
    expect(find(path)).toEqual({ kind: "absent" });
    expect(find(path, aCoverage({ states: { subscriptions: "failed" } }))).toEqual({ kind: "notSeen", reading: false });
    const reading = aCoverage({ states: { assignments: "reading" }, finishedAt: undefined });
    expect(find(path, reading)).toEqual({ kind: "notSeen", reading: true });
  }
});

test.each(["", "nonsense", "/subscriptions/nonsense", `${pathOf(1)}/providers/Microsoft.Web/sites/a`])(
  "%j is no scope",
  (parameter) => expect(find(parameter)).toEqual({ kind: "malformed" }),
);
