import { expect, test } from "vitest";
import { exampleTenant, us } from "@/lib/domain/example-inventory";
import { evidenceOf } from "@/lib/domain/findings/evidence/explain";
import { judgedBy, offering } from "@/lib/domain/findings/example-findings";
import { strangeManagingTenant } from "./lh-del-010";

test("another provider's delegation, with its name", () => {
  const other = offering(1, {}, { managingTenant: exampleTenant(9), managingTenantName: "Somebody else" });
  const { found, findings, assessment } = judgedBy(strangeManagingTenant, { delegations: [other] });
  expect(found).toEqual([`high: delegation ${other.id}`]);
  expect(evidenceOf(findings[0]!, assessment).facts).toContainEqual({
    label: "managedByTenantName",
    value: "Somebody else",
  });
});

test("ours on a scope that we own by now", () => {
  const ours = { ...offering(1, {}), customer: us };
  expect(judgedBy(strangeManagingTenant, { delegations: [ours] }).count).toBe(1);
});

test("ours at a customer is none", () => {
  expect(judgedBy(strangeManagingTenant, { delegations: [offering(1, {})] }).count).toBe(0);
});
