import { expect, test } from "vitest";
import { aRoleAllowing, eligible, judgedBy, offering } from "@/lib/domain/findings/example-findings";
import { defaultPolicy } from "@/lib/domain/findings/policy/policy";
import { looselyEligibleSecrets } from "./lh-sec-002";

const keys = aRoleAllowing("Microsoft.Storage/*");
const harmless = aRoleAllowing("Microsoft.Compute/virtualMachines/start/action");
const of = (given: Parameters<typeof eligible>[1], role = keys) =>
  judgedBy(looselyEligibleSecrets, {
    delegations: [offering(1, { eligibleAuthorizations: [eligible(role, given)] })],
    roles: [role],
  }).count;

test("a policy that lacks MFA, approvers, or a limit of four hours", () => {
  expect(of({ mfa: false })).toBe(1);
  expect(of({ approvers: [] })).toBe(1);
  expect(of({ longest: "PT4H30M" })).toBe(1);
  expect(of({ longest: "a while" })).toBe(1);
});

test("a policy with all three, at the limit, or a role without secrets", () => {
  expect(of({ longest: "PT4H" })).toBe(0);
  expect(of({ mfa: false, approvers: [], longest: "PT8H" }, harmless)).toBe(0);
});

test("the limit is the policy's", () => {
  const thresholds = { ...defaultPolicy.thresholds, privilegedActivation: "PT1H" };
  const given = { delegations: [offering(1, { eligibleAuthorizations: [eligible(keys)] })], roles: [keys] };
  expect(judgedBy(looselyEligibleSecrets, { ...given, policy: { rules: {}, thresholds } }).count).toBe(1);
});

test("an unknown role cannot be judged", () => {
  const given = { delegations: [offering(1, { eligibleAuthorizations: [eligible(keys)] })] };
  expect(judgedBy(looselyEligibleSecrets, given).unjudged).toEqual(["unknownRole"]);
});
