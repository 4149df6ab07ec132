import type { FindingRow } from "@/lib/domain/findings/rows/finding-rows";
import type { Rule } from "@/lib/domain/findings/rule";
import { severities, type Severity } from "@/lib/domain/findings/severity";
import type { TenantId } from "@/lib/domain/ids";

/** What one rule says, at its worst severity. */
export type WorstFinding = Readonly<{
  rule: Rule;
  severity: Severity;
  /** The finding that concerns most customers, by its fingerprint. */
  first: string;
  findings: number;
  customers: number;
  /** Whom or which roles it is about, without repetition; empty where it is about neither. */
  about: readonly string[];
}>;

type Sum = {
  rule: Rule;
  severity: Severity;
  first: FindingRow;
  findings: number;
  customers: Set<TenantId>;
  about: Set<string>;
};

/** Critical and high rules, the worst first, and among those alike the one that concerns most customers. */
export function* worstFindings(rows: readonly FindingRow[]): Generator<void, readonly WorstFinding[]> {
  const sums = new Map<string, Sum>();
  for (const [at, row] of rows.entries()) {
    if (at % 512 === 0) yield;
    if (row.severity !== "critical" && row.severity !== "high") continue;
    const key = `${row.finding.rule.id} ${row.severity}`;
    let sum = sums.get(key);
    if (!sum) {
      const { rule } = row.finding;
      sums.set(
        key,
        (sum = { rule, severity: row.severity, first: row, findings: 0, customers: new Set(), about: new Set() }),
      );
    }
    sum.findings++;
    if (row.customers.length > sum.first.customers.length) sum.first = row;
    for (const { id } of row.customers) sum.customers.add(id);
    const name = row.principal?.name ?? row.role?.name;
    if (name !== undefined) sum.about.add(name);
  }
  return [...sums.values()]
    .map(({ first, customers, about, ...sum }) => ({
      ...sum,
      first: first.id,
      customers: customers.size,
      about: [...about],
    }))
    .sort(
      (one, other) =>
        severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
        other.customers - one.customers ||
        other.findings - one.findings,
    );
}
