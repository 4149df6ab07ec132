import { expect, test } from "vitest";
import { mendingOf } from "@/lib/domain/findings/evidence/explain";
import { aRoleAllowing, eligible, judgedBy, offering } from "@/lib/domain/findings/example-findings";
import { eligibleWithoutApprovers } from "./lh-jit-004";

const contributor = aRoleAllowing("*");
const network = aRoleAllowing("Microsoft.Network/*");
const of = (...eligibleAuthorizations: ReturnType<typeof eligible>[]) =>
  judgedBy(eligibleWithoutApprovers, {
    delegations: [offering(1, { eligibleAuthorizations })],
    roles: [contributor, network],
  });

test("a role that reaches everything without approvers, mended by those that somebody has to name", () => {
  const { findings, assessment } = of(eligible(contributor, { approvers: [] }));
  expect(findings).toHaveLength(1);
  expect(mendingOf(findings[0]!, assessment)?.missing).toHaveLength(1);
});

test("with an approver, or for a role that reaches less, it is none", () => {
  expect(of(eligible(contributor)).count).toBe(0);
  expect(of(eligible(network, { approvers: [] })).count).toBe(0);
});

test("a role that nobody tells of cannot be judged", () => {
  expect(of(eligible(aRoleAllowing("*"), { approvers: [] })).unjudged).toEqual(["unknownRole"]);
});
