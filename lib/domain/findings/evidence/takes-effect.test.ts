import { expect, test } from "vitest";
import {
  aDefinition,
  aDelegation,
  examplePrincipal,
  exampleSubscription,
  exampleTenant,
} from "@/lib/domain/example-inventory";
import { aDirectory, aRoleAllowing, assessmentBy, eligible, someone, standing } from "../example-findings";
import { standingPrivilege } from "../rules/just-in-time/lh-jit-001";
import type { Subject } from "../subject";
import { delegationsAffected } from "./affected";
import { takesEffectThrough } from "./takes-effect";

const [reader, owner, unused] = [aRoleAllowing("*/read"), aRoleAllowing("*"), aRoleAllowing("a/b/read")];
const [group, other] = [examplePrincipal(2), examplePrincipal(3)];
const definitions = [
  aDefinition(1, { authorizations: [standing(reader, { principal: group })] }),
  aDefinition(2, { eligibleAuthorizations: [eligible(owner)] }),
  aDefinition(3, { authorizations: [standing(reader, { principal: other })] }),
];
const delegations = [
  aDelegation(1, { customer: exampleTenant(1), definition: definitions[0] }),
  aDelegation(2, { customer: exampleTenant(1), definition: definitions[1] }),
  aDelegation(3, {
    customer: exampleTenant(2),
    definition: definitions[2],
    scope: { kind: "resourceGroup", subscription: exampleSubscription(2), resourceGroup: "rg" },
  }),
  aDelegation(4, { customer: exampleTenant(2), definition: undefined }),
];
const assessment = assessmentBy(standingPrivilege, {
  delegations,
  roles: [reader, owner, unused],
  directory: aDirectory({ users: [someone], groups: { [group]: [someone] } }),
});

const subjects: readonly Subject[] = [
  ...definitions.map((definition) => ({ kind: "definition" as const, definition })),
  ...delegations.map((delegation) => ({ kind: "delegation" as const, delegation })),
  ...[someone, group, other].map((principal) => ({ kind: "principal" as const, principal })),
  ...[reader, owner, unused].map(({ id }) => ({ kind: "role" as const, role: id })),
  ...[1, 2, 3, 4].map((number) => ({ kind: "subscription" as const, subscription: exampleSubscription(number) })),
  ...[1, 2].map((number) => ({ kind: "customer" as const, customer: exampleTenant(number) })),
  ...delegations.flatMap(({ scope }) =>
    [group, other].map((principal) => ({ kind: "grant" as const, principal, role: reader.id, scope })),
  ),
  { kind: "rootRole", principal: someone, role: owner.id },
];

test("a finding takes effect through the delegations that it affects, and through no other", () => {
  const findings = [
    ...subjects.map((subject) => ({ subject, alike: [] })),
    { subject: subjects[0]!, alike: [subjects[2]!] },
  ];
  let through = 0;
  for (const delegation of delegations) {
    const isThrough = takesEffectThrough(delegation, assessment);
    for (const finding of findings) {
      const isAffected = delegationsAffected(finding, assessment).includes(delegation);
      expect([finding.subject.kind, isThrough(finding)]).toEqual([finding.subject.kind, isAffected]);
      through += Number(isAffected);
    }
  }
  expect(through).toBeGreaterThan(delegations.length * 3);
});
