import { expect, test } from "vitest";
import { aDefinition, aDelegation, exampleSubscription } from "@/lib/domain/example-inventory";
import { evidenceOf } from "@/lib/domain/findings/evidence/explain";
import { aRoleAllowing, eligible, judgedBy, offering, someone, standing } from "@/lib/domain/findings/example-findings";
import { readerRole } from "../known-roles";
import { grantedTwice } from "./lh-del-005";

const role = aRoleAllowing("*");
const subscription = exampleSubscription(1);
const first = offering(1, { authorizations: [standing(role)] });
const second = (lines: Parameters<typeof offering>[1]) =>
  aDelegation(2, {
    scope: { kind: "subscription", subscription },
    definition: aDefinition(2, { subscription, ...lines }),
  });
const of = (...delegations: (typeof first)[]) => judgedBy(grantedTwice, { delegations });

test("the same role in two offers on one scope, with both as evidence", () => {
  for (const lines of [{ authorizations: [standing(role)] }, { eligibleAuthorizations: [eligible(role)] }]) {
    const { found, findings, assessment } = of(first, second(lines));
    expect(found).toEqual([`high: grant ${someone} ${role.id} /subscriptions/${subscription}`]);
    expect(evidenceOf(findings[0]!, assessment).facts).toHaveLength(2);
  }
});

test("another role, another scope, or one offer that says it twice are none", () => {
  expect(of(first, second({ authorizations: [standing(readerRole)] })).count).toBe(0);
  expect(of(first, offering(2, { authorizations: [standing(role)] })).count).toBe(0);
  expect(of(offering(1, { authorizations: [standing(role), standing(role)] })).count).toBe(0);
  const group = { kind: "resourceGroup", subscription, resourceGroup: "rg" } as const;
  expect(of(first, { ...second({ authorizations: [standing(role)] }), scope: group }).count).toBe(0);
});

test("one definition that is attached twice is one offer", () => {
  expect(of(first, { ...first, id: `${first.id}2` as typeof first.id }).count).toBe(0);
});
