import { expect, test } from "vitest";
import { finish } from "@/lib/table/slices";
import { assess } from "../engine/assess";
import { aDirectory, aRoleAllowing, assessmentBy, offering, someone, standing } from "../example-findings";
import { rules } from "../rules";
import { findingRows } from "./finding-rows";
import { findingTotals } from "./finding-totals";

const roles = [aRoleAllowing("*"), aRoleAllowing("*/read", "Microsoft.Storage/storageAccounts/listKeys/action")];
const delegations = [1, 2, 3].map((number) =>
  offering(number, { authorizations: roles.slice(0, number).map((role) => standing(role)) }),
);
const assessment = assessmentBy(rules, { delegations, roles, directory: aDirectory({ users: [someone] }) });
const rows = finish(findingRows(assess(assessment).findings, assessment));

test("sums are those of the chosen rows alone", () => {
  const choices = [[...rows.keys()], [...rows.keys()].filter((at) => at % 3 === 0), [rows.length - 1], []];
  for (const chosen of choices) {
    const some = chosen.map((at) => rows[at]!);
    const { bySeverity, ...sums } = findingTotals(rows, Int32Array.from(chosen));
    expect(sums).toEqual({
      rules: new Set(some.map(({ finding }) => finding.rule.id)).size,
      customers: new Set(some.flatMap(({ customers }) => customers.map(({ id }) => id))).size,
    });
    for (const [name, count] of Object.entries(bySeverity))
      expect([name, count]).toEqual([name, some.filter(({ severity }) => severity === name).length]);
  }
});

test("the example has something to tell apart", () => {
  const { rules, customers, bySeverity } = findingTotals(rows, Int32Array.from(rows.keys()));
  expect(rules).toBeGreaterThan(1);
  expect(customers).toBe(3);
  expect(Object.values(bySeverity).filter((count) => count > 0).length).toBeGreaterThan(1);
});
