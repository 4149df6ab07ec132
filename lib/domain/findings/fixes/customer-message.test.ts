import { expect, test } from "vitest";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import { mendingOf } from "../evidence/explain";
import { aDirectory, aRoleAllowing, eligible, judgedBy, offering, someone, standing } from "../example-findings";
import type { Rule } from "../rule";
import { invalidEligible } from "../rules/just-in-time/lh-jit-009";
import { standingSecrets } from "../rules/secrets/lh-sec-001";
import { customerMessage } from "./customer-message";

const keys = { ...aRoleAllowing("Microsoft.Storage/*"), name: "Storage Keeper" };
const boss = examplePrincipal(5);

type Lines = Parameters<typeof offering>[1];

function message(rule: Rule, lines: Lines, directory = aDirectory({ groups: { [someone]: [boss] } })) {
  const delegations = [offering(1, lines, { offer: "Care" })];
  const { findings, assessment } = judgedBy(rule, { delegations, roles: [keys], directory });
  return customerMessage(findings[0]!, mendingOf(findings[0]!, assessment), {
    principal: ({ authorization }) => authorization.principal,
    role: ({ authorization }) => assessment.role(authorization.role)?.name ?? authorization.role,
  });
}

test("approvers who are still to be named are not told as none", () => {
  const text = message(standingSecrets, { authorizations: [standing(keys)] });
  expect(text).toContain(`${someone} no longer holds Storage Keeper permanently`);
  expect(text).toContain(
    "may activate Storage Keeper for 4 h at most, with multifactor authentication and with approval by people whom we still have to name",
  );
  expect(text).not.toContain("without approval");
});

test("approvers whom the offer has already are told as approval", () => {
  const other = eligible(aRoleAllowing("*"), { principal: examplePrincipal(2) });
  const named = message(standingSecrets, { authorizations: [standing(keys)], eligibleAuthorizations: [other] });
  expect(named).toMatch(/and with approval\./);
});

test("a role that is still to be chosen is told so", () => {
  const lines = { eligibleAuthorizations: [eligible(keys, { approvers: [] })] };
  const text = message(invalidEligible, lines, aDirectory({ servicePrincipals: [someone] }));
  expect(text).toContain(
    "no longer may activate Storage Keeper for 2 h at most, with multifactor authentication and without approval",
  );
  expect(text).toContain("holds Storage Keeper, or a smaller role that we still have to choose, permanently");
});
