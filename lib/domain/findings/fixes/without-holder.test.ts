import { expect, test } from "vitest";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import { adviceOf } from "../evidence/advice";
import { mendingOf, mendingsOf } from "../evidence/explain";
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
import { pointlessEligible } from "../rules/just-in-time/lh-jit-010";
import { readerRole } from "../rules/known-roles";
import { authorizationToUser } from "../rules/principals/lh-prn-001";
import { deletedPrincipal } from "../rules/principals/lh-prn-002";
import { disabledAccount } from "../rules/principals/lh-prn-004";
import { misleadingLabel } from "../rules/principals/lh-prn-011";
import { standingSecrets } from "../rules/secrets/lh-sec-001";

const role = aRoleAllowing("Microsoft.Storage/*");
const other = standing(readerRole, { principal: examplePrincipal(2), label: "The user" });
const users = aDirectory({ users: [someone, examplePrincipal(2)] });
const disabled = { ...users, users: new Map(users.users).set(someone, { enabled: false, guest: false }) };
const deleted = aDirectory({ users: [examplePrincipal(2)], deleted: [someone] });

const twice = {
  authorizations: [standing(role), standing(readerRole), other],
  eligibleAuthorizations: [eligible(role)],
};

function mended(rule: Rule, given: Partial<Given>, lines: Parameters<typeof offering>[1] = twice) {
  const { findings, assessment } = judgedBy(rule, { delegations: [offering(1, lines)], roles: [role], ...given });
  return { change: mendingOf(findings[0]!, assessment), advice: adviceOf(findings[0]!, assessment) };
}

test.each([standingSecrets, misleadingLabel, pointlessEligible])(
  "who is disabled or deleted is taken out of the offer, whatever the rule: $id",
  (rule) => {
    for (const directory of [disabled, deleted])
      expect(mended(rule, { directory }).change?.after).toEqual({
        authorizations: [other],
        eligibleAuthorizations: [],
      });
  },
);

test("a disabled service principal is taken out as well", () => {
  const programs = aDirectory({ servicePrincipals: [someone] });
  const off = { type: "application" as const, enabled: false, credentials: [] };
  const directory = { ...programs, servicePrincipals: new Map(programs.servicePrincipals).set(someone, off) };
  expect(mended(standingSecrets, { directory }).change?.after.authorizations).toEqual([other]);
});

test("the advice says why", () => {
  expect(mended(standingSecrets, { directory: disabled }).advice).toMatch(/^The account is disabled: remove/);
  expect(mended(standingSecrets, { directory: deleted }).advice).toMatch(/^Nobody has this id any more: remove/);
  expect(mended(standingSecrets, { directory: users }).advice).toBe(standingSecrets.fix);
});

test("nobody is told to put a leaver into a group, and no offer to take out whom it does not name", () => {
  expect(mended(authorizationToUser, { directory: disabled }).advice).toMatch(/^The account is disabled: remove/);
  expect(mended(authorizationToUser, { directory: users }).advice).toBe(authorizationToUser.fix);
  expect(mended(disabledAccount, { directory: disabled }).advice).toBe(disabledAccount.fix);
});

test("an offer in which nobody is left wants somebody", () => {
  const lines = { authorizations: [standing(role)] };
  expect(mended(standingSecrets, { directory: disabled }, lines).change?.missing).toHaveLength(1);
  expect(mended(standingSecrets, { directory: disabled }).change?.missing).toEqual([]);
});

test("who works, or cannot be seen, stays", () => {
  for (const directory of [users, aDirectory({})])
    expect(mended(standingSecrets, { directory }).change?.after.authorizations).toContainEqual(standing(readerRole));
});

test("an application registration's id is not taken for somebody who left", () => {
  const application = { state: "application", name: "Patch", idIs: "clientId", servicePrincipal: undefined } as const;
  const tenant = { applications: new Map([[someone, application]]), owners: new Map(), rootRoles: undefined };
  const { advice } = mended(standingSecrets, { directory: deleted, tenant });
  expect(advice).toBe(standingSecrets.fix);
});

test("a principal that is gone is taken out of every offer that names it", () => {
  const { findings, assessment } = judgedBy(deletedPrincipal, {
    delegations: [offering(1, twice), offering(2, twice), offering(3, { authorizations: [other] })],
    directory: deleted,
  });
  const changes = mendingsOf(findings[0]!, assessment);
  expect(changes.map(({ after }) => after)).toEqual(
    [1, 2].map(() => ({ authorizations: [other], eligibleAuthorizations: [] })),
  );
});
