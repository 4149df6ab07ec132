import { expect, test } from "vitest";
import { authorizationRows, policyWords } from "./authorization-rows";
import { aDefinition, examplePrincipal, exampleRole } from "./example-inventory";
import type { Principal } from "./principal";
import type { Role } from "./role";

const [reader, admin] = [exampleRole(1), exampleRole(2)];
const [group, gone, never] = [examplePrincipal(1), examplePrincipal(2), examplePrincipal(3)];
const policy = { stated: true, mfa: true, longest: "PT4H", approvers: [{ principal: gone, label: "Leads" }] };

const people = {
  principals: new Map<typeof group, Principal>([
    [group, { id: group, state: "found", kind: "group", name: "Engineers", detail: undefined }],
    [gone, { id: gone, state: "deleted" }],
  ]),
  roles: new Map<typeof reader, Role>([
    [reader, { id: reader, name: "Reader", description: undefined, kind: "builtIn", permissions: [] }],
  ]),
};

test("standing comes first; a principal is found, deleted or not readable; a role without a name keeps its id", () => {
  const rows = authorizationRows(
    aDefinition(1, {
      authorizations: [
        { principal: group, label: "Ops", role: reader, delegatedRoles: [] },
        { principal: never, label: undefined, role: admin, delegatedRoles: [reader] },
      ],
      eligibleAuthorizations: [{ principal: gone, label: undefined, role: reader, policy }],
    }),
    people,
  );
  expect(rows.map(({ access, principal, role }) => [access, principal.state, role.name])).toEqual([
    ["standing", "found", "Reader"],
    ["standing", "unreadable", undefined],
    ["eligible", "deleted", "Reader"],
  ]);
  expect(rows[1]?.delegatedRoles).toEqual([{ id: reader, name: "Reader" }]);
  expect(rows[2]?.approvers).toEqual([{ principal: { id: gone, state: "deleted" }, label: "Leads" }]);
  expect(rows.map((row) => row.policy)).toEqual([undefined, undefined, policy]);
});

test("a policy in words", () => {
  expect(policyWords(policy)).toBe("4 h, MFA, 1 approver");
  expect(policyWords({ stated: false, mfa: false, longest: "PT8H", approvers: [] })).toBe("8 h, no MFA, no approval");
  const two = [...policy.approvers, ...policy.approvers];
  expect(policyWords({ ...policy, longest: "PT30M", approvers: two })).toBe("30 min, MFA, 2 approvers");
});
