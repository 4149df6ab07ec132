import { expect, test } from "vitest";
import { aDirectory, judgedBy, offering, someone, standing } from "@/lib/domain/findings/example-findings";
import { evidenceOf } from "@/lib/domain/findings/evidence/explain";
import { noTenantFacts, type TenantFacts } from "@/lib/domain/tenant-facts";
import { readerRole } from "../known-roles";
import { deletedPrincipal } from "./lh-prn-002";

const delegations = [1, 2].map((number) =>
  offering(number, { authorizations: [standing(readerRole, { label: "Old team" })] }),
);
const of = (directory: ReturnType<typeof aDirectory> | undefined, tenant?: TenantFacts) =>
  judgedBy(deletedPrincipal, { delegations, directory, tenant });

test("a principal that Graph does not know, once, by the name that offers keep", () => {
  const { found, findings, assessment } = of(aDirectory({ deleted: [someone] }));
  expect(found).toEqual([`high: principal ${someone}`]);
  expect(evidenceOf(findings[0]!, assessment).facts).toEqual([{ label: "principalIdDisplayName", value: "Old team" }]);
});

test("one that is there, and an application's id, are none", () => {
  expect(of(aDirectory({ users: [someone] })).count).toBe(0);
  const misnamed = { state: "application", idIs: "clientId", name: "Robot", servicePrincipal: undefined } as const;
  const tenant = { ...noTenantFacts, applications: new Map([[someone, misnamed]]) };
  expect(of(aDirectory({ deleted: [someone] }), tenant).count).toBe(0);
});

test("one that is not shown is never taken for deleted", () => {
  expect(of(aDirectory({}))).toMatchObject({ count: 0, unjudged: ["principal"] });
  expect(of(undefined)).toMatchObject({ count: 0, unjudged: ["directory"] });
});
