import { customerRows, type CustomerRow } from "@/lib/domain/customer";
import { delegationRows, type DelegationRow } from "@/lib/domain/delegation-rows";
import type { Inventory } from "@/lib/domain/inventory";
import { keepRows } from "@/lib/table/keep-rows";

/** Derives once for each snapshot, however many screens ask, and keeps the rows that did not change since the last one. */
function derived<Row extends object>(derive: (inventory: Inventory) => readonly Row[]) {
  const known = new WeakMap<Inventory, readonly Row[]>();
  let last: readonly Row[] = [];
  return (inventory: Inventory): readonly Row[] => {
    let rows = known.get(inventory);
    if (!rows) known.set(inventory, (last = rows = keepRows(last, derive(inventory))));
    return rows;
  };
}

export const customersIn: (inventory: Inventory) => readonly CustomerRow[] = derived(customerRows);
export const delegationsIn: (inventory: Inventory) => readonly DelegationRow[] = derived(delegationRows);
