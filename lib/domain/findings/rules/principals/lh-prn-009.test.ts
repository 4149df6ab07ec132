import { expect, test } from "vitest";
import type { CredentialFacts, ServicePrincipalFacts } from "@/lib/domain/directory";
import { examplePrincipal, exampleTenant, us } from "@/lib/domain/example-inventory";
import { evidenceOf } from "@/lib/domain/findings/evidence/explain";
import { aDirectory, exampleNow, judgedBy, offering, someone, standing } from "@/lib/domain/findings/example-findings";
import { noTenantFacts, type Ownership } from "@/lib/domain/tenant-facts";
import { readerRole } from "../known-roles";
import { weakServicePrincipal } from "./lh-prn-009";

const day = 24 * 60 * 60 * 1000;
/** Begun so many days ago, ending in so many. */
const certificate = (ago: number | undefined, left: number): CredentialFacts => ({
  kind: "certificate",
  starts: ago === undefined ? undefined : exampleNow - ago * day,
  expires: exampleNow + left * day,
});
const owned: Ownership = {
  state: "read",
  owners: [{ id: examplePrincipal(2), state: "found", kind: "user", name: "Ada", detail: undefined }],
};

const of = (facts: Partial<ServicePrincipalFacts>, owners: Ownership | undefined = owned) => {
  const directory = aDirectory({ servicePrincipals: [someone] });
  const good: ServicePrincipalFacts = {
    type: "application",
    enabled: true,
    home: us,
    multiTenant: false,
    credentials: [certificate(30, 90)],
  };
  return judgedBy(weakServicePrincipal, {
    delegations: [offering(1, { authorizations: [standing(readerRole)] })],
    directory: { ...directory, servicePrincipals: new Map([[someone, { ...good, ...facts }]]) },
    tenant: { ...noTenantFacts, owners: new Map(owners && [[someone, owners]]) },
  });
};
const severity = (...given: Parameters<typeof of>) => of(...given).found.map((one) => one.split(":")[0]);

test("a certificate of half a year, owned and at home, is none", () => {
  expect(of({})).toMatchObject({ count: 0, unjudged: [] });
  expect(of({ credentials: [certificate(60, 120)] }).count).toBe(0);
  expect(of({ credentials: [] }).count).toBe(0);
});

test("a client secret, even beside a certificate, and another tenant's application are high", () => {
  const secret: CredentialFacts = { ...certificate(1, 60), kind: "password" };
  expect(severity({ credentials: [certificate(1, 60), secret] })).toEqual(["high"]);
  expect(severity({ home: exampleTenant(8) })).toEqual(["high"]);
});

test.each<[string, Partial<ServicePrincipalFacts>]>([
  ["has expired", { credentials: [certificate(100, -1)] }],
  ["expires in a month", { credentials: [certificate(100, 30)] }],
  ["was made for longer than half a year", { credentials: [certificate(60, 121)] }],
  ["lasts longer than half a year from now", { credentials: [certificate(undefined, 181)] }],
  ["lets any tenant sign in", { multiTenant: true }],
])("one that %s is medium", (_, facts) => {
  expect(severity(facts)).toEqual(["medium"]);
});

test("one that nobody owns is medium, and says so", () => {
  const { findings, assessment } = of({}, { state: "read", owners: [] });
  expect(evidenceOf(findings[0]!, assessment).facts).toMatchObject([{ label: "owners", value: "none" }]);
});

test("an expired credential beside a living one is none", () => {
  expect(of({ credentials: [certificate(100, -1), certificate(30, 90)] }).count).toBe(0);
});

test("a managed identity has no credentials of its own, and no owner", () => {
  expect(of({ type: "managedIdentity", credentials: [] }, undefined)).toMatchObject({ count: 0, unjudged: [] });
});

test("credentials and owners that were not read are said, unless something was found", () => {
  expect(of({ credentials: undefined }).unjudged).toEqual(["unread"]);
  const given = { ...noTenantFacts, owners: new Map() };
  const directory = aDirectory({ servicePrincipals: [someone] });
  const delegations = [offering(1, { authorizations: [standing(readerRole)] })];
  expect(judgedBy(weakServicePrincipal, { delegations, directory, tenant: given }).unjudged).toEqual(["unread"]);
  expect(of({ credentials: undefined, multiTenant: true }).unjudged).toEqual([]);
});
