import { expect, test } from "vitest";
import { aRoleAllowing, aDirectory, eligible, judgedBy, offering, someone, standing } from "../example-findings";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import { mendingOf } from "../evidence/explain";
import { fingerprintOf } from "../finding";
import { notDelegable } from "../rules/delegations/lh-del-007";
import { readerRole } from "../rules/known-roles";
import { standingSecrets } from "../rules/secrets/lh-sec-001";
import { blockersOf } from "./blockers";

const role = aRoleAllowing("Microsoft.Storage/*");
const [whole] = aRoleAllowing("Microsoft.Compute/*/read").permissions;
const refused = { ...aRoleAllowing(), permissions: [{ ...whole!, dataActions: ["Some.One/read"] }] };
const reader = { ...aRoleAllowing("*/read"), id: readerRole };
const [other, program] = [examplePrincipal(2), examplePrincipal(3)];

function blockers(lines: Parameters<typeof offering>[1]) {
  const { findings, assessment } = judgedBy([standingSecrets, notDelegable], {
    delegations: [offering(1, lines)],
    roles: [role, refused, reader],
    directory: aDirectory({ users: [someone, other], servicePrincipals: [program] }),
  });
  const [finding] = findings.filter(({ rule }) => rule === standingSecrets);
  return { found: findings, blockers: blockersOf(mendingOf(finding!, assessment)!, assessment) };
}

test("what else keeps the offer from being deployed is named, as the finding that it is", () => {
  const { found, blockers: left } = blockers({
    authorizations: [standing(role), standing(refused, { principal: other })],
  });
  expect(left.map(({ rule }) => rule.id)).toEqual(["LH-DEL-007"]);
  expect(found.map(fingerprintOf)).toContain(fingerprintOf(left[0]!));
});

test("so are eligible lines without Reader, of service principals, and with several policies", () => {
  const others = aRoleAllowing("Microsoft.Compute/*");
  const eligibleAuthorizations = [
    eligible(others, { principal: other }),
    eligible(others, { principal: program, longest: "PT1H" }),
  ];
  const { blockers: left } = blockers({ authorizations: [standing(role)], eligibleAuthorizations });
  expect([...new Set(left.map(({ rule }) => rule.id))].sort()).toEqual([
    "LH-DEL-007",
    "LH-JIT-007",
    "LH-JIT-008",
    "LH-JIT-009",
  ]);
});

test("an offer that deploys has none", () => {
  expect(blockers({ authorizations: [standing(role)] }).blockers).toEqual([]);
});
