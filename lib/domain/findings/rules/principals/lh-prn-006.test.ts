import { expect, test } from "vitest";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import {
  aDirectory,
  aRoleAllowing,
  eligible,
  judgedBy,
  offering,
  someone,
  standing,
} from "@/lib/domain/findings/example-findings";
import type { Membership } from "@/lib/domain/directory";
import { groupSize } from "./lh-prn-006";

const contributor = aRoleAllowing("*");
const reader = aRoleAllowing("*/read");
const people = (count: number) => Array.from({ length: count }, (_, index) => examplePrincipal(100 + index));
const of = (members: number, role = contributor, membership?: Membership) => {
  const directory = aDirectory({ groups: { [someone]: people(members) } });
  const memberships = new Map(membership && [[someone, membership]]);
  return judgedBy(groupSize, {
    delegations: [offering(1, { eligibleAuthorizations: [eligible(role)] })],
    roles: [contributor, reader],
    directory: membership ? { ...directory, memberships } : directory,
  });
};

test("eleven people who may activate what reaches everything, and nobody at all", () => {
  expect(of(11).found).toEqual([`medium: principal ${someone}`]);
  expect(of(0).found).toEqual([`low: principal ${someone}`]);
});

test("ten of them, or eleven who read, are none", () => {
  expect(of(10).count).toBe(0);
  expect(of(11, reader).count).toBe(0);
});

test("people in groups within count once, and those who are disabled do not", () => {
  const inner = examplePrincipal(2);
  const directory = aDirectory({ groups: { [inner]: people(8), [someone]: [inner, ...people(11)] } });
  const given = { delegations: [offering(1, { authorizations: [standing(contributor)] })], roles: [contributor] };
  expect(judgedBy(groupSize, { ...given, directory }).count).toBe(1);
  const users = new Map(directory.users).set(people(1)[0]!, { enabled: false, guest: false });
  expect(judgedBy(groupSize, { ...given, directory: { ...directory, users } }).count).toBe(0);
});

test("members that are hidden may be none or many; of those that are seen eleven are enough", () => {
  const hidden = (known: number) =>
    ({ state: "unreadable", why: "hidden", fix: undefined, known: people(known) }) as const;
  expect(of(11, contributor, hidden(0))).toMatchObject({ count: 0, unjudged: ["members"] });
  expect(of(11, contributor, hidden(11)).count).toBe(1);
});
