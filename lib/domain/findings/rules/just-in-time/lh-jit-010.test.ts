import { expect, test } from "vitest";
import { aDefinition, aDelegation, examplePrincipal, exampleSubscription } from "@/lib/domain/example-inventory";
import { mendingOf, mendingsOf } from "@/lib/domain/findings/evidence/explain";
import {
  aDirectory,
  aRoleAllowing,
  eligible,
  judgedBy,
  offering,
  someone,
  standing,
} from "@/lib/domain/findings/example-findings";
import { deleteRole, readerRole } from "../known-roles";
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

const rolesAfter = (judged: ReturnType<typeof given>) =>
  mendingsOf(judged.findings[0]!, judged.assessment).map(({ after }) => [
    after.authorizations.map((one) => one.role),
    after.eligibleAuthorizations.map((one) => one.role),
  ]);

test("Reader is left unless something permanent reads as much", () => {
  const toDelete = standing(deleteRole);
  expect(rolesAfter(given(offering(1, { authorizations: [standing(role), toDelete], ...activated })))).toEqual([
    [[deleteRole, readerRole], [role.id]],
  ]);
  const reading = { authorizations: [standing(role), standing(readerRole)], ...activated };
  expect(rolesAfter(given(offering(1, reading)))).toEqual([[[readerRole], [role.id]]]);
});

test("of Reader, and of what a service principal cannot activate, the eligible one goes", () => {
  const reader = { authorizations: [standing(readerRole)], eligibleAuthorizations: [eligible(readerRole)] };
  expect(rolesAfter(given(offering(1, reader)))).toEqual([[[readerRole], []]]);
  const directory = aDirectory({ servicePrincipals: [someone] });
  const judged = judgedBy(pointlessEligible, { delegations: [offering(1, { ...permanent, ...activated })], directory });
  expect(rolesAfter(judged)).toEqual([[[role.id], []]]);
});

test("in two offers it is taken out of both", () => {
  const subscription = exampleSubscription(1);
  const second = aDelegation(2, {
    scope: { kind: "subscription", subscription },
    definition: aDefinition(2, { subscription, ...permanent }),
  });
  expect(rolesAfter(given(offering(1, { ...permanent, ...activated }), second))).toEqual([
    [[readerRole], [role.id]],
    [[readerRole], []],
  ]);
});
