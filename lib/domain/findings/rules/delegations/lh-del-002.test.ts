import { expect, test } from "vitest";
import type { Directory } from "@/lib/domain/directory";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import { mendingOf } from "@/lib/domain/findings/evidence/explain";
import { aDirectory, eligible, judgedBy, offering, someone, standing } from "@/lib/domain/findings/example-findings";
import { deleteRole, readerRole } from "../known-roles";
import { deleteRoleFragile } from "./lh-del-002";

const ada = examplePrincipal(2);
const of = (directory: Directory | undefined, lines = { authorizations: [standing(deleteRole)] }) =>
  judgedBy(deleteRoleFragile, { delegations: [offering(1, lines)], directory });

test.each([
  ["one person", aDirectory({ users: [someone] })],
  ["somebody deleted", aDirectory({ deleted: [someone] })],
  ["an empty group", aDirectory({ groups: { [someone]: [] } })],
])("held by %s alone", (_, directory) => {
  expect(of(directory).found).toEqual([expect.stringMatching(new RegExp(`^high: definition .* ${deleteRole}$`))]);
});

test("a group whose only member is disabled, and one that carries no roles, are empty", () => {
  const directory = aDirectory({ groups: { [someone]: [ada] } });
  expect(of({ ...directory, users: new Map([[ada, { enabled: false, guest: false }]]) }).count).toBe(1);
  const unified = new Map([[someone, { type: "microsoft365", dynamic: false, roleAssignable: false } as const]]);
  expect(of({ ...directory, groups: unified }).count).toBe(1);
});

test("a group with somebody in it, or a service principal, is none, even beside a person", () => {
  expect(of(aDirectory({ groups: { [someone]: [ada] } }))).toMatchObject({ count: 0, unjudged: [] });
  expect(of(aDirectory({ servicePrincipals: [someone] })).count).toBe(0);
  const both = {
    authorizations: [standing(deleteRole, { principal: ada })],
    eligibleAuthorizations: [eligible(deleteRole)],
  };
  expect(of(aDirectory({ users: [ada], groups: { [someone]: [ada] } }), both).count).toBe(0);
});

test("without the role it is LH-DEL-001, and with a holder unseen it cannot be judged", () => {
  expect(of(aDirectory({}), { authorizations: [standing(readerRole)] })).toMatchObject({ count: 0, unjudged: [] });
  expect(of(aDirectory({}))).toMatchObject({ count: 0, unjudged: ["principal"] });
  expect(of(undefined).unjudged).toEqual(["directory"]);
});

test("mended by the group that has the role in other offers, in the place of who is gone", () => {
  const group = examplePrincipal(7);
  const directory = aDirectory({ groups: { [group]: [ada, examplePrincipal(3)] }, deleted: [someone] });
  const { findings, assessment } = judgedBy(deleteRoleFragile, {
    delegations: [
      offering(1, { authorizations: [standing(deleteRole)] }),
      offering(2, { authorizations: [standing(deleteRole, { principal: group })] }),
    ],
    directory,
  });
  expect(mendingOf(findings[0]!, assessment)?.after.authorizations).toEqual([
    standing(deleteRole, { principal: group }),
  ]);
});
