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
import { justInTimeByMembership } from "./lh-jit-002";

const contributor = aRoleAllowing("*");
const reader = aRoleAllowing("*/read");
const of = (role: typeof contributor, directory: Parameters<typeof aDirectory>[0]) =>
  judgedBy(justInTimeByMembership, {
    delegations: [1, 2].map((number) => offering(number, { authorizations: [standing(role)] })),
    roles: [contributor, reader],
    directory: aDirectory(directory),
  });
const group = { groups: { [someone]: [examplePrincipal(2)] } };

test("a group that changes things at two customers is one line that cannot be judged", () => {
  const { count, unjudged, assessment } = of(contributor, group);
  expect([count, unjudged]).toEqual([0, ["unread"]]);
  expect(assessment.principal(someone).state).toBe("found");
});

test("where it would not matter nothing is said: a group that reads, a person", () => {
  expect(of(reader, group).unjudged).toEqual([]);
  expect(of(contributor, { users: [someone] }).unjudged).toEqual([]);
});
