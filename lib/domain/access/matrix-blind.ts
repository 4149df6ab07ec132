import type { PrincipalId, TenantId } from "../ids";
import type { AccessIndex } from "./access-index";
import { matrixOf, type LevelOf } from "./matrix";

/** Delegations of the customer, or what they grant, could not be read. */
export const unreadBlindness = 1;
/** A group with members that we do not see reaches the customer: whoever is in it does too. */
export const membersBlindness = 2;

/**
 * Every customer that a matrix should have a row for: those with grants, and those of whom Azure lists a subscription that
 * it did not let us read.
 */
export function customersOfMatrix(index: AccessIndex): TenantId[] {
  const { customers } = index.scopeTable;
  const all = new Set(Array.from({ length: customers.size() }, (_, number) => customers.at(number)));
  for (const tenant of unreadTenants(index)) all.add(tenant);
  return [...all];
}

function* unreadTenants({ unreadSubscriptions, inventory }: AccessIndex): Generator<TenantId> {
  for (const id of unreadSubscriptions) {
    const tenant = inventory.subscriptions.get(id)?.tenant;
    if (tenant !== undefined && tenant !== inventory.managingTenant) yield tenant;
  }
}

/** For each customer what keeps an empty cell from meaning "none", as bits; 0 where nothing does. */
export function blindnessOf(
  index: AccessIndex,
  levelOf: LevelOf,
  rows: readonly TenantId[],
): ReadonlyMap<TenantId, number> {
  const blind = new Map<TenantId, number>();
  const add = (tenant: TenantId, why: number) => blind.set(tenant, (blind.get(tenant) ?? 0) | why);
  for (const tenant of unreadTenants(index)) add(tenant, unreadBlindness);
  for (const { customer } of index.unreadDefinitions) add(customer, unreadBlindness);

  const hidden: PrincipalId[] = [...index.graph.hidden.keys()].map((number) => index.people.ids.at(number));
  const { cells, columns } = matrixOf(index, { levelOf, principals: hidden, customers: rows });
  rows.forEach((tenant, row) => {
    const own = cells.subarray(row * columns.length, (row + 1) * columns.length);
    if (own.some((cell) => cell !== 0)) add(tenant, membersBlindness);
  });
  return blind;
}
