import { expect, test } from "vitest";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import {
  aDirectory,
  aRoleAllowing,
  judgedBy,
  offering,
  someone,
  standing,
} from "@/lib/domain/findings/example-findings";
import { userAccessAdministrator } from "@/lib/domain/roles/delegability";
import { peopleWhoAssign } from "./lh-esc-005";

const reader = aRoleAllowing("*/read");
const held = standing(userAccessAdministrator, { delegatedRoles: [reader.id] });
const of = (directory: ReturnType<typeof aDirectory> | undefined, authorization = held) =>
  judgedBy(peopleWhoAssign, { delegations: [offering(1, { authorizations: [authorization] })], directory });
const people = (count: number) => Array.from({ length: count }, (_, at) => examplePrincipal(100 + at));

test("a user, or a group of more than ten, nested groups counted", () => {
  expect(of(aDirectory({ users: [someone] })).count).toBe(1);
  const inner = examplePrincipal(50);
  expect(of(aDirectory({ groups: { [someone]: [inner, examplePrincipal(51)], [inner]: people(10) } })).count).toBe(1);
});

test("a service principal, a group of ten, or another role", () => {
  expect(of(aDirectory({ servicePrincipals: [someone] })).count).toBe(0);
  expect(of(aDirectory({ groups: { [someone]: people(10) } })).count).toBe(0);
  expect(of(aDirectory({ users: [someone] }), standing(reader)).count).toBe(0);
});

test("members that hide, a stranger, or no directory at all", () => {
  const hidden = aDirectory({ groups: { [someone]: [] } });
  const memberships = new Map(hidden.memberships).set(someone, { state: "unreadable", why: "403", fix: undefined });
  expect(of({ ...hidden, memberships }).unjudged).toEqual(["members"]);
  expect(of(aDirectory({})).unjudged).toEqual(["principal"]);
  expect(of(undefined).unjudged).toEqual(["directory"]);
});
