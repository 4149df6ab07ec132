import { expect, test } from "vitest";
import type { Authorization } from "@/lib/domain/definition";
import type { Delegation } from "@/lib/domain/delegation";
import { aDefinition, aDelegation, examplePrincipal } from "@/lib/domain/example-inventory";
import { userAccessAdministrator } from "@/lib/domain/roles/delegability";
import { aRoleWithId } from "@/lib/domain/roles/example-role";
import { noTenantFacts } from "@/lib/domain/tenant-facts";
import { mendingOf } from "../evidence/explain";
import { aDirectory, aRoleAllowing, eligible, judgedBy, offering, someone, standing } from "../example-findings";
import type { Assessment } from "../engine/assessment";
import type { Finding } from "../finding";
import type { Rule } from "../rule";
import { invalidEligible } from "../rules/just-in-time/lh-jit-009";
import { standingSecrets } from "../rules/secrets/lh-sec-001";
import { notDelegable } from "../rules/delegations/lh-del-007";
import { deleteRoleMissing } from "../rules/delegations/lh-del-001";
import { monitoringReaderRole } from "../rules/known-roles";
import { monitoringReaderAtRoot } from "../rules/platform/lh-plt-001";
import { disabledAccount } from "../rules/principals/lh-prn-004";
import { misleadingLabel } from "../rules/principals/lh-prn-011";
import { customerMessage } from "./customer-message";

const keys = { ...aRoleAllowing("Microsoft.Storage/*"), name: "Storage Keeper" };
const boss = examplePrincipal(5);

/** Names between brackets, as the one who shows them writes them. */
const messageOf = (finding: Finding, assessment: Assessment) =>
  customerMessage(finding, mendingOf(finding, assessment), assessment, (name) => `<${name}>`);

type Lines = Parameters<typeof offering>[1];

function message(rule: Rule, lines: Lines, directory = aDirectory({ groups: { [someone]: [boss] } })) {
  const delegations = [offering(1, lines, { offer: "Care" })];
  const { findings, assessment } = judgedBy(rule, { delegations, roles: [keys], directory });
  return messageOf(findings[0]!, assessment);
}

test("approvers who are still to be named are not told as none", () => {
  const text = message(standingSecrets, { authorizations: [standing(keys)] });
  expect(text).toContain(`<The group> no longer holds <Storage Keeper> permanently`);
  expect(text).toContain(
    "may activate <Storage Keeper> for 4 h at most, with multifactor authentication and with approval by people whom we still have to name",
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
    "no longer may activate <Storage Keeper> for 2 h at most, with multifactor authentication and without approval",
  );
  expect(text).toContain("holds <Storage Keeper>, or a smaller role that we still have to choose, permanently");
});

const disabled = (() => {
  const directory = aDirectory({ users: [someone] });
  return { ...directory, users: new Map(directory.users).set(someone, { enabled: false, guest: false }) };
})();

test("where no access changes, it says who and where, and what we do about it", () => {
  const lines = { authorizations: [standing(keys)] };
  const text = message(disabledAccount, lines, disabled);
  expect(text).toContain(`we found: ${disabledAccount.title}. It concerns <The user> in the subscription <`);
  expect(text).toMatch(/We will take the account out of the group .*\.$/);
  expect(text).not.toContain(disabledAccount.fix);
  expect(message(deleteRoleMissing, lines)).toContain("It concerns the offer “<Care>” in the subscription <");
});

test("where Azure refuses a role it says why, whether the line goes or only what it may assign", () => {
  const refused = aRoleWithId("0000000f-0000-4000-8000-000000000001", { dataActions: ["Microsoft.Storage/a/read"] });
  const reads = { ...refused, name: "Blob Reader" };
  const assigns = aRoleWithId(userAccessAdministrator, { actions: ["Microsoft.Authorization/*"] });
  const told = (authorization: Authorization) => {
    const delegations = [offering(1, { authorizations: [standing(keys), authorization] })];
    const { findings, assessment } = judgedBy(notDelegable, { delegations, roles: [keys, reads, assigns] });
    return messageOf(findings[0]!, assessment);
  };
  const why = "It has the data action Microsoft.Storage/a/read, and Azure Lighthouse delegates none.";
  expect(told(standing(reads))).toContain(`no longer holds <Blob Reader> permanently. ${why} It takes`);
  expect(told(standing(assigns, { delegatedRoles: [keys.id, reads.id] }))).toContain(
    `<Blob Reader in delegatedRoleDefinitionIds>: ${why}`,
  );
});

test("a label alone changes no access", () => {
  const text = message(misleadingLabel, { authorizations: [standing(keys, { label: "Somebody" })] });
  expect(text).toContain("It concerns <Storage Keeper> for <The group> in");
  expect(text).toContain("We will write the principal's own name into the offer");
});

test("a program, which cannot activate anything, is told of without a change", () => {
  const lines = { authorizations: [standing(keys)] };
  const text = message(standingSecrets, lines, aDirectory({ servicePrincipals: [someone] }));
  expect(text).toContain("It concerns <Storage Keeper> for <The servicePrincipal> in");
  expect(text).toMatch(/We will change the offer so that this ends, and send it to you\.$/);
});

test("one customer is told the number of its scopes, and none of another's", () => {
  const definition = aDefinition(1, { authorizations: [standing(keys)] });
  const groups = ["rg-app", "rg-data"].map((resourceGroup, at) =>
    aDelegation(at, {
      definition,
      scope: { kind: "resourceGroup", subscription: definition.subscription, resourceGroup },
    }),
  );
  const concerned = (delegations: readonly Delegation[]) => {
    const { findings, assessment } = judgedBy(disabledAccount, { delegations, roles: [keys], directory: disabled });
    return /It concerns (.*?)\. /.exec(messageOf(findings[0]!, assessment) ?? "")?.[1];
  };
  const sameCustomer = groups.map((one) => ({ ...one, customer: groups[0]!.customer }));
  expect(concerned(sameCustomer)).toBe("<The user> in 2 of your subscriptions and resource groups");
  expect(concerned(groups.slice(0, 1))).toBe("<The user> in the resource group <rg-app>");
  expect(concerned([1, 2].map((number) => offering(number, { authorizations: [standing(keys)] })))).toBe("<The user>");
});

test("what lies in our own tenant is no customer's", () => {
  const held = { principal: someone, kind: "user", role: monitoringReaderRole } as const;
  const { findings, assessment } = judgedBy(monitoringReaderAtRoot, {
    tenant: { ...noTenantFacts, rootRoles: { state: "read", roles: [held] } },
  });
  expect(findings.map((one) => messageOf(one, assessment))).toEqual([undefined]);
});
