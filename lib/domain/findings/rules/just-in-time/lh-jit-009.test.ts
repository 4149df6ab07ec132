import { expect, test } from "vitest";
import { mendingOf } from "@/lib/domain/findings/evidence/explain";
import {
  aDirectory,
  aRoleAllowing,
  eligible,
  judgedBy,
  offering,
  someone,
} from "@/lib/domain/findings/example-findings";
import { owner, userAccessAdministrator } from "@/lib/domain/roles/delegability";
import type { RoleId } from "@/lib/domain/ids";
import { invalidEligible } from "./lh-jit-009";

const network = aRoleAllowing("Microsoft.Network/*");
const role = network.id;
const withData = { ...aRoleAllowing(), permissions: [{ ...network.permissions[0]!, dataActions: ["Some.One/read"] }] };
const of = (given: RoleId, directory?: ReturnType<typeof aDirectory>) =>
  judgedBy(invalidEligible, {
    delegations: [offering(1, { eligibleAuthorizations: [eligible(given)] })],
    roles: [network, withData],
    directory,
  });

test("a service principal cannot activate anything: its role is moved to the permanent ones", () => {
  const { findings, assessment } = of(role, aDirectory({ servicePrincipals: [someone] }));
  expect(findings).toHaveLength(1);
  const change = mendingOf(findings[0]!, assessment);
  expect(change?.after).toMatchObject({ authorizations: [{ principal: someone, role }], eligibleAuthorizations: [] });
});

test("a role that Azure does not delegate is not made permanent either", () => {
  const { findings, assessment } = of(withData.id, aDirectory({ servicePrincipals: [someone] }));
  const change = mendingOf(findings[0]!, assessment);
  expect(change?.after).toEqual({ authorizations: [], eligibleAuthorizations: [] });
  expect(change?.missing).toEqual(["holder"]);
});

test("User Access Administrator and Owner are never eligible, whoever holds them", () => {
  for (const refused of [owner, userAccessAdministrator]) {
    const { findings, assessment } = of(refused);
    expect(findings).toHaveLength(1);
    expect(mendingOf(findings[0]!, assessment)?.after.authorizations).toEqual([]);
  }
});

test("a person is none, and somebody unseen may be either", () => {
  expect(of(role, aDirectory({ users: [someone] })).count).toBe(0);
  expect(of(role, aDirectory({})).unjudged).toEqual(["principal"]);
});
