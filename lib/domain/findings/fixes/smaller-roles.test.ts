import { expect, test } from "vitest";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import { knownOperations } from "@/lib/domain/roles/effective-operations";
import { aRoleAllowing, assessmentBy, eligible, judgedBy, offering, someone, standing } from "../example-findings";
import { notDelegable } from "../rules/delegations/lh-del-007";
import { readerRole } from "../rules/known-roles";
import { looselyEligibleSecrets } from "../rules/secrets/lh-sec-002";
import { standingStorageKeys } from "../rules/secrets/lh-sec-003";
import { asSmaller, smallerRoles } from "./smaller-roles";
import { linesOf, type AuthorizationLine } from "../subject";

const machine = "Microsoft.Compute/virtualMachines";
const keys = "Microsoft.Storage/storageAccounts/listKeys/action";
const ticket = "Microsoft.Support/supportTickets/write";
const operations = knownOperations(
  [
    `${machine}/start/action`,
    `${machine}/restart/action`,
    `${machine}/runCommand/action`,
    `${machine}/read`,
    keys,
    ticket,
  ].map((name) => ({ name, isDataAction: false })),
);

const large = aRoleAllowing(`${machine}/*/action`, keys, ticket);
const starters = aRoleAllowing(`${machine}/start/action`, `${machine}/restart/action`);
const starter = aRoleAllowing(`${machine}/start/action`, ticket);
const support = aRoleAllowing(ticket);
const others = [
  aRoleAllowing("*/read"),
  aRoleAllowing(`${machine}/*`, keys),
  aRoleAllowing("Microsoft.Storage/*", ticket),
];

const found = (
  roles = [large, support, starter, starters, ...others],
  known: typeof operations | undefined = operations,
) => {
  const { findings, assessment } = judgedBy(standingStorageKeys, {
    delegations: [offering(1, { authorizations: [standing(large)] })],
    roles,
    operations: known,
  });
  return { finding: findings[0]!, assessment };
};

test("roles that keep most of the work and trip the rule no more come first", () => {
  const { finding, assessment } = found();
  const smaller = smallerRoles(finding, assessment, 9);
  expect(smaller.map(({ role }) => role.id)).toEqual([starters.id, starter.id, support.id]);
  expect(smaller[0]).toMatchObject({
    kept: [`${machine}/restart/action`, `${machine}/start/action`],
    lost: [ticket],
    added: 0,
  });
});

test("a role that brings a danger of its own is none", () => {
  const code = aRoleAllowing(`${machine}/start/action`, "Microsoft.Web/sites/write");
  const wider = knownOperations(
    [`${machine}/start/action`, "Microsoft.Web/sites/write", keys].map((name) => ({ name, isDataAction: false })),
  );
  const { finding, assessment } = found([large, code, starter], wider);
  expect(smallerRoles(finding, assessment).map(({ role }) => role.id)).toEqual([starter.id]);
});

test("without Azure's list of operations those count that roles name", () => {
  const { finding, assessment } = found(undefined, knownOperations([]));
  expect(smallerRoles(finding, assessment)).toEqual([]);
  const named = smallerRoles(finding, { ...assessment, operations: undefined });
  expect(named.map(({ role, kept }) => [role.id, kept.length])).toEqual([
    [starters.id, 2],
    [starter.id, 2],
    [support.id, 1],
  ]);
});

test("a role for other work is none, however much it shares", () => {
  const wider = aRoleAllowing(
    `${machine}/start/action`,
    ticket,
    ...["a", "b", "c"].map((name) => `Some.One/${name}/write`),
  );
  const named = [`${machine}/start/action`, ticket, keys, ...["a", "b", "c"].map((name) => `Some.One/${name}/write`)];
  const known = knownOperations(named.map((name) => ({ name, isDataAction: false })));
  const { finding, assessment } = found([large, wider, starter], known);
  expect(smallerRoles(finding, assessment).map(({ role }) => role.id)).toEqual([starter.id]);
});

test("for an eligible line it is a role that Azure takes as eligible", () => {
  const disputed = { ...starters, permissions: [{ ...starters.permissions[0]!, notDataActions: ["Some.One/read"] }] };
  const { findings, assessment } = judgedBy(looselyEligibleSecrets, {
    delegations: [offering(1, { eligibleAuthorizations: [eligible(large, { mfa: false })] })],
    roles: [large, disputed, starter],
    operations,
  });
  expect(smallerRoles(findings[0]!, assessment).map(({ role }) => role.id)).toEqual([starter.id]);
});

test("where the role itself cannot be delegated, one that can takes its place", () => {
  const refused = { ...large, permissions: [{ ...large.permissions[0]!, dataActions: ["Some.One/read"] }] };
  const { findings, assessment } = judgedBy(notDelegable, {
    delegations: [offering(1, { authorizations: [standing(refused)] })],
    roles: [refused, starters],
    operations,
  });
  expect(smallerRoles(findings[0]!, assessment).map(({ role }) => role.id)).toEqual([starters.id]);
});

test("eligible lines of the new role come under one policy, and nobody has it twice", () => {
  const other = eligible(starter, { principal: examplePrincipal(2), longest: "PT1H" });
  const delegation = offering(1, {
    authorizations: [standing(large), standing(starter)],
    eligibleAuthorizations: [eligible(large), other],
  });
  const assessment = assessmentBy([], { delegations: [delegation], roles: [large, starter] });
  const lines = linesOf(delegation.definition!);
  const ofEligible = asSmaller(
    lines.find(({ access }) => access === "eligible")!,
    starter,
    assessment,
  ).after;
  expect(new Set(ofEligible.eligibleAuthorizations.map(({ policy }) => JSON.stringify(policy))).size).toBe(1);
  expect(ofEligible.eligibleAuthorizations[0]).toMatchObject({ role: starter.id, policy: { longest: "PT1H" } });
  const ofStanding = asSmaller(lines[0]!, starter, assessment).after.authorizations.map(({ role }) => role);
  expect(ofStanding).toEqual([starter.id, readerRole]);
});

test("the line takes the other role, and the others stay as they are", () => {
  const delegation = offering(1, {
    authorizations: [standing(large), standing(support)],
    eligibleAuthorizations: [eligible(large)],
  });
  const [authorization] = delegation.definition!.authorizations;
  const line: AuthorizationLine = {
    kind: "authorization",
    definition: delegation.definition!,
    access: "standing",
    authorization: authorization!,
  };
  const { after } = asSmaller(line, starter, assessmentBy([], { delegations: [delegation], roles: [large, starter] }));
  expect(after.authorizations.map(({ principal, role }) => [principal, role])).toEqual([
    [someone, starter.id],
    [someone, support.id],
    [someone, readerRole],
  ]);
  expect(after.eligibleAuthorizations).toEqual(delegation.definition!.eligibleAuthorizations);
});
