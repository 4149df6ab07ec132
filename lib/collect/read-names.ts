import { listRoles } from "@/lib/azure/authorization";
import { listTenants } from "@/lib/azure/subscriptions";
import { unreadCustomers } from "@/lib/domain/customer";
import type { TenantId } from "@/lib/domain/ids";
import { endOf, problemsOf } from "./loss";
import { later } from "./later";
import type { Pass } from "./pass";
import { asAzureError } from "./problem";
import { readWhole } from "./read-whole";

/** The names by which ARM knows the customers. */
export async function readTenants(pass: Pass): Promise<void> {
  const { azure, draft, ledger, signal } = pass;
  ledger.begin("tenants");
  const read = await readWhole(pass, async (take) => {
    for await (const { items, malformed } of listTenants(azure, signal)) {
      for (const { id, name, domain } of items) draft.tenants.set(id, { id, name, domain, nameFrom: "tenants" });
      ledger.grow("tenants", items.length, items.length + malformed.length);
      take(items.length, malformed);
    }
  });
  const state = endOf([read]);
  if (state === "complete") draft.tenants.dropStale();
  ledger.problem(...problemsOf("tenants", "customers' names", read));
  ledger.end("tenants", state);
}

export async function readRoles(pass: Pass): Promise<void> {
  const { azure, draft, ledger, signal } = pass;
  ledger.begin("roles");
  const read = await readWhole(pass, async (take) => {
    for await (const { items, malformed } of listRoles(azure, signal)) {
      for (const role of items) draft.roles.set(role.id, role);
      ledger.grow("roles", items.length, items.length + malformed.length);
      take(items.length, malformed);
    }
  });
  const state = endOf([read]);
  if (state === "complete") draft.roles.dropStale();
  ledger.problem(...problemsOf("roles", "roles", read));
  ledger.end("roles", state);
}

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
