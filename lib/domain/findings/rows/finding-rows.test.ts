import { expect, test } from "vitest";
import { aDefinition, aDelegation, exampleSubscription, exampleTenant } from "@/lib/domain/example-inventory";
import { finish } from "@/lib/table/slices";
import { assess } from "../engine/assess";
import { aDirectory, aRoleAllowing, assessmentBy, someone, standing } from "../example-findings";
import { standingPrivilege } from "../rules/just-in-time/lh-jit-001";
import { authorizationToUser } from "../rules/principals/lh-prn-001";
import { standingSecrets } from "../rules/secrets/lh-sec-001";
import { atCustomer, findingRows } from "./finding-rows";

const role = aRoleAllowing("*");
const definition = aDefinition(1, { authorizations: [standing(role)] });
const at = (customer: number, number: number) =>
  aDelegation(number, {
    customer: exampleTenant(customer),
    scope: { kind: "subscription", subscription: exampleSubscription(number) },
    definition,
  });

test("a finding of several customers stands at one of them with its delegations alone", () => {
  const assessment = assessmentBy(standingPrivilege, {
    delegations: [at(1, 1), at(2, 2), at(2, 3)],
    roles: [role],
    directory: aDirectory({ users: [someone] }),
  });
  const [row] = finish(findingRows(assess(assessment).findings, assessment));
  expect(row?.delegations).toHaveLength(3);
  const one = atCustomer(row!, exampleTenant(1), assessment.inventory);
  expect([one.delegations.map(({ customer }) => customer), one.elsewhere]).toEqual([[exampleTenant(1)], 2]);
  expect(one.place?.path).toBe(`/subscriptions/${exampleSubscription(1)}`);
  expect(atCustomer(row!, exampleTenant(2), assessment.inventory)).toMatchObject({ elsewhere: 1, place: undefined });
});

test("the advice is for whom it is about: nobody is told to keep a disabled account", () => {
  const given = { delegations: [at(1, 1)], roles: [role] };
  const advised = (enabled: boolean) => {
    const known = aDirectory({ users: [someone] });
    const directory = { ...known, users: new Map(known.users).set(someone, { enabled, guest: false }) };
    const assessment = assessmentBy(standingPrivilege, { ...given, directory });
    return finish(findingRows(assess(assessment).findings, assessment)).map(({ advice }) => advice);
  };
  expect(advised(true)).toEqual([standingPrivilege.fix]);
  expect(advised(false)).toEqual([expect.stringMatching(/^The account is disabled: remove/)]);
});

test("a finding about what a role allows names the operations, which another finding about it does not", () => {
  const storing = aRoleAllowing("Microsoft.Storage/storageAccounts/*");
  const assessment = assessmentBy([standingSecrets, authorizationToUser], {
    delegations: [aDelegation(1, { definition: aDefinition(1, { authorizations: [standing(storing)] }) })],
    roles: [storing],
    directory: aDirectory({ users: [someone] }),
  });
  const rows = finish(findingRows(assess(assessment).findings, assessment));
  const named = new Map(rows.map(({ finding, operations }) => [finding.rule.id, operations]));
  expect(named.get("LH-SEC-001")).toContain("Microsoft.Storage/storageAccounts/listKeys/action");
  expect(named.get("LH-PRN-001")).toEqual([]);
});
