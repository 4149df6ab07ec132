import { expect, test } from "vitest";
import { exampleSubscription } from "@/lib/domain/example-inventory";
import { aRoleAllowing, judgedBy, offering, standing } from "@/lib/domain/findings/example-findings";
import { aDefinition, aDelegation } from "@/lib/domain/example-inventory";
import { codeBesideIdentities } from "./lh-exe-002";

const code = aRoleAllowing("Microsoft.Compute/virtualMachines/*");
const subscription = exampleSubscription(1);
const counted = (groups: Record<string, number>, isWhole = true) => ({
  resources: new Map([[subscription, new Map(Object.entries(groups))]]),
  isWhole,
});
const identities = counted({ "rg-app": 1 });
const whole = [offering(1, { authorizations: [standing(code)] })];
const inGroup = (resourceGroup: string) => [
  aDelegation(1, {
    scope: { kind: "resourceGroup", subscription, resourceGroup },
    definition: aDefinition(1, { authorizations: [standing(code)] }),
  }),
];

test("code in a subscription, or in the resource group, where a resource has an identity", () => {
  expect(judgedBy(codeBesideIdentities, { delegations: whole, roles: [code], identities }).found).toEqual([
    expect.stringMatching(/^critical: authorization /),
  ]);
  expect(judgedBy(codeBesideIdentities, { delegations: inGroup("RG-App"), roles: [code], identities }).count).toBe(1);
});

test("a resource group beside it, a subscription without any, a role that runs no code", () => {
  expect(judgedBy(codeBesideIdentities, { delegations: inGroup("rg-ap"), roles: [code], identities }).count).toBe(0);
  expect(judgedBy(codeBesideIdentities, { delegations: whole, roles: [code], identities: counted({}) })).toMatchObject({
    count: 0,
    unjudged: [],
  });
  const reader = { ...code, permissions: aRoleAllowing("*/read").permissions };
  expect(judgedBy(codeBesideIdentities, { delegations: whole, roles: [reader] })).toMatchObject({
    count: 0,
    unjudged: [],
  });
});

test("what was counted is enough where there may be more", () => {
  const some = counted({ "rg-app": 1 }, false);
  expect(judgedBy(codeBesideIdentities, { delegations: whole, roles: [code], identities: some }).count).toBe(1);
  expect(
    judgedBy(codeBesideIdentities, { delegations: inGroup("rg-ap"), roles: [code], identities: some }),
  ).toMatchObject({
    count: 0,
    unjudged: ["unread"],
  });
});

test("where resources were not read it cannot be judged", () => {
  for (const read of [undefined, { resources: new Map(), isWhole: true }, counted({}, false)])
    expect(judgedBy(codeBesideIdentities, { delegations: whole, roles: [code], identities: read }).unjudged).toEqual([
      "unread",
    ]);
});
