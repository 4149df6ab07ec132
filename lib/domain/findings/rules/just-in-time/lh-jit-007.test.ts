import { expect, test } from "vitest";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import { mendingOf } from "@/lib/domain/findings/evidence/explain";
import { aRoleAllowing, eligible, judgedBy, offering } from "@/lib/domain/findings/example-findings";
import { differingPolicies } from "./lh-jit-007";

const [role, other] = [aRoleAllowing("*"), aRoleAllowing("*")];
const principal = examplePrincipal(7);
const of = (...eligibleAuthorizations: ReturnType<typeof eligible>[]) =>
  judgedBy(differingPolicies, { delegations: [offering(1, { eligibleAuthorizations })] });

test("one role with and without MFA, with two lengths, with other approvers", () => {
  for (const change of [{ mfa: false }, { longest: "PT1H" }, { approvers: [] }]) {
    const { found } = of(eligible(role), eligible(role, { principal, ...change }));
    expect(found).toEqual([expect.stringMatching(new RegExp(`^medium: definition .* ${role.id}$`))]);
  }
});

test("the same policy written differently, and another role's, are none", () => {
  const [one, two] = [1, 2].map((number) => ({ principal: examplePrincipal(number), label: undefined }));
  expect(
    of(
      eligible(role, { longest: "PT2H", approvers: [one!, two!] }),
      eligible(role, { principal, longest: "PT120M", approvers: [two!, one!] }),
      eligible(other, { mfa: false }),
    ).count,
  ).toBe(0);
});

test("mended by the strictest of them for all, and nothing else", () => {
  const duty = { principal: examplePrincipal(9), label: undefined };
  const lines = [eligible(role, { mfa: false, longest: "PT6H" }), eligible(role, { principal, approvers: [duty] })];
  const { findings, assessment } = of(...lines, eligible(other, { mfa: false }));
  const after = mendingOf(findings[0]!, assessment)!.after.eligibleAuthorizations;
  const policy = { stated: true, mfa: true, longest: "PT2H", approvers: [lines[0]!.policy.approvers[0], duty] };
  expect(after.map((line) => line.policy)).toEqual([policy, policy, eligible(other, { mfa: false }).policy]);
});
