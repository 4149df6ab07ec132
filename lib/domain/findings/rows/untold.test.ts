import { expect, test } from "vitest";
import { exampleSubscription, exampleTenant } from "@/lib/domain/example-inventory";
import { finish } from "@/lib/table/slices";
import { assess } from "../engine/assess";
import {
  aDirectory,
  aRoleAllowing,
  assessmentBy,
  eligible,
  offering,
  someone,
  standing,
  type Given,
} from "../example-findings";
import { standingPrivilege } from "../rules/just-in-time/lh-jit-001";
import { unjudgedAt, untoldIn } from "./untold";

const known = aRoleAllowing("*");
const unread = aRoleAllowing("*");

function told(given: Given) {
  const assessment = assessmentBy(standingPrivilege, { directory: aDirectory({ users: [someone] }), ...given });
  const { anywhere, at } = finish(untoldIn(assess(assessment).unjudged, assessment));
  return { anywhere: [...anywhere], at: (customer: number) => [...at(exampleTenant(customer))] };
}

test("where a role could not be read, its rule's severity is untold for whom it is held at", () => {
  const delegations = [
    offering(1, { authorizations: [standing(known)] }),
    offering(2, { authorizations: [standing(unread)] }),
  ];
  const { anywhere, at } = told({ delegations, roles: [known] });
  expect(anywhere).toEqual([standingPrivilege.severity]);
  expect(at(1)).toEqual([]);
  expect(at(2)).toEqual([standingPrivilege.severity]);
});

test("a role that an offer only makes eligible is untold where that offer is", () => {
  const delegations = [
    offering(1, { authorizations: [standing(known)] }),
    offering(2, { eligibleAuthorizations: [eligible(unread)] }),
  ];
  const assessment = assessmentBy(standingPrivilege, { delegations, roles: [known] });
  const because = { kind: "unknownRole", about: unread.id } as const;
  const { at } = finish(untoldIn([{ rule: standingPrivilege, because, about: new Set([unread.id]) }], assessment));
  expect([...at(exampleTenant(1))]).toEqual([]);
  expect([...at(exampleTenant(2))]).toEqual([standingPrivilege.severity]);
});

test("nothing is untold where every rule had an answer", () => {
  const { anywhere, at } = told({ delegations: [offering(1, { authorizations: [standing(known)] })], roles: [known] });
  expect([anywhere, at(1)]).toEqual([[], []]);
});

test("of whom a subscription did not answer, no severity can be told", () => {
  const delegations = [1, 2].map((number) => offering(number, { authorizations: [standing(known)] }));
  const assessment = assessmentBy(standingPrivilege, { delegations, roles: [known] });
  const because = { kind: "subscription", about: exampleSubscription(1) } as const;
  const { at } = finish(untoldIn([{ rule: undefined, because, about: new Set([because.about]) }], assessment));
  expect([...at(exampleTenant(1))]).toEqual(["critical", "high", "medium", "low", "info"]);
  expect([...at(exampleTenant(2))]).toEqual([]);
});

test("what is so for all is so for each; what is never read, or is our own tenant's, sets no customer apart", () => {
  const assessment = assessmentBy(standingPrivilege, {});
  const because = { kind: "unread", what: "What", fix: "Fix." } as const;
  const untold = (more: { isNeverRead?: true; isOurTenants?: true } = {}) =>
    finish(untoldIn([{ rule: standingPrivilege, because: { ...because, ...more }, about: new Set() }], assessment)).at(
      exampleTenant(7),
    );
  expect([...untold()]).toEqual([standingPrivilege.severity]);
  expect([...untold({ isNeverRead: true })]).toEqual([]);
  expect([...untold({ isOurTenants: true })]).toEqual([]);
});

test("of one customer, what concerns it or all stands there, and no more of it than does", () => {
  const delegations = [
    offering(1, { authorizations: [standing(known)] }),
    offering(2, { authorizations: [standing(unread)] }),
  ];
  const assessment = assessmentBy(standingPrivilege, { delegations, roles: [known] });
  const subscription = (number: number) => exampleSubscription(number);
  const one = (about: readonly string[], more: { isNeverRead?: true; isOurTenants?: true } = {}) => ({
    rule: standingPrivilege,
    because: { kind: "unread", what: "What", fix: "Fix.", ...more } as const,
    about: new Set(about),
  });
  const unjudged = [
    one([subscription(1), subscription(2)]),
    one([subscription(1)]),
    one([]),
    one([], { isNeverRead: true }),
    one([subscription(2)], { isOurTenants: true }),
  ];
  const found = finish(unjudgedAt(exampleTenant(2), unjudged, assessment));
  expect(found.map(({ about }) => [...about])).toEqual([[subscription(2)], []]);
  expect(finish(unjudgedAt(exampleTenant(7), unjudged, assessment))).toEqual([unjudged[2]]);
});
