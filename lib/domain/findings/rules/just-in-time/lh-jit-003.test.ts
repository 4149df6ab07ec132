import { expect, test } from "vitest";
import { aRoleAllowing, eligible, judgedBy, offering } from "@/lib/domain/findings/example-findings";
import { eligibleWithoutMfa } from "./lh-jit-003";

const role = aRoleAllowing("Microsoft.Compute/*");
const of = (policy: Parameters<typeof eligible>[1]) =>
  judgedBy(eligibleWithoutMfa, {
    delegations: [offering(1, { eligibleAuthorizations: [eligible(role, policy)] })],
    roles: [role],
  });

test("an eligible role without MFA", () => {
  expect(of({ mfa: false }).count).toBe(1);
});

test("with MFA it is none", () => {
  expect(of({ mfa: true }).count).toBe(0);
});
