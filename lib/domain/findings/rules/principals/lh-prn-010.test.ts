import { expect, test } from "vitest";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import { evidenceOf, mendingOf } from "@/lib/domain/findings/evidence/explain";
import { aDirectory, judgedBy, offering, someone, standing } from "@/lib/domain/findings/example-findings";
import { noTenantFacts, type ApplicationSought } from "@/lib/domain/tenant-facts";
import { readerRole } from "../known-roles";
import { applicationInsteadOfServicePrincipal } from "./lh-prn-010";

const robot = examplePrincipal(2);
const of = (asked: ApplicationSought | undefined, directory = aDirectory({ deleted: [someone] })) =>
  judgedBy(applicationInsteadOfServicePrincipal, {
    delegations: [offering(1, { authorizations: [standing(readerRole)] })],
    directory,
    tenant: { ...noTenantFacts, applications: new Map(asked && [[someone, asked]]) },
  });
const application = { state: "application", idIs: "objectId", name: "Robot", servicePrincipal: robot } as const;

test("an id that an application registration has, with the service principal to name instead", () => {
  const { found, findings, assessment } = of(application);
  expect(found).toEqual([`high: principal ${someone}`]);
  expect(evidenceOf(findings[0]!, assessment).facts).toEqual([
    { label: "object id of", value: "Robot" },
    { label: "service principal", value: { kind: "principal", principal: robot } },
  ]);
  expect(mendingOf(findings[0]!, assessment)?.after.authorizations).toEqual([
    standing(readerRole, { principal: robot, label: "Robot" }),
  ]);
});

test("where no service principal is known, no change is offered", () => {
  const { findings, assessment } = of({ ...application, servicePrincipal: undefined });
  expect(mendingOf(findings[0]!, assessment)).toBeUndefined();
});

test("an id that is nobody's, and a service principal, are none", () => {
  expect(of({ state: "nobody" })).toMatchObject({ count: 0, unjudged: [] });
  expect(of(undefined, aDirectory({ servicePrincipals: [someone] }))).toMatchObject({ count: 0, unjudged: [] });
});

test("where nobody asked, or Graph refused, it cannot be judged", () => {
  expect(of(undefined).unjudged).toEqual(["unread"]);
  expect(of({ state: "unreadable", why: "refused", fix: undefined }).unjudged).toEqual(["unread"]);
  expect(of(undefined, aDirectory({})).unjudged).toEqual(["principal"]);
});
