import { listRoles } from "@/lib/azure/authorization";
import { readPrincipals as lookUpPrincipals } from "@/lib/azure/directory";
import { listTenants } from "@/lib/azure/subscriptions";
import { readTenantNames } from "@/lib/azure/tenant-names";
import type { SourceState } from "@/lib/domain/coverage";
import type { PrincipalId, TenantId } from "@/lib/domain/ids";
import { endOf, problemsOf } from "./loss";
import type { Pass } from "./pass";
import { asAzureError, problem, problemOf, stateOf } from "./problem";
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

/**
 * Asks Graph for the names that neither ARM nor an offer told. A customer without a name shows its id, which is no gap in
 * the inventory; so what Graph does not tell is no problem either.
 */
export async function readRemainingTenantNames({ azure, draft, signal, changed }: Pass): Promise<void> {
  const signed = new Set<TenantId>();
  for (const { customer, customerName } of draft.definitions.values())
    if (customer && customerName) signed.add(customer);
  const unnamed = new Set<TenantId>();
  for (const { customer } of draft.delegations.values())
    if (!signed.has(customer) && draft.tenants.get(customer)?.name === undefined) unnamed.add(customer);
  if (unnamed.size === 0 || signal.aborted) return;
  try {
    const { tenants } = await readTenantNames(azure, [...unnamed], signal);
    for (const tenant of tenants)
      draft.tenants.set(tenant.id, { ...draft.tenants.get(tenant.id), ...tenant, nameFrom: "graph" });
    changed();
  } catch (error) {
    if (!signal.aborted) throw error;
  }
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

/** Everyone whom an offer to us names, approvers included. */
function namedPrincipals({ draft }: Pass, managingTenant: TenantId): PrincipalId[] {
  const ids = new Set<PrincipalId>();
  for (const definition of draft.definitions.values()) {
    if (definition.managingTenant !== managingTenant) continue;
    for (const { principal } of definition.authorizations) ids.add(principal);
    for (const { principal, policy } of definition.eligibleAuthorizations) {
      ids.add(principal);
      for (const approver of policy.approvers) ids.add(approver.principal);
    }
  }
  return [...ids];
}

export async function readPrincipals(pass: Pass): Promise<void> {
  const { azure, draft, ledger, signal } = pass;
  const ids = namedPrincipals(pass, azure.tenant);
  ledger.begin("principals");
  ledger.grow("principals", 0, ids.length);
  ledger.end("principals", ids.length === 0 ? "complete" : await lookUp(pass, ids));
  if (!signal.aborted && ids.length === 0) draft.principals.dropStale();
}

async function lookUp(pass: Pass, ids: readonly PrincipalId[]): Promise<SourceState> {
  const { azure, draft, ledger, signal, changed } = pass;
  const source = "principals";
  try {
    const { principals, unread } = await lookUpPrincipals(azure, ids, {
      signal,
      onPrincipals(found) {
        for (const principal of found) draft.principals.set(principal.id, principal);
        ledger.grow(source, found.length, 0);
        changed();
      },
    });
    const unseen = principals.filter(({ state }) => state === "unreadable").length;
    if (unseen > 0) ledger.problem(notShown(unseen));
    for (const { ids, error } of unread)
      ledger.problem(problemOf(error, { source, what: named(ids.length), rows: ids.length }));
    if (unread.length === 0) draft.principals.dropStale();
    if (unseen === 0 && unread.length === 0) return "complete";
    const [first] = unread;
    if (unseen === principals.length) return first ? stateOf(first.error) : "refused";
    return "partial";
  } catch (error) {
    if (signal.aborted) return "cancelled";
    const failure = asAzureError(error);
    ledger.problem(problemOf(failure, { source, what: named(ids.length), rows: ids.length }));
    return stateOf(failure);
  }
}

const named = (count: number) => (count === 1 ? "The name of 1 principal" : `The names of ${count} principals`);

const notShown = (count: number) =>
  problem({
    source: "principals",
    kind: "refused",
    what: named(count),
    why: "Microsoft Graph does not show them to you. The offers' own labels are shown in their place.",
    fix: "Ask an administrator of your tenant to consent to Directory.Read.All.",
  });
