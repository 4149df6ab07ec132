import { unreadCustomers } from "@/lib/domain/customer";
import type { TenantId } from "@/lib/domain/ids";
import { later } from "./later";
import type { Pass } from "./pass";
import { asAzureError } from "./problem";

/**
 * Asks Graph for the names that neither ARM nor an offer told, each once. A customer without a name shows its id, which
 * is no gap in the inventory; so what Graph does not tell is no problem either.
 */
export function createTenantNaming({ azure, draft, signal, changed }: Pass) {
  const asked = new Set<TenantId>();

  const unnamed = (): TenantId[] => {
    const signed = new Set<TenantId>();
    for (const { customer, customerName } of draft.definitions.values())
      if (customer && customerName) signed.add(customer);
    const found = new Set<TenantId>();
    for (const { customer, definition } of draft.delegations.values()) {
      const isNamed = signed.has(customer) || draft.tenants.get(customer)?.name !== undefined;
      // A definition that is yet to be read may bring the name.
      if (definition && !isNamed && !asked.has(customer)) found.add(customer);
    }
    for (const tenant of unreadCustomers(draft.snapshot()))
      if (draft.tenants.get(tenant)?.name === undefined && !asked.has(tenant)) found.add(tenant);
    return [...found];
  };

  return {
    async read(): Promise<void> {
      const ids = signal.aborted ? [] : unnamed();
      if (ids.length === 0) return;
      for (const id of ids) asked.add(id);
      try {
        const { readTenantNames } = await later("graph", () => import("@/lib/azure/tenant-names"));
        const { tenants } = await readTenantNames(azure, ids, signal);
        for (const tenant of tenants)
          draft.tenants.set(tenant.id, { ...draft.tenants.get(tenant.id), ...tenant, nameFrom: "graph" });
        changed();
      } catch (error) {
        if (!signal.aborted) asAzureError(error);
      }
    },
  };
}
