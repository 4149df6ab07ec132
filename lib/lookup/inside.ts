import type { TenantId } from "@/lib/domain/ids";
import type { Target } from "./entry";
import type { LookupIndex } from "./lookup-index";

let last: Readonly<{ index: LookupIndex; customer: TenantId; inside: Uint8Array }> | undefined;

/** Which entries belong to a customer: its scopes, delegations and findings. Remembered for the last one asked for. */
export function insideOf(index: LookupIndex, customer: TenantId): Uint8Array {
  if (last?.index === index && last.customer === customer) return last.inside;
  // Findings of one offer share the list of its customers.
  const lists = new Map<object, boolean>();
  const isInside = (target: Target): boolean => {
    if ("customer" in target) return target.customer === customer;
    if (target.kind !== "finding") return false;
    let concerns = lists.get(target.customers);
    if (concerns === undefined)
      lists.set(target.customers, (concerns = target.customers.some(({ id }) => id === customer)));
    return concerns;
  };
  const inside = Uint8Array.from(index.entries, ({ target }) => Number(isInside(target)));
  last = { index, customer, inside };
  return inside;
}
