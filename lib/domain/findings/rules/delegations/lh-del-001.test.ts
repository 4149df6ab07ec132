import { expect, test } from "vitest";
import { anInventory } from "@/lib/domain/example-inventory";
import { aRoleAllowing, eligible, judgedBy, offering, standing } from "@/lib/domain/findings/example-findings";
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
