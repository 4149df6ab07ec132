import { expect, test } from "vitest";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import { aDirectory, aRoleAllowing, assessmentBy, eligible, offering, someone, standing } from "../example-findings";
import { readerRole } from "../rules/known-roles";
import { standingSecrets } from "../rules/secrets/lh-sec-001";
import { linesOf } from "../subject";
import { asJustInTime } from "./just-in-time";

const role = aRoleAllowing("Microsoft.Storage/*");
const boss = examplePrincipal(5);

type Lines = Parameters<typeof offering>[1];

/** The first line mended. */
function mended(lines: Lines, given: Partial<Parameters<typeof assessmentBy>[1]> = {}) {
  const delegation = offering(1, lines);
  const assessment = assessmentBy(standingSecrets, {
    delegations: [delegation],
    roles: [role],
    directory: aDirectory({ groups: { [someone]: [] } }),
    ...given,
  });
  return asJustInTime(linesOf(delegation.definition!)[0]!, assessment);
}

test("a standing line becomes eligible, with Reader in its place and the offer's other approvers", () => {
  const approvers = [{ principal: boss, label: "Duty managers" }];
  const other = eligible(aRoleAllowing("*"), { principal: examplePrincipal(2), approvers });
  const change = mended({ authorizations: [standing(role)], eligibleAuthorizations: [other] });
  expect(change?.after.authorizations.map((one) => [one.principal, one.role])).toEqual([[someone, readerRole]]);
  expect(change?.after.eligibleAuthorizations).toEqual([
    other,
    {
      principal: someone,
      label: undefined,
      role: role.id,
      policy: { stated: true, mfa: true, longest: "PT4H", approvers },
    },
  ]);
  expect(change?.missing).toEqual([]);
});

test("nobody is proposed to approve for themself, and then approvers are asked for", () => {
  const other = eligible(aRoleAllowing("*"), { approvers: [{ principal: someone, label: undefined }] });
  expect(mended({ authorizations: [standing(role)], eligibleAuthorizations: [other] })?.missing).toHaveLength(1);
});

test("nobody is proposed to approve who is gone", () => {
  const [left, duty] = [
    { principal: boss, label: undefined },
    { principal: examplePrincipal(6), label: "Duty" },
  ];
  const given = { directory: aDirectory({ users: [someone, duty.principal], deleted: [boss] }) };
  const other = eligible(aRoleAllowing("*"), { principal: examplePrincipal(2), approvers: [left, duty] });
  const standingLine = { authorizations: [standing(role)], eligibleAuthorizations: [other] };
  expect(mended(standingLine, given)?.after.eligibleAuthorizations[1]?.policy.approvers).toEqual([duty]);
  const own = { eligibleAuthorizations: [eligible(role, { approvers: [left] })] };
  expect(mended(own, given)?.missing).toEqual(["approvers"]);
});

test("an eligible line keeps a shorter limit and its approvers", () => {
  const own = eligible(role, { mfa: false, longest: "PT1H" });
  const change = mended({ eligibleAuthorizations: [own] });
  expect(change?.after.eligibleAuthorizations[0]?.policy).toEqual({ ...own.policy, mfa: true });
  expect(mended({ eligibleAuthorizations: [eligible(role, { longest: "PT8H" })] })?.after).toMatchObject({
    eligibleAuthorizations: [{ policy: { longest: "PT4H" } }],
  });
});

test("Reader is added only where no standing role of the same principal reads everything", () => {
  const [reader, other] = [aRoleAllowing("*/read"), aRoleAllowing("Microsoft.Compute/*/read")];
  const roles = [role, reader, other];
  const after = (beside: typeof role) =>
    mended({ authorizations: [standing(role), standing(beside)] }, { roles })?.after.authorizations.map(
      (one) => one.role,
    );
  expect(after(reader)).toEqual([reader.id]);
  expect(after(other)).toEqual([other.id, readerRole]);
});

test("service principals cannot activate, and national clouds know no eligible access", () => {
  const lines = { authorizations: [standing(role)] };
  expect(mended(lines, { directory: aDirectory({ servicePrincipals: [someone] }) })).toBeUndefined();
  expect(mended(lines, { hasEligible: false })).toBeUndefined();
});

test("what Azure does not take as eligible is not made so, nor kept so", () => {
  const [whole] = role.permissions;
  const withData = { ...role, permissions: [{ ...whole!, dataActions: ["Microsoft.Storage/blobs/read"] }] };
  const roles = [withData];
  expect(mended({ authorizations: [standing(withData)] }, { roles })).toBeUndefined();
  expect(mended({ eligibleAuthorizations: [eligible(withData, { mfa: false })] }, { roles })).toBeUndefined();
});

test("all who may activate the role come under one policy, the strictest", () => {
  const [duty, leads] = [6, 7].map((number) => ({ principal: examplePrincipal(number), label: undefined }));
  const change = mended({
    authorizations: [standing(role)],
    eligibleAuthorizations: [
      eligible(role, { principal: examplePrincipal(2), mfa: false, longest: "PT8H", approvers: [duty!] }),
      eligible(role, { principal: examplePrincipal(3), longest: "PT3H", approvers: [leads!, duty!] }),
      eligible(aRoleAllowing("*"), { principal: examplePrincipal(2), mfa: false }),
    ],
  });
  const policy = { stated: true, mfa: true, longest: "PT3H", approvers: [duty, leads] };
  const lines = change!.after.eligibleAuthorizations;
  expect(lines.filter((line) => line.role === role.id).map((line) => [line.principal, line.policy])).toEqual([
    [examplePrincipal(2), policy],
    [examplePrincipal(3), policy],
    [someone, policy],
  ]);
  expect(lines.filter((line) => line.role !== role.id)).toEqual(change!.before.eligibleAuthorizations.slice(2));
});

test("at most ten approve, which is all that Azure takes", () => {
  const approvers = Array.from({ length: 14 }, (_, at) => ({ principal: examplePrincipal(20 + at), label: undefined }));
  const own = [eligible(role, { approvers: approvers.slice(0, 7) }), eligible(role, { principal: boss, approvers })];
  expect(mended({ eligibleAuthorizations: own })?.after.eligibleAuthorizations[0]?.policy.approvers).toHaveLength(10);
});

test("who has the role eligible already keeps the shorter duration when the permanent one goes", () => {
  const own = eligible(role, { longest: "PT1H" });
  const change = mended({ authorizations: [standing(role)], eligibleAuthorizations: [own] });
  expect(change?.after.eligibleAuthorizations).toEqual([own]);
});

test.each([
  ["PT45M", "PT30M"],
  ["PT3H50M", "PT3H30M"],
  ["PT10M", "PT30M"],
  ["for ever", "PT4H"],
])("a duration of %s becomes %s: half hours are all that Azure takes", (longest, expected) => {
  const change = mended({ eligibleAuthorizations: [eligible(role, { longest })] });
  expect(change?.after.eligibleAuthorizations[0]?.policy.longest).toBe(expected);
});
