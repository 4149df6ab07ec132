import { expect, test } from "vitest";
import { aDefinition, aDelegation, examplePrincipal, exampleSubscription } from "@/lib/domain/example-inventory";
import { mendingOf } from "@/lib/domain/findings/evidence/explain";
import { aRoleAllowing, eligible, judgedBy, offering, someone, standing } from "@/lib/domain/findings/example-findings";
import { readerRole } from "../known-roles";
import { pointlessEligible } from "./lh-jit-010";

const role = aRoleAllowing("*");
const given = (...delegations: ReturnType<typeof offering>[]) => judgedBy(pointlessEligible, { delegations });
const permanent = { authorizations: [standing(role)] };
const activated = { eligibleAuthorizations: [eligible(role)] };

test("both in one offer, mended by Reader in the place of the permanent role", () => {
  const { found, findings, assessment } = given(offering(1, { ...permanent, ...activated }));
  expect(found).toEqual([`medium: grant ${someone} ${role.id} /subscriptions/${exampleSubscription(1)}`]);
  expect(mendingOf(findings[0]!, assessment)?.after).toMatchObject({
    authorizations: [{ principal: someone, role: readerRole }],
    eligibleAuthorizations: [{ role: role.id }],
  });
});

test("one in each of two offers on the same scope", () => {
  const subscription = exampleSubscription(1);
  const second = aDelegation(2, {
    scope: { kind: "subscription", subscription },
    definition: aDefinition(2, { subscription, ...activated }),
  });
  const { findings, assessment } = given(offering(1, permanent), second);
  expect(findings).toHaveLength(1);
  expect(mendingOf(findings[0]!, assessment)?.before.authorizations).toHaveLength(1);
});

test("on two scopes, for two roles or two principals it is none", () => {
  expect(given(offering(1, permanent), offering(2, activated)).count).toBe(0);
  expect(given(offering(1, { ...activated, authorizations: [standing(readerRole)] })).count).toBe(0);
  const other = { authorizations: [standing(role, { principal: examplePrincipal(2) })] };
  expect(given(offering(1, { ...activated, ...other })).count).toBe(0);
});
