import { expect, test } from "vitest";
import { exampleTenant } from "@/lib/domain/example-inventory";
import { evidenceOf } from "@/lib/domain/findings/evidence/explain";
import { judgedBy, offering, standing } from "@/lib/domain/findings/example-findings";
import { readerRole } from "../known-roles";
import { severalOffers } from "./lh-del-006";

const customer = exampleTenant(1);
const at = (number: number, offer: string, owner = customer) => ({
  ...offering(number, { authorizations: [standing(readerRole)] }, { offer, customer: owner }),
  customer: owner,
});
const of = (...delegations: ReturnType<typeof at>[]) => judgedBy(severalOffers, { delegations });

test("two names at one customer, told as evidence", () => {
  const { found, findings, assessment } = of(at(1, "Care"), at(2, "Care"), at(3, "Backup"));
  expect(found).toEqual([`medium: customer ${customer}`]);
  expect(evidenceOf(findings[0]!, assessment).facts.map(({ value }) => value)).toEqual(["Care", "Backup"]);
});

test("one name in two subscriptions, and two names at two customers, are none", () => {
  expect(of(at(1, "Care"), at(2, "Care")).count).toBe(0);
  expect(of(at(1, "Care"), at(2, "Backup", exampleTenant(2))).count).toBe(0);
});
