import type { Rule } from "@/lib/domain/findings/rule";
import type { FindingCustomer, FindingRow } from "@/lib/domain/findings/rows/finding-rows";
import type { Entry } from "./entry";

const none: readonly string[] = [];

/** Findings, found by rule, customers and principal, in the order in which they came; to be run in slices. */
export function* findingEntries(rows: readonly FindingRow[]): Generator<void, readonly Entry[]> {
  // Findings of one offer share the list of its customers, which may hold thousands.
  const lists = new Map<readonly FindingCustomer[], readonly string[]>();
  const namesOf = (customers: readonly FindingCustomer[]) => {
    let names = lists.get(customers);
    if (!names) lists.set(customers, (names = [customers.map(({ id, name }) => name ?? id).join("\n")]));
    return names;
  };
  const entries: Entry[] = [];
  for (const { id, finding, severity, customers, principal } of rows) {
    yield;
    const [first] = customers;
    const where = customers.length > 1 ? `${customers.length} customers` : first && (first.name ?? first.id);
    entries.push({
      target: { kind: "finding", finding: id, severity, customers },
      name: finding.rule.title,
      beside: [where, principal?.name].filter((text) => text !== undefined),
      also: customers.length > 1 ? [finding.rule.id, ...namesOf(customers)] : [finding.rule.id],
      ids: [id],
      copies: id,
    });
  }
  return entries;
}

/** Rules by id and title, each with a page of its own. */
export const ruleEntries = (rules: readonly Rule[]): readonly Entry[] =>
  rules.map(({ id, title, severity }) => ({
    target: { kind: "rule", rule: id, severity },
    name: id,
    beside: [title],
    also: none,
    ids: none,
    copies: id,
  }));
