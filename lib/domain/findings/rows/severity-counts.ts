import type { ArmId, TenantId } from "@/lib/domain/ids";
import type { Assessment } from "../engine/assessment";
import { takesEffectThrough } from "../evidence/takes-effect";
import { delegationsOfCustomer } from "../questions/delegations-by";
import type { Severity } from "../severity";
import type { FindingRow } from "./finding-rows";

/** How many findings there are of each severity. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

type Counted = Pick<FindingRow, "severity">;

const none = (): Record<Severity, number> => ({ critical: 0, high: 0, medium: 0, low: 0, info: 0 });

export function countSeverities(rows: Iterable<Counted>): SeverityCounts {
  const counts = none();
  for (const { severity } of rows) counts[severity]++;
  return counts;
}

/** Of each customer that has any; step by step. A finding counts for every customer that it concerns. */
export function* countByCustomer(
  rows: Iterable<Counted & Pick<FindingRow, "customers">>,
): Generator<void, ReadonlyMap<TenantId, SeverityCounts>> {
  const byCustomer = new Map<TenantId, Record<Severity, number>>();
  for (const { severity, customers } of rows) {
    for (const { id } of customers) {
      let counts = byCustomer.get(id);
      if (!counts) byCustomer.set(id, (counts = none()));
      counts[severity]++;
    }
    yield;
  }
  return byCustomer;
}

/** Of each of one customer's delegations. A finding counts for every delegation through which it takes effect. */
export function countByDelegation(
  { rows, assessment }: Readonly<{ rows: readonly FindingRow[]; assessment: Assessment }>,
  tenant: TenantId,
): ReadonlyMap<ArmId, SeverityCounts> {
  const atCustomer = rows.filter(({ customers }) => customers.some(({ id }) => id === tenant));
  return new Map(
    delegationsOfCustomer(tenant, assessment).map((delegation) => {
      const isThrough = takesEffectThrough(delegation, assessment);
      return [delegation.id, countSeverities(atCustomer.filter(({ finding }) => isThrough(finding)))];
    }),
  );
}
