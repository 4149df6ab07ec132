import fc from "fast-check";
import { expect, test } from "vitest";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import { owner, userAccessAdministrator } from "@/lib/domain/roles/delegability";
import { aRoleWithId } from "@/lib/domain/roles/example-role";
import { assess } from "../engine/assess";
import { aDirectory, aRoleAllowing, assessmentBy, eligible, offering, standing } from "../example-findings";
import { changesOffered, faultFinder } from "../example-mending";
import { defaultPolicy } from "../policy/policy";
import { rules } from "../rules";
import { deleteRole, readerRole } from "../rules/known-roles";

const storage = "Microsoft.Storage/storageAccounts";
const [contributor, storing, machines] = [
  aRoleAllowing("*"),
  aRoleAllowing(`${storage}/*`, "*/read"),
  aRoleAllowing("Microsoft.Compute/virtualMachines/start/action", "Microsoft.Compute/virtualMachines/write"),
];
const roles = [
  contributor,
  storing,
  machines,
  aRoleAllowing(`${storage}/write`, `${storage}/read`),
  {
    ...storing,
    ...aRoleWithId("0000000d-0000-4000-8000-000000000001", { actions: ["*"], dataActions: ["Some.One/read"] }),
  },
  aRoleWithId(owner, { actions: ["*"] }),
  aRoleWithId(userAccessAdministrator, { actions: ["*/read", "Microsoft.Authorization/*"] }),
  aRoleWithId(readerRole, { actions: ["*/read"] }),
  aRoleWithId(deleteRole, { actions: ["Microsoft.ManagedServices/registrationAssignments/delete"] }),
];

const [group, second, program, gone, boss, vice] = [1, 2, 3, 4, 8, 9].map(examplePrincipal);
const people = [21, 22, 23, 24].map(examplePrincipal);
const principals = [group!, second!, program!, gone!, people[0]!];
const directory = aDirectory({
  groups: {
    [group!]: people.slice(0, 2),
    [second!]: people.slice(1, 3),
    [boss!]: people.slice(2),
    [vice!]: [people[3]!],
  },
  servicePrincipals: [program!],
  deleted: [gone!],
});

const anyOf = <Value>(values: readonly Value[]) => fc.constantFrom(...values);
const line = fc.record({ principal: anyOf(principals), role: anyOf(roles) });
const permanent = line.map(({ principal, role }) =>
  standing(role, {
    principal,
    ...(role.id === userAccessAdministrator && { delegatedRoles: [storing.id, contributor.id] }),
  }),
);
const activated = fc
  .record({
    line,
    mfa: fc.boolean(),
    longest: anyOf(["PT15M", "PT30M", "PT45M", "PT1H", "PT4H", "PT8H", "PT12H", "P", "PT6H20M"]),
    approvers: fc.subarray([boss!, vice!, group!, gone!].map((principal) => ({ principal, label: undefined }))),
  })
  .map(({ line: { principal, role }, ...policy }) => eligible(role, { principal, ...policy }));
const offer = fc.record({
  authorizations: fc.array(permanent, { maxLength: 5 }),
  eligibleAuthorizations: fc.array(activated, { maxLength: 4 }),
});

const everyRule = { ...defaultPolicy, rules: {} };

test("every change that is offered mends what it is offered for, and lets the offer deploy as well as before", () => {
  const mended = new Set<string>();
  fc.assert(
    fc.property(offer, offer, fc.boolean(), (one, other, hasEligible) => {
      const first = offering(1, one);
      const beside = { ...offering(2, other), scope: first.scope };
      const assessment = assessmentBy(rules, {
        delegations: [first, beside],
        roles,
        directory,
        hasEligible,
        policy: everyRule,
      });
      const { findings } = assess(assessment);
      const faultsOf = faultFinder(findings, assessment, boss!);
      for (const finding of findings)
        for (const changes of changesOffered(finding, assessment)) {
          mended.add(finding.rule.id);
          const of = finding.rule.id;
          expect({ of, ...faultsOf(finding, changes) }).toEqual({ of, remains: false, added: [] });
        }
    }),
    { numRuns: 25 },
  );
  for (const id of [
    "LH-SEC-001",
    "LH-SEC-002",
    "LH-EXE-001",
    "LH-ESC-010",
    "LH-JIT-001",
    "LH-JIT-003",
    "LH-JIT-004",
    "LH-JIT-005",
    "LH-JIT-006",
    "LH-JIT-007",
    "LH-JIT-008",
    "LH-JIT-009",
    "LH-JIT-010",
    "LH-PRN-001",
    "LH-PRN-002",
    "LH-DEL-007",
  ])
    expect(mended).toContain(id);
});
