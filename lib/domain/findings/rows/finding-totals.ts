import { severities } from "../severity";
import type { FindingRow } from "./finding-rows";
import type { SeverityCounts } from "./severity-counts";

/** How many rules found something, whom it concerns, and how bad it is. */
export type FindingTotals = Readonly<{ rules: number; customers: number; bySeverity: SeverityCounts }>;

/**
 * What is summed of each row, as numbers side by side in memory. The rows themselves lie all over the heap: reading tens of
 * thousands anew for each key of a filter takes longer than the key may.
 */
type Codes = Readonly<{
  severity: Uint8Array;
  rule: Int32Array;
  rules: number;
  /** Rows about one offer share the list of its customers. */
  list: Int32Array;
  lists: readonly Int32Array[];
  customers: number;
}>;

const known = new WeakMap<readonly FindingRow[], Codes>();

/** Of the rows whose numbers are given. */
export function findingTotals(rows: readonly FindingRow[], hits: Int32Array): FindingTotals {
  let codes = known.get(rows);
  if (!codes) known.set(rows, (codes = codesOf(rows)));
  const { severity, rule, list } = codes;
  const counts = new Int32Array(severities.length);
  const hasRule = new Uint8Array(codes.rules);
  const hasList = new Uint8Array(codes.lists.length);
  for (const row of hits) {
    counts[severity[row]!]! += 1;
    hasRule[rule[row]!] = 1;
    hasList[list[row]!] = 1;
  }
  const hasCustomer = new Uint8Array(codes.customers);
  codes.lists.forEach((customers, at) => {
    if (hasList[at]) for (const customer of customers) hasCustomer[customer] = 1;
  });
  const count = (name: (typeof severities)[number]) => counts[severities.indexOf(name)]!;
  return {
    rules: ones(hasRule),
    customers: ones(hasCustomer),
    bySeverity: {
      critical: count("critical"),
      high: count("high"),
      medium: count("medium"),
      low: count("low"),
      info: count("info"),
    },
  };
}

function codesOf(rows: readonly FindingRow[]): Codes {
  const rules = new Map<unknown, number>();
  const lists = new Map<FindingRow["customers"], number>();
  const customers = new Map<unknown, number>();
  const severity = Uint8Array.from(rows, (row) => severities.indexOf(row.severity));
  const rule = Int32Array.from(rows, ({ finding }) => codeOf(rules, finding.rule));
  const list = Int32Array.from(rows, (row) => codeOf(lists, row.customers));
  return {
    severity,
    rule,
    rules: rules.size,
    list,
    lists: Array.from(lists.keys(), (all) => Int32Array.from(all, ({ id }) => codeOf(customers, id))),
    customers: customers.size,
  };
}

function codeOf<Key>(codes: Map<Key, number>, key: Key): number {
  let code = codes.get(key);
  if (code === undefined) codes.set(key, (code = codes.size));
  return code;
}

function ones(marks: Uint8Array): number {
  let count = 0;
  for (const mark of marks) count += mark;
  return count;
}
