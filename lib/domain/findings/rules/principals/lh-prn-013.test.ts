import { expect, test } from "vitest";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import { evidenceOf } from "@/lib/domain/findings/evidence/explain";
import {
  aDirectory,
  aRoleAllowing,
  judgedBy,
  offering,
  someone,
  standing,
  type Given,
} from "@/lib/domain/findings/example-findings";
import { blastRadius } from "./lh-prn-013";

const [ada, other] = [examplePrincipal(2), examplePrincipal(3)];
const storage = aRoleAllowing("Microsoft.Storage/*");
const reader = aRoleAllowing("*/read");
const network = aRoleAllowing("Microsoft.Network/virtualNetworks/write");

/** Six customers, or as many as are given, in so many of which the group has the role. */
const of = (customers: number, role = storage, given: Given = {}, all = 6) =>
  judgedBy(blastRadius, {
    delegations: Array.from({ length: all }, (_, at) => at + 1).map((number) =>
      offering(number, {
        authorizations: [
          standing(number <= customers ? role : reader),
          ...(number === 1 ? [standing(storage, { principal: other })] : []),
        ],
      }),
    ),
    roles: [storage, reader, network],
    directory: aDirectory({ groups: { [someone]: [ada], [other]: [] } }),
    ...given,
  });

test("one group has keys at four of six customers", () => {
  const { found, findings, assessment } = of(4);
  expect(found).toEqual([`medium: principal ${someone}`]);
  expect(evidenceOf(findings[0]!, assessment).facts).toEqual([
    { label: "of the customers that you see", value: "4 of 6 (67 %)" },
    { label: "people with no other way", value: "1" },
  ]);
});

test("half of them, or a role that gives out nothing, are none", () => {
  expect(of(3).count).toBe(0);
  expect(of(4, reader).count).toBe(0);
  expect(of(6, network).count).toBe(0);
});

test("of fewer than five customers there is no share to tell, whatever the role may be", () => {
  expect([2, 4, 5].map((all) => of(all, storage, {}, all).count)).toEqual([0, 0, 1]);
  expect(of(4, aRoleAllowing("*/read"), {}, 4).unjudged).toEqual([]);
});

test("a person who has one of them by another group as well has three through this alone", () => {
  const directory = aDirectory({ groups: { [someone]: [ada], [other]: [ada] } });
  expect(of(4, storage, { directory }).count).toBe(0);
  expect(of(5, storage, { directory }).count).toBe(1);
});

test("an empty group opens nothing to anybody, a hidden one perhaps", () => {
  expect(of(4, storage, { directory: aDirectory({ groups: { [someone]: [], [other]: [] } }) }).count).toBe(0);
  const directory = aDirectory({ groups: { [someone]: [], [other]: [] } });
  const memberships = new Map(directory.memberships).set(someone, { state: "unreadable", why: "", fix: undefined });
  expect(of(4, storage, { directory: { ...directory, memberships } }).unjudged).toEqual(["members"]);
});

test("a role that nobody tells of may be one that gives out keys", () => {
  expect(of(4, aRoleAllowing("*/read")).unjudged).toEqual(["unknownRole"]);
});
