import { expect, test } from "vitest";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import {
  aDirectory,
  aRoleAllowing,
  eligible,
  judgedBy,
  offering,
  someone,
  standing,
  type Given,
} from "../example-findings";
import type { Rule } from "../rule";
import { notDelegable } from "../rules/delegations/lh-del-007";
import { standingPrivilege } from "../rules/just-in-time/lh-jit-001";
import { readerRole } from "../rules/known-roles";
import { deletedPrincipal } from "../rules/principals/lh-prn-002";
import { looselyEligibleSecrets } from "../rules/secrets/lh-sec-002";
import { standingStorageKeys } from "../rules/secrets/lh-sec-003";
import { readableSecrets } from "../rules/secrets/lh-sec-008";
import { choicesOf } from "./choices";
import { distinctChanges } from "./distinct-changes";

const keys = "Microsoft.Storage/storageAccounts/listKeys/action";
const large = aRoleAllowing("Some.One/start/action", "Some.One/write", keys);
const smaller = aRoleAllowing("Some.One/start/action", "Some.One/write");
const [shared] = large.permissions;
const refused = { ...aRoleAllowing(), permissions: [{ ...shared!, dataActions: ["Some.One/read"] }] };
const person = aDirectory({ users: [someone] });
const program = aDirectory({ servicePrincipals: [someone] });

function choices(rule: Rule, lines: Parameters<typeof offering>[1], given: Partial<Given> = {}) {
  const { findings, assessment } = judgedBy(rule, {
    delegations: [offering(1, lines)],
    roles: [large, smaller, refused],
    directory: person,
    ...given,
  });
  return choicesOf(findings[0]!, assessment);
}
const kinds = (...given: Parameters<typeof choices>) => choices(...given).map(({ kind }) => kind);
const permanent = { authorizations: [standing(large)] };

test("of what a role allows: another role, just-in-time access, or neither", () => {
  expect(kinds(standingStorageKeys, permanent)).toEqual(["smaller", "eligible", "remove"]);
  expect(kinds(looselyEligibleSecrets, { eligibleAuthorizations: [eligible(large, { mfa: false })] })).toEqual([
    "smaller",
    "policy",
    "remove",
  ]);
  expect(kinds(standingStorageKeys, permanent, { roles: [large] })).toEqual(["eligible", "remove"]);
});

test("a service principal is offered a smaller role, and nothing where there is none", () => {
  expect(kinds(standingStorageKeys, permanent, { directory: program })).toEqual(["smaller", "remove"]);
  expect(kinds(standingStorageKeys, permanent, { directory: program, roles: [large] })).toEqual([]);
});

test("a role that cannot be delegated is replaced or taken out", () => {
  const lines = { authorizations: [standing(refused), standing(readerRole)] };
  expect(kinds(notDelegable, lines)).toEqual(["smaller", "remove"]);
  expect(kinds(notDelegable, lines, { roles: [refused] })).toEqual(["remove"]);
});

test("elsewhere there is one change, or none", () => {
  expect(kinds(standingPrivilege, permanent)).toEqual(["mend"]);
  expect(kinds(standingStorageKeys, permanent, { directory: aDirectory({ deleted: [someone] }) })).toEqual(["mend"]);
  const reader = aRoleAllowing("Microsoft.OperationalInsights/workspaces/sharedKeys/read");
  expect(kinds(readableSecrets, { authorizations: [standing(reader)] }, { roles: [reader] })).toEqual([]);
});

test("to take a role away leaves Reader beside what is eligible", () => {
  const lines = { ...permanent, eligibleAuthorizations: [eligible(smaller)] };
  const [last] = choices(standingStorageKeys, lines).slice(-1);
  expect(last?.kind === "remove" && last.changes[0]?.after.authorizations).toEqual([standing(readerRole)]);
});

test("an offer that is deployed many times over is shown once", () => {
  const lines = { authorizations: [standing(large), standing(readerRole, { principal: examplePrincipal(2) })] };
  const named = [1, 2, 3].map((number) => offering(number, lines, { offer: number < 3 ? "Care" : "Other" }));
  const [choice] = choices(deletedPrincipal, lines, {
    delegations: named,
    directory: aDirectory({ deleted: [someone] }),
  });
  const distinct = choice?.kind === "mend" ? distinctChanges(choice.changes) : [];
  expect(distinct.map(({ change, further }) => [change.definition.offer, further])).toEqual([
    ["Care", 1],
    ["Other", 0],
  ]);
});
