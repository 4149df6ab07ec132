import { expect, test } from "vitest";
import { aRoleAllowing, eligible, judgedBy, offering, someone, standing } from "@/lib/domain/findings/example-findings";
import { evidenceOf, mendingOf } from "@/lib/domain/findings/evidence/explain";
import { standingSecrets } from "./lh-sec-001";

const storage = aRoleAllowing("Microsoft.Storage/storageAccounts/*");

test("a standing role that lists storage keys by a wildcard, with the pattern as evidence", () => {
  const { findings, assessment } = judgedBy(standingSecrets, {
    delegations: [offering(1, { authorizations: [standing(storage)] })],
    roles: [storage],
  });
  expect(findings).toHaveLength(1);
  const { chain, operations } = evidenceOf(findings[0]!, assessment);
  expect(operations).toContainEqual(
    expect.objectContaining({
      operation: "Microsoft.Storage/storageAccounts/listKeys/action",
      pattern: "Microsoft.Storage/storageAccounts/*",
    }),
  );
  expect(chain.map(({ kind }) => kind)).toEqual(["principal", "role", "pattern", "operation", "scope"]);
});

test("the same role eligible, or with all of it taken away again, is none", () => {
  const without = { ...storage, permissions: [{ ...storage.permissions[0]!, notActions: ["*/action"] }] };
  expect(
    judgedBy(standingSecrets, {
      delegations: [offering(1, { eligibleAuthorizations: [eligible(storage)] })],
      roles: [storage],
    }).count,
  ).toBe(0);
  expect(
    judgedBy(standingSecrets, { delegations: [offering(1, { authorizations: [standing(storage)] })], roles: [without] })
      .count,
  ).toBe(0);
});

test("what reading alone shows is no secret here", () => {
  const reader = aRoleAllowing("*/read");
  const given = { delegations: [offering(1, { authorizations: [standing(reader)] })], roles: [reader] };
  expect(judgedBy(standingSecrets, given).count).toBe(0);
});

test("a role that Azure does not tell of cannot be judged, once however many offers have it", () => {
  const given = {
    delegations: [1, 2].map((number) => offering(number, { authorizations: [standing(storage)] })),
    roles: [],
  };
  const { count, unjudged } = judgedBy(standingSecrets, given);
  expect([count, unjudged]).toEqual([0, ["unknownRole"]]);
});

test("it is mended by an eligible line with MFA, four hours and Reader beside it", () => {
  const { findings, assessment } = judgedBy(standingSecrets, {
    delegations: [offering(1, { authorizations: [standing(storage)] })],
    roles: [storage],
  });
  const change = mendingOf(findings[0]!, assessment);
  expect(change?.after.eligibleAuthorizations).toEqual([
    expect.objectContaining({
      principal: someone,
      policy: { stated: true, mfa: true, longest: "PT4H", approvers: [] },
    }),
  ]);
  expect(change?.after.authorizations.map(({ role }) => role)).toEqual(["acdd72a7-3385-48ef-bd42-f606fba81ae7"]);
  expect(change?.missing).toHaveLength(1);
});
