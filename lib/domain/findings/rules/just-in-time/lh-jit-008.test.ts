import { expect, test } from "vitest";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import { mendingOf } from "@/lib/domain/findings/evidence/explain";
import { aRoleAllowing, eligible, judgedBy, offering, standing } from "@/lib/domain/findings/example-findings";
import { readerRole } from "../known-roles";
import { eligibleWithoutReader } from "./lh-jit-008";

const role = aRoleAllowing("*");
const storage = aRoleAllowing("Microsoft.Storage/*");
const readsAll = aRoleAllowing("*/read", "Microsoft.Support/*");
const of = (...authorizations: ReturnType<typeof standing>[]) =>
  judgedBy(eligibleWithoutReader, {
    delegations: [offering(1, { authorizations, eligibleAuthorizations: [eligible(role)] })],
    roles: [role, storage, readsAll],
  });

test("without Reader at the same principal, and mended with it", () => {
  for (const line of [standing(storage), standing(readerRole, { principal: examplePrincipal(2) })])
    expect(of(line).count).toBe(1);
  const { findings, assessment } = of();
  expect(mendingOf(findings[0]!, assessment)?.after.authorizations).toMatchObject([{ role: readerRole }]);
});

test("with Reader, or a role that reads as much, it is none", () => {
  for (const line of [readerRole, readsAll, role]) expect(of(standing(line)).count).toBe(0);
});

test("a permanent role that nobody tells of may read as much", () => {
  expect(of(standing(aRoleAllowing("*"))).unjudged).toEqual(["unknownRole"]);
});
