import { expect, test } from "vitest";
import { examplePrincipal, exampleTenant } from "@/lib/domain/example-inventory";
import type { UserFacts } from "@/lib/domain/directory";
import { customersAffected } from "@/lib/domain/findings/evidence/affected";
import { evidenceOf } from "@/lib/domain/findings/evidence/explain";
import { aDirectory, judgedBy, offering, someone, standing } from "@/lib/domain/findings/example-findings";
import type { PrincipalId } from "@/lib/domain/ids";
import { readerRole } from "../known-roles";
import { disabledAccount } from "./lh-prn-004";

const [ada, inner] = [examplePrincipal(2), examplePrincipal(3)];
const delegations = [1, 2].map((number) => offering(number, { authorizations: [standing(readerRole)] }));
const withFacts = (facts: UserFacts | undefined, groups: Record<string, readonly PrincipalId[]>) => {
  const directory = aDirectory({ groups });
  const users = new Map(facts && [[ada, facts]]);
  return judgedBy(disabledAccount, { delegations, directory: { ...directory, users } });
};

test("a disabled account in a group within the group that offers name", () => {
  const directory = aDirectory({ groups: { [inner]: [ada], [someone]: [inner] } });
  const users = new Map([[ada, { enabled: false, guest: false }]]);
  const { found, findings, assessment } = judgedBy(disabledAccount, {
    delegations,
    directory: { ...directory, users },
  });
  expect(found).toEqual([`high: principal ${ada}`]);
  expect(customersAffected(findings[0]!, assessment)).toEqual([exampleTenant(1), exampleTenant(2)]);
  expect(evidenceOf(findings[0]!, assessment).facts).toEqual([
    { label: "through", value: { kind: "principal", principal: someone } },
  ]);
});

test("an enabled one is none, and neither is a disabled one outside", () => {
  expect(withFacts({ enabled: true, guest: false }, { [someone]: [ada] }).count).toBe(0);
  expect(withFacts({ enabled: false, guest: false }, { [someone]: [], [inner]: [ada] }).count).toBe(0);
});

test("an application that is switched off counts, a person whose state is not told does not", () => {
  const directory = aDirectory({ servicePrincipals: [someone] });
  const off = new Map([[someone, { type: "application", enabled: false, credentials: [] } as const]]);
  expect(judgedBy(disabledAccount, { delegations, directory: { ...directory, servicePrincipals: off } }).count).toBe(1);
  expect(withFacts({ enabled: undefined, guest: false }, { [someone]: [ada] }).unjudged).toEqual(["unread"]);
});

test("a group whose members are hidden may hold anybody", () => {
  const directory = aDirectory({ groups: { [someone]: [] } });
  const hidden = new Map([[someone, { state: "unreadable", why: "hidden", fix: undefined } as const]]);
  expect(judgedBy(disabledAccount, { delegations, directory: { ...directory, memberships: hidden } }).unjudged).toEqual(
    ["members"],
  );
  expect(judgedBy(disabledAccount, { delegations }).unjudged).toEqual(["directory"]);
});
