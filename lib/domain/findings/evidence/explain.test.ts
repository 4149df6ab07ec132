import { expect, test } from "vitest";
import { aDelegation, aDefinition, examplePrincipal } from "@/lib/domain/example-inventory";
import { aDirectory, aRoleAllowing, judgedBy, offering, someone, standing } from "../example-findings";
import { standingStorageKeys } from "../rules/secrets/lh-sec-003";
import { delegationsAffected } from "./affected";
import { evidenceOf } from "./explain";
import { holdersOf } from "./holders";

const role = aRoleAllowing("Microsoft.Storage/*");
const [inner, mira, gone] = [examplePrincipal(2), examplePrincipal(3), examplePrincipal(4)];
const groups = { [someone]: [inner, gone], [inner]: [mira] };
const directory = aDirectory({ groups });
const disabled = { ...directory, users: new Map(directory.users).set(gone, { enabled: false, guest: false }) };

const found = (given: Partial<Parameters<typeof judgedBy>[1]> = {}) => {
  const { findings, assessment } = judgedBy(standingStorageKeys, {
    delegations: [offering(1, { authorizations: [standing(role)] })],
    roles: [role],
    directory: disabled,
    ...given,
  });
  return { finding: findings[0]!, assessment };
};

test("the chain leads from a person through groups, role and pattern to operation and scope", () => {
  const { finding, assessment } = found();
  const { chain } = evidenceOf(finding, assessment, { person: mira });
  expect(chain).toMatchObject([
    { kind: "principal", principal: mira },
    { kind: "principal", principal: inner },
    { kind: "principal", principal: someone },
    { kind: "role", role: role.id },
    { kind: "pattern", pattern: "Microsoft.Storage/*" },
    { kind: "operation", gives: "storageSas" },
    { kind: "scope", customer: assessment.delegations[0]!.customer },
  ]);
});

test("it leads to the scope that was asked for", () => {
  const definition = aDefinition(1, { authorizations: [standing(role)] });
  const places = ["rg-app", "rg-data"].map((resourceGroup, at) =>
    aDelegation(at, {
      definition,
      scope: { kind: "resourceGroup", subscription: definition.subscription, resourceGroup },
    }),
  );
  const { finding, assessment } = found({ delegations: places });
  expect(delegationsAffected(finding, assessment)).toHaveLength(2);
  const { scope } = places[1]!;
  expect(evidenceOf(finding, assessment, { scope }).chain.at(-1)).toMatchObject({ scope });
});

test("holders are people, those that are disabled told apart, and groups that hide theirs", () => {
  const { finding, assessment } = found();
  const { named, people, hidden, isUnread } = holdersOf(finding, assessment);
  expect(named).toEqual([someone]);
  expect(people.map(({ principal, carries }) => [principal, carries])).toEqual(
    expect.arrayContaining([
      [mira, "yes"],
      [gone, "no"],
    ]),
  );
  expect([people.length, hidden.length, isUnread]).toEqual([2, 0, false]);

  const unreadable = new Map(directory.memberships).set(inner, { state: "unreadable", why: "403", fix: undefined });
  const unseen = found({ directory: { ...directory, memberships: unreadable } });
  expect(holdersOf(unseen.finding, unseen.assessment).hidden).toMatchObject([{ principal: inner, why: "unreadable" }]);
});

test("without the directory nobody behind a group is known", () => {
  const { finding, assessment } = found({ directory: undefined });
  expect(holdersOf(finding, assessment)).toMatchObject({ named: [someone], isUnread: true });
});
