import { expect, test } from "vitest";
import { anInventory, examplePrincipal } from "@/lib/domain/example-inventory";
import { mendingOf } from "@/lib/domain/findings/evidence/explain";
import {
  aDirectory,
  aRoleAllowing,
  eligible,
  judgedBy,
  offering,
  standing,
} from "@/lib/domain/findings/example-findings";
import { deleteRole } from "../known-roles";
import { deleteRoleMissing } from "./lh-del-001";

const reader = standing(aRoleAllowing("*/read"));
const offered = offering(1, { authorizations: [reader] });

test("an offer without the Delete role", () => {
  expect(judgedBy(deleteRoleMissing, { delegations: [offered] }).count).toBe(1);
});

test("with it, standing or eligible, it is none", () => {
  for (const lines of [{ authorizations: [standing(deleteRole)] }, { eligibleAuthorizations: [eligible(deleteRole)] }])
    expect(judgedBy(deleteRoleMissing, { delegations: [offering(1, lines)] }).count).toBe(0);
});

test("an offer that no delegation uses has nothing to end", () => {
  const { definitions } = anInventory({ delegations: [offered] });
  expect(judgedBy(deleteRoleMissing, { inventory: { definitions } }).count).toBe(0);
});

test("mended by the group that has the role in other offers", () => {
  const [group, lone] = [examplePrincipal(7), examplePrincipal(8)];
  const others = [group, group, lone].map((principal, at) =>
    offering(at + 2, { authorizations: [standing(deleteRole, { principal })] }),
  );
  const directory = aDirectory({ groups: { [group]: [examplePrincipal(21), examplePrincipal(22)], [lone]: [] } });
  const { findings, assessment } = judgedBy(deleteRoleMissing, { delegations: [offered, ...others], directory });
  expect(mendingOf(findings[0]!, assessment)?.after.authorizations).toEqual([
    reader,
    standing(deleteRole, { principal: group }),
  ]);
  const alone = judgedBy(deleteRoleMissing, { delegations: [offered, ...others.slice(2)], directory });
  expect(mendingOf(alone.findings[0]!, alone.assessment)).toBeUndefined();
});
