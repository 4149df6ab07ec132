import type { Inventory } from "@/lib/domain/inventory";
import { knownOperations, type KnownOperations } from "@/lib/domain/roles/effective-operations";
import { harmfulOperations } from "@/lib/domain/roles/harmful-operations";
import { secretOperations } from "@/lib/domain/roles/secret-operations";

const known = new WeakMap<Inventory["roles"], KnownOperations>();

/**
 * The operations that roles write out, and those of the catalogue: what people are given roles for, without the 12 MB of
 * everything that Azure publishes.
 */
export function namedOperations(roles: Inventory["roles"]): KnownOperations {
  let named = known.get(roles);
  if (!named) known.set(roles, (named = namedIn(roles)));
  return named;
}

function namedIn(roles: Inventory["roles"]): KnownOperations {
  const names = new Set([...secretOperations.control, ...harmfulOperations()].map(({ operation }) => operation));
  for (const { permissions } of roles.values())
    for (const { actions, notActions } of permissions)
      for (const name of [...actions, ...notActions]) if (!name.includes("*")) names.add(name);
  return knownOperations(Array.from(names, (name) => ({ name, isDataAction: false })));
}
