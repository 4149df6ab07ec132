import { expect, test } from "vitest";
import { owner } from "@/lib/domain/roles/delegability";
import { aRoleWithId } from "@/lib/domain/roles/example-role";
import { aDirectory, aRoleAllowing, judgedBy, offering, someone, standing, type Given } from "../example-findings";
import { standingSecrets } from "../rules/secrets/lh-sec-001";
import { adviceOf } from "./advice";

const role = aRoleAllowing("Microsoft.Storage/*");
const owns = aRoleWithId(owner, { actions: ["*"] });

function advice(given: Partial<Given>, held = role) {
  const { findings, assessment } = judgedBy(standingSecrets, {
    delegations: [offering(1, { authorizations: [standing(held)] })],
    roles: [role, owns],
    ...given,
  });
  return adviceOf(findings[0]!, assessment);
}

test("nobody is told to make eligible what cannot be", () => {
  expect(advice({ directory: aDirectory({ users: [someone] }) })).toBe(standingSecrets.fix);
  expect(advice({ directory: aDirectory({ servicePrincipals: [someone] }) })).toMatch(/^A service principal cannot/);
  expect(advice({ hasEligible: false })).toMatch(/^This cloud knows no eligible authorizations/);
  expect(advice({}, owns)).toMatch(/^Azure Lighthouse does not take this role as eligible/);
});
