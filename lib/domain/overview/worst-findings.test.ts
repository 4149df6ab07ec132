import { expect, test } from "vitest";
import type { FindingRow } from "@/lib/domain/findings/rows/finding-rows";
import type { Severity } from "@/lib/domain/findings/severity";
import { worstFindings, type WorstFinding } from "./worst-findings";

const row = (id: string, rule: string, severity: Severity, customers: readonly string[], who?: string) =>
  // Only what is looked at.
  ({
    id,
    severity,
    finding: { rule: { id: rule, title: rule } },
    customers: customers.map((customer) => ({ id: customer, name: customer })),
    principal: who === undefined ? undefined : { name: who },
    role: { name: "Reader" },
  }) as unknown as FindingRow;

function worstOf(rows: readonly FindingRow[]): readonly WorstFinding[] {
  const work = worstFindings(rows);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

test("rules come worst first, then by the customers they concern; what is less than high stays out", () => {
  const worst = worstOf([
    row("1", "medium", "medium", ["a", "b", "c"]),
    row("2", "high", "high", ["a", "b"]),
    row("3", "critical", "critical", ["a"]),
    row("4", "wide", "high", ["a", "b", "c"]),
  ]);
  expect(worst.map(({ rule }) => rule.id)).toEqual(["critical", "wide", "high"]);
});

test("a rule counts each customer once, and opens the finding that concerns most of them", () => {
  const [only] = worstOf([
    row("1", "rule", "high", ["a"], "Ada"),
    row("2", "rule", "high", ["a", "b"], "Ada"),
    row("3", "rule", "high", ["b"]),
  ]);
  expect(only).toMatchObject({ customers: 2, findings: 3, first: "2", about: ["Ada", "Reader"] });
});

test("each severity of a rule stands for itself, and among those alike the one with most findings is first", () => {
  const worst = worstOf([
    row("1", "few", "high", ["a"]),
    row("2", "many", "high", ["a"]),
    row("3", "many", "high", ["a"]),
    row("4", "few", "critical", ["b"]),
  ]);
  expect(worst.map(({ rule, severity }) => [rule.id, severity])).toEqual([
    ["few", "critical"],
    ["many", "high"],
    ["few", "high"],
  ]);
});
