import { listRoles } from "@/lib/azure/authorization";
import { listTenants } from "@/lib/azure/subscriptions";
import { endOf, problemsOf } from "./loss";
import type { Pass } from "./pass";
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
