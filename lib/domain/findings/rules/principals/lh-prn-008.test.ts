import { expect, test } from "vitest";
import type { GroupFacts } from "@/lib/domain/directory";
import { aDirectory, judgedBy, offering, someone, standing } from "@/lib/domain/findings/example-findings";
import { readerRole } from "../known-roles";
import { notSecurityGroup } from "./lh-prn-008";

const of = (type: GroupFacts["type"]) => {
  const directory = aDirectory({ groups: { [someone]: [] } });
  const groups = new Map([[someone, { type, dynamic: false, roleAssignable: false }]]);
  return judgedBy(notSecurityGroup, {
    delegations: [offering(1, { authorizations: [standing(readerRole)] })],
    directory: { ...directory, groups },
  });
};

test.each(["microsoft365", "distribution"] as const)("a group of type %s", (type) => {
  expect(of(type).found).toEqual([`medium: principal ${someone}`]);
});

test("a security group is none, and one of unknown type cannot be judged", () => {
  expect(of("security")).toMatchObject({ count: 0, unjudged: [] });
  expect(of(undefined)).toMatchObject({ count: 0, unjudged: ["unread"] });
});
