import { isConclusive, isReading, type Coverage } from "./coverage";
import { customerRows, type CustomerRow } from "./customer";
import type { Delegation } from "./delegation";
import { armId, tenantId } from "./ids";
import type { Inventory } from "./inventory";
import { isOurs } from "./projection";

/**
 * What a URL asked for. `absent`: everything answered and it is not there. `notSeen`: it is not among what could be read,
 * which says nothing about whether it exists; `reading` tells whether more is on its way. `malformed`: no id at all.
 */
export type Found<Thing> =
  | Readonly<{ kind: "found"; value: Thing }>
  | Readonly<{ kind: "absent" }>
  | Readonly<{ kind: "notSeen"; reading: boolean }>
  | Readonly<{ kind: "malformed" }>;

const found = <Thing>(value: Thing | undefined, coverage: Coverage): Found<Thing> => {
  if (value !== undefined) return { kind: "found", value };
  return isConclusive(coverage) ? { kind: "absent" } : { kind: "notSeen", reading: isReading(coverage) };
};

/** `rows` are the inventory's customer rows where they are at hand. */
export function findCustomer(
  inventory: Inventory,
  parameter: string,
  rows?: readonly CustomerRow[],
): Found<CustomerRow> {
  const id = tenantId(parameter);
  if (!id) return { kind: "malformed" };
  return found(
    (rows ?? customerRows(inventory)).find(({ tenant }) => tenant === id),
    inventory.coverage,
  );
}

/** The parameter is the delegation's whole path: its GUID alone need not be unique across scopes. */
export function findDelegation(inventory: Inventory, parameter: string): Found<Delegation> {
  const id = armId(parameter);
  if (!id) return { kind: "malformed" };
  const delegation = inventory.delegations.get(id);
  return found(delegation && isOurs(delegation, inventory) ? delegation : undefined, inventory.coverage);
}

/** The delegations of one customer, for its page. */
export const delegationsOf = (inventory: Inventory, parameter: string): Delegation[] => {
  const id = tenantId(parameter);
  return [...inventory.delegations.values()].filter(
    (delegation) => delegation.customer === id && isOurs(delegation, inventory),
  );
};
