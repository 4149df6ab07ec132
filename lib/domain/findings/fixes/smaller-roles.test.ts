import { expect, test } from "vitest";
import { knownOperations } from "@/lib/domain/roles/effective-operations";
import { aRoleAllowing, eligible, judgedBy, offering, someone, standing } from "../example-findings";
import { standingStorageKeys } from "../rules/secrets/lh-sec-003";
import { asSmaller, smallerRoles } from "./smaller-roles";
import type { AuthorizationLine } from "../subject";

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
  expect(smaller?.map(({ role }) => role.id)).toEqual([starters.id, starter.id, support.id]);
  expect(smaller?.[0]).toMatchObject({
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
  expect(smallerRoles(finding, assessment)?.map(({ role }) => role.id)).toEqual([starter.id]);
});

test("without Azure's list of operations nobody can say", () => {
  const { finding, assessment } = found(undefined, knownOperations([]));
  expect(smallerRoles(finding, assessment)).toEqual([]);
  expect(smallerRoles(finding, { ...assessment, operations: undefined })).toBeUndefined();
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
  const { after } = asSmaller(line, starter);
  expect(after.authorizations.map(({ principal, role }) => [principal, role])).toEqual([
    [someone, starter.id],
    [someone, support.id],
  ]);
  expect(after.eligibleAuthorizations).toEqual(delegation.definition!.eligibleAuthorizations);
});
