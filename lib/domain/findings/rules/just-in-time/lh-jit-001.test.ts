import { expect, test } from "vitest";
import type { Directory } from "@/lib/domain/directory";
import {
  aDirectory,
  aRoleAllowing,
  eligible,
  judgedBy,
  offering,
  someone,
  standing,
  type Given,
} from "@/lib/domain/findings/example-findings";
import { aRoleWithId } from "@/lib/domain/roles/example-role";
import { owner, userAccessAdministrator } from "@/lib/domain/roles/delegability";
import { deleteRole } from "../known-roles";
import { standingPrivilege } from "./lh-jit-001";

const contributor = aRoleAllowing("*");
const network = aRoleAllowing("Microsoft.Network/virtualNetworks/write");
const reader = aRoleAllowing("*/read");
const toDelete = aRoleWithId(deleteRole, { actions: ["Microsoft.ManagedServices/registrationAssignments/delete"] });
const toAssign = aRoleWithId(userAccessAdministrator, { actions: ["*/read", "Microsoft.Authorization/*"] });
const roles = [contributor, network, reader, toDelete, toAssign];
const person = aDirectory({ users: [someone] });
const of = (authorizations: Parameters<typeof offering>[1], given: Given = {}) =>
  judgedBy(standingPrivilege, { delegations: [offering(1, authorizations)], roles, directory: person, ...given });

test("a role that changes things is medium, one that reaches everything high", () => {
  const { found } = of({ authorizations: [standing(network), standing(contributor)] });
  expect(found.map((one) => one.split(":")[0])).toEqual(["medium", "high"]);
});

test("a role that reads, the same role eligible, and roles with rules of their own are none", () => {
  expect(of({ authorizations: [standing(reader), standing(toDelete), standing(toAssign)] }).count).toBe(0);
  expect(of({ eligibleAuthorizations: [eligible(contributor)] }).count).toBe(0);
});

test("whoever cannot activate anything keeps the role permanently", () => {
  const lines = { authorizations: [standing(contributor)] };
  expect(of(lines, { directory: aDirectory({ servicePrincipals: [someone] }) }).count).toBe(0);
  expect(of(lines, { hasEligible: false }).count).toBe(0);
  expect(of(lines, { directory: aDirectory({ deleted: [someone] }) }).count).toBe(0);
});

test("who holds it, or what it allows, may be unknown; for a role that reads nobody is looked up", () => {
  const unseen = (directory: Directory | undefined, role = contributor) =>
    of({ authorizations: [standing(role)] }, { directory }).unjudged;
  expect(unseen(undefined)).toEqual(["directory"]);
  expect(unseen(aDirectory({}))).toEqual(["principal"]);
  expect(unseen(aDirectory({}), reader)).toEqual([]);
  expect(unseen(person, aRoleAllowing("*"))).toEqual(["unknownRole"]);
});

test("what Azure does not take as eligible cannot be moved there", () => {
  const [owns, withData, disputed] = [
    aRoleWithId(owner, { actions: ["*"] }),
    aRoleWithId("0000000f-0000-4000-8000-000000000001", { actions: ["*"], dataActions: ["Some.One/read"] }),
    aRoleWithId("0000000f-0000-4000-8000-000000000002", { actions: ["*"], notDataActions: ["Some.One/read"] }),
  ];
  const refused = [owns, withData, disputed];
  const lines = { authorizations: [...refused, contributor].map((role) => standing(role)) };
  expect(of(lines, { roles: [...refused, contributor] }).count).toBe(1);
});
