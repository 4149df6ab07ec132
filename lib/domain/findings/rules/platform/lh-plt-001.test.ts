import { expect, test } from "vitest";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import { customersAffected } from "@/lib/domain/findings/evidence/affected";
import { aDirectory, judgedBy, offering, someone, standing } from "@/lib/domain/findings/example-findings";
import type { PrincipalKind } from "@/lib/domain/principal";
import { noTenantFacts, type TenantFacts } from "@/lib/domain/tenant-facts";
import { monitoringReaderRole, readerRole } from "../known-roles";
import { monitoringReaderAtRoot } from "./lh-plt-001";

const [watcher, team] = [examplePrincipal(2), examplePrincipal(3)];
const of = (rootRoles: TenantFacts["rootRoles"], directory = aDirectory({ servicePrincipals: [someone] })) =>
  judgedBy(monitoringReaderAtRoot, {
    delegations: [offering(1, { authorizations: [standing(readerRole)] })],
    directory,
    tenant: { ...noTenantFacts, rootRoles },
  });
const held = (principal: typeof someone, kind: PrincipalKind | undefined, role = monitoringReaderRole) =>
  ({ state: "read", roles: [{ principal, kind, role }] }) as const;

test("held by a person, which is about no customer", () => {
  const { found, findings, assessment } = of(held(watcher, "user"));
  expect(found).toEqual([`high: root ${watcher} ${monitoringReaderRole}`]);
  expect(customersAffected(findings[0]!, assessment)).toEqual([]);
});

test("held by a program that offers name as well", () => {
  expect(of(held(someone, "servicePrincipal")).count).toBe(1);
});

test("a program that does nothing else, and another role, are none", () => {
  expect(of(held(watcher, "servicePrincipal"))).toMatchObject({ count: 0, unjudged: [] });
  expect(of(held(watcher, "user", readerRole)).count).toBe(0);
});

test("a group is as good as who is in it", () => {
  const inGroup = (directory: Parameters<typeof aDirectory>[0]) => of(held(team, "group"), aDirectory(directory));
  expect(inGroup({ groups: { [team]: [watcher] } }).count).toBe(1);
  expect(inGroup({ servicePrincipals: [watcher], groups: { [team]: [watcher] } }).count).toBe(0);
  expect(inGroup({}).unjudged).toEqual(["principal"]);
});

test("where nobody may read roles at the root, it cannot be judged", () => {
  expect(of(undefined).unjudged).toEqual(["unread"]);
  expect(of({ state: "unreadable", why: "refused", fix: undefined }).unjudged).toEqual(["unread"]);
});
