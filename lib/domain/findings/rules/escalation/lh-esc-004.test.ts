import { expect, test } from "vitest";
import { aRoleAllowing, judgedBy, offering, standing } from "@/lib/domain/findings/example-findings";
import { userAccessAdministrator } from "@/lib/domain/roles/delegability";
import { nothingToAssign } from "./lh-esc-004";

const reader = aRoleAllowing("*/read");
const of = (authorization: ReturnType<typeof standing>) =>
  judgedBy(nothingToAssign, { delegations: [offering(1, { authorizations: [authorization] })] }).count;

test("User Access Administrator with no roles to assign", () => {
  expect(of(standing(userAccessAdministrator))).toBe(1);
});

test("with one, or another role without any", () => {
  expect(of(standing(userAccessAdministrator, { delegatedRoles: [reader.id] }))).toBe(0);
  expect(of(standing(reader))).toBe(0);
});
