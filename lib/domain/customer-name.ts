import { lastChangeOf, laterOf } from "./history";
import type { TenantId } from "./ids";
import type { Inventory } from "./inventory";

/** Who told the name: ARM's tenant list, the offer the customer signed (it may be stale), or Microsoft Graph. */
export type NameSource = "tenants" | "definition" | "graph";

export type CustomerName = Readonly<{
  name: string | undefined;
  from: NameSource | undefined;
  domain: string | undefined;
}>;

const unnamed: CustomerName = { name: undefined, from: undefined, domain: undefined };

// Several tables ask about one snapshot, and most snapshots bring no new definitions.
const known = new WeakMap<Inventory["definitions"], ReadonlyMap<TenantId, string>>();

function signedNames({ definitions }: Inventory): ReadonlyMap<TenantId, string> {
  const names = known.get(definitions) ?? namesIn(definitions);
  known.set(definitions, names);
  return names;
}

/** Names that customers had when they signed; the youngest definition wins where they differ. */
function namesIn(definitions: Inventory["definitions"]): ReadonlyMap<TenantId, string> {
  const names = new Map<TenantId, { name: string; at: string | undefined }>();
  for (const { customer, customerName, history } of definitions.values()) {
    if (!customer || !customerName) continue;
    const known = names.get(customer);
    if (known?.name === customerName) continue;
    const at = lastChangeOf(history);
    if (!known || laterOf(known.at, at) !== known.at) names.set(customer, { name: customerName, at });
  }
  return new Map([...names].map(([tenant, { name }]) => [tenant, name]));
}

/** A look-up of names by the chain tenant list, definition, Graph. A customer nobody names shows its id. */
export function customerNames(inventory: Inventory): (tenant: TenantId) => CustomerName {
  const signed = signedNames(inventory);
  return (id) => {
    const tenant = inventory.tenants.get(id);
    const domain = tenant?.domain;
    if (tenant?.name && tenant.nameFrom !== "graph") return { name: tenant.name, from: "tenants", domain };
    const name = signed.get(id);
    if (name) return { name, from: "definition", domain };
    return tenant?.name ? { name: tenant.name, from: "graph", domain } : domain ? { ...unnamed, domain } : unnamed;
  };
}
