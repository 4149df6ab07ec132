import { describe, expect, test } from "vitest";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import {
  aDirectory,
  aRoleAllowing,
  judgedBy,
  offering,
  someone,
  standing,
} from "@/lib/domain/findings/example-findings";
import type { PrincipalId, RoleId } from "@/lib/domain/ids";
import { userAccessAdministrator } from "@/lib/domain/roles/delegability";
import { rolesForOwnIdentity } from "./lh-esc-003";

const powerful = aRoleAllowing("*");
const narrow = aRoleAllowing("Microsoft.Compute/virtualMachines/read");
const maker = aRoleAllowing("Microsoft.ManagedIdentity/userAssignedIdentities/write");
const policies = aRoleAllowing("Microsoft.Authorization/policyAssignments/write");
const roles = [powerful, narrow, maker, policies];
const mira = examplePrincipal(2);

const assigning = (...delegatedRoles: RoleId[]) => standing(userAccessAdministrator, { delegatedRoles });
const found = (...authorizations: ReturnType<typeof standing>[]) =>
  judgedBy(rolesForOwnIdentity, {
    delegations: [offering(1, { authorizations })],
    roles,
    directory: aDirectory({ groups: { [someone]: [mira] } }),
  });

test("a powerful role to assign beside a role that makes identities or writes policies", () => {
  expect(found(assigning(narrow.id, powerful.id), standing(maker)).count).toBe(1);
  expect(found(assigning(userAccessAdministrator), standing(policies)).count).toBe(1);
});

test("narrow roles to assign, nothing beside them, or something beside them held by somebody else", () => {
  expect(found(assigning(narrow.id), standing(maker)).count).toBe(0);
  expect(found(assigning(powerful.id), standing(narrow)).count).toBe(0);
  expect(found(assigning(powerful.id), standing(maker, { principal: examplePrincipal(9) })).count).toBe(0);
});

test("a role to assign that nobody tells of", () => {
  const { count, unjudged } = found(assigning("00000009-0000-4000-8000-000000000001" as RoleId), standing(maker));
  expect([count, unjudged]).toEqual([0, ["unknownRole"]]);
});

describe("by way of another offer on the same subscription", () => {
  const other = examplePrincipal(3);
  const of = (groups: Record<string, readonly PrincipalId[]>, subscription = 1) =>
    judgedBy(rolesForOwnIdentity, {
      delegations: [
        offering(1, { authorizations: [assigning(powerful.id)] }),
        {
          ...offering(2, { authorizations: [standing(maker, { principal: other })] }),
          scope: offering(subscription, {}).scope,
        },
      ],
      roles,
      directory: aDirectory({ groups }),
    });

  test("a person who is in both groups", () => {
    const { findings } = of({ [someone]: [mira], [other]: [mira] });
    expect(findings.map(({ subject }) => subject.kind)).toEqual(["authorization"]);
  });

  test("one holder of whom nobody tells", () => {
    const making = offering(2, { authorizations: [standing(maker)] });
    const delegations = [
      offering(1, { authorizations: [assigning(powerful.id)] }),
      { ...making, scope: offering(1, {}).scope },
    ];
    expect(judgedBy(rolesForOwnIdentity, { delegations, roles }).count).toBe(1);
    expect(judgedBy(rolesForOwnIdentity, { delegations: [delegations[0]!, making], roles }).count).toBe(0);
  });

  test("two people, or two subscriptions", () => {
    expect(of({ [someone]: [mira], [other]: [examplePrincipal(4)] }).count).toBe(0);
    expect(of({ [someone]: [mira], [other]: [mira] }, 2).count).toBe(0);
  });
});
