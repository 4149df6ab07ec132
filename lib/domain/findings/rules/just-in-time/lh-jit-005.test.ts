import { expect, test } from "vitest";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import type { Directory } from "@/lib/domain/directory";
import { roleOf } from "@/lib/domain/findings/evidence/affected";
import { mendingOf } from "@/lib/domain/findings/evidence/explain";
import {
  aDirectory,
  aRoleAllowing,
  eligible,
  judgedBy,
  offering,
  someone,
} from "@/lib/domain/findings/example-findings";
import type { PrincipalId } from "@/lib/domain/ids";
import { soleApprover } from "./lh-jit-005";

const team = someone;
const [leads, ada, bea, cai] = [examplePrincipal(2), examplePrincipal(3), examplePrincipal(4), examplePrincipal(5)];
const role = aRoleAllowing("*");
const of = (approvers: readonly PrincipalId[], directory: Directory | undefined) =>
  judgedBy(soleApprover, {
    delegations: [
      offering(1, {
        eligibleAuthorizations: [
          eligible(role, { approvers: approvers.map((principal) => ({ principal, label: undefined })) }),
        ],
      }),
    ],
    roles: [role],
    directory,
  });
const groups = (members: Record<string, readonly PrincipalId[]>) => aDirectory({ groups: members });

test("the only approver is one of those who ask, by name or by way of a group", () => {
  expect(of([ada], groups({ [team]: [ada, bea] })).count).toBe(1);
  expect(of([leads], groups({ [team]: [ada, bea], [leads]: [ada] })).count).toBe(1);
  expect(of([team], groups({ [team]: [ada] })).count).toBe(1);
});

test("nobody is left to approve: the group is empty, or the one other person in it is disabled", () => {
  expect(of([leads], groups({ [team]: [ada, bea], [leads]: [] })).count).toBe(1);
  expect(of([leads], aDirectory({ groups: { [team]: [ada, bea] }, deleted: [leads] })).count).toBe(1);
  const directory = groups({ [team]: [ada, bea], [leads]: [cai] });
  expect(of([leads], directory).count).toBe(0);
  const users = new Map(directory.users).set(cai, { enabled: false, guest: false });
  expect(of([leads], { ...directory, users }).count).toBe(1);
});

test("two people who ask may approve each other, and nobody at all is LH-JIT-004's", () => {
  expect(of([team], groups({ [team]: [ada, bea] })).count).toBe(0);
  expect(of([], groups({ [team]: [ada, bea] })).count).toBe(0);
});

test("what hides who approves, or who asks, hides the answer unless two are seen", () => {
  const hidden = (group: PrincipalId, known: readonly PrincipalId[], rest: Record<string, readonly PrincipalId[]>) => {
    const directory = groups({ [group]: known, ...rest });
    const unreadable = { state: "unreadable", why: "hidden", fix: undefined, known } as const;
    return { ...directory, memberships: new Map(directory.memberships).set(group, unreadable) };
  };
  expect(of([leads], hidden(leads, [ada], { [team]: [ada] })).unjudged).toEqual(["members"]);
  expect(of([leads], hidden(leads, [ada, bea], { [team]: [ada] })).unjudged).toEqual([]);
  expect(of([cai], hidden(team, [ada], { [leads]: [cai] })).unjudged).toEqual(["members"]);
  expect(of([ada], undefined).unjudged).toEqual(["directory"]);
});

test("mended by those who approve other roles of the offer, where they are enough", () => {
  const others = (approver: PrincipalId, directory: Directory) => {
    const approvers = [{ principal: approver, label: undefined }];
    const { findings, assessment } = judgedBy(soleApprover, {
      delegations: [
        offering(1, {
          eligibleAuthorizations: [
            eligible(role, { approvers: [{ principal: ada, label: undefined }] }),
            eligible(aRoleAllowing("*/read"), { principal: bea, approvers }),
          ],
        }),
      ],
      directory,
    });
    const [finding] = findings.filter(({ subject }) => roleOf({ subject }) === role.id);
    const after = mendingOf(finding!, assessment)?.after.eligibleAuthorizations[0];
    return after?.policy.approvers.map(({ principal }) => principal);
  };
  expect(others(leads, groups({ [team]: [ada], [leads]: [bea, cai] }))).toEqual([ada, leads]);
  expect(others(leads, groups({ [team]: [ada], [leads]: [ada] }))).toBeUndefined();
});
