import { expect, test } from "vitest";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import { aDirectory, eligible, judgedBy, offering, someone, standing } from "@/lib/domain/findings/example-findings";
import { deleteRole } from "../known-roles";
import { deleteRoleWidespread } from "./lh-del-003";

const second = examplePrincipal(2);
const people = (count: number, from = 100) => Array.from({ length: count }, (_, at) => examplePrincipal(from + at));
const of = (count: number, lines: Parameters<typeof offering>[1] = { authorizations: [standing(deleteRole)] }) =>
  judgedBy(deleteRoleWidespread, {
    delegations: [offering(1, lines)],
    directory: aDirectory({ groups: { [someone]: people(count), [second]: people(6, 105) } }),
  });

test("eleven people, in one group or in two", () => {
  expect(of(11).count).toBe(1);
  const both = [standing(deleteRole), standing(deleteRole, { principal: second })];
  expect(of(5, { authorizations: both }).count).toBe(1);
});

test("ten are none, and so are eleven who have to activate it", () => {
  expect(of(10)).toMatchObject({ count: 0, unjudged: [] });
  expect(of(11, { eligibleAuthorizations: [eligible(deleteRole)] }).count).toBe(0);
  const both = [standing(deleteRole), standing(deleteRole, { principal: second })];
  expect(of(10, { authorizations: both }).count).toBe(1);
  expect(of(0, { authorizations: both }).count).toBe(0);
});

test("a group whose members are hidden may have many", () => {
  const directory = aDirectory({ groups: { [someone]: [] } });
  const memberships = new Map([[someone, { state: "unreadable", why: "hidden", fix: undefined } as const]]);
  const delegations = [offering(1, { authorizations: [standing(deleteRole)] })];
  const given = { delegations, directory: { ...directory, memberships } };
  expect(judgedBy(deleteRoleWidespread, given).unjudged).toEqual(["members"]);
});
