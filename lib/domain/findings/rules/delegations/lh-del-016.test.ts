import { expect, test } from "vitest";
import { aRoleAllowing, eligible, judgedBy, offering, standing } from "@/lib/domain/findings/example-findings";
import { aRoleWithId } from "@/lib/domain/roles/example-role";
import { deleteRole } from "../known-roles";
import { widePlan } from "./lh-del-016";

const contributor = aRoleAllowing("*");
const reader = aRoleAllowing("*/read");
const toDelete = aRoleWithId(deleteRole, { actions: ["Microsoft.ManagedServices/registrationAssignments/delete"] });
const plan = (version: string) => ({ publisher: "msp", product: "care", name: "standard", version });
const wide = { eligibleAuthorizations: [eligible(contributor)] };
const of = (...delegations: ReturnType<typeof offering>[]) =>
  judgedBy(widePlan, { delegations, roles: [contributor, reader, toDelete] });

test("a plan that two customers signed, in two versions", () => {
  expect(of(offering(1, wide, { plan: plan("1.0.0") }), offering(2, wide, { plan: plan("1.1.0") })).count).toBe(2);
});

test("a plan that reads and can be ended is limited, and a template is no plan", () => {
  const limited = { authorizations: [standing(reader), standing(toDelete)] };
  const both = [1, 2].map((number) => offering(number, limited, { plan: plan("1.0.0") }));
  expect(of(...both)).toMatchObject({ count: 0, unjudged: [] });
  expect(of(offering(1, wide), offering(2, wide))).toMatchObject({ count: 0, unjudged: [] });
});

test("of a plan that one customer signed nobody can tell whether it is public", () => {
  const only = of(offering(1, wide, { plan: plan("1.0.0") }), offering(2, wide, { plan: { ...plan("1"), name: "b" } }));
  expect(only).toMatchObject({ count: 0, unjudged: ["unread"] });
});

test("a role that nobody tells of may be wide", () => {
  const unknown = { authorizations: [standing(aRoleAllowing("*"))] };
  expect(of(offering(1, unknown, { plan: plan("1.0.0") })).unjudged).toEqual(["unknownRole"]);
});
