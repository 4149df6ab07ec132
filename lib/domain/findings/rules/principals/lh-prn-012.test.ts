import { expect, test } from "vitest";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import { aDirectory, judgedBy, offering, someone, standing } from "@/lib/domain/findings/example-findings";
import { readerRole } from "../known-roles";
import { tangledGroups } from "./lh-prn-012";

/** Groups of which each is in the one before; the last may lead back. */
const of = (length: number, back?: number, hidden?: number) => {
  const ids = [someone, ...Array.from({ length: length - 1 }, (_, index) => examplePrincipal(10 + index))];
  const groups = Object.fromEntries(
    ids.map((id, at) => [id, at + 1 < length ? [ids[at + 1]!] : back === undefined ? [] : [ids[back]!]]),
  );
  const directory = aDirectory({ groups });
  const memberships = new Map(directory.memberships);
  if (hidden !== undefined) memberships.set(ids[hidden]!, { state: "unreadable", why: "hidden", fix: undefined });
  return judgedBy(tangledGroups, {
    delegations: [offering(1, { authorizations: [standing(readerRole)] })],
    directory: { ...directory, memberships },
  });
};

test("four groups in a row, and two in a circle", () => {
  expect(of(4).found).toEqual([`low: principal ${someone}`]);
  expect(of(2, 0).count).toBe(1);
  expect(of(3, 1).count).toBe(1);
});

test("three in a row are none", () => {
  expect(of(3)).toMatchObject({ count: 0, unjudged: [] });
});

test("a group met twice on different ways is no circle", () => {
  const [left, right, below] = [examplePrincipal(2), examplePrincipal(3), examplePrincipal(4)];
  const groups = { [someone]: [left, right], [left]: [below], [right]: [below], [below]: [] };
  const delegations = [offering(1, { authorizations: [standing(readerRole)] })];
  expect(judgedBy(tangledGroups, { delegations, directory: aDirectory({ groups }) }).count).toBe(0);
});

test("what is in a hidden group may go on", () => {
  expect(of(2, undefined, 1).unjudged).toEqual(["members"]);
});
