import type { DelegationRow } from "@/lib/domain/delegation-rows";

/**
 * A delegation as a JSON export holds it; null is what could not be seen or does not exist.
 * `id` is the registration assignment's ARM id in lower case, `scope` the path it delegates, `scopeKind` "subscription" or
 * "resourceGroup"; `standing` and `eligible` count authorizations; `lastChange` is ISO 8601 in UTC.
 */
export const delegationRecord = (row: DelegationRow) => ({
  id: row.id,
  customerTenantId: row.customer,
  customerName: row.customerName ?? null,
  scope: scopeText(row),
  scopeKind: row.kind,
  scopeName: row.scopeName,
  subscriptionId: row.subscription,
  subscriptionName: row.subscriptionName ?? null,
  resourceGroup: row.resourceGroup ?? null,
  offer: row.offer ?? null,
  source: row.source ?? null,
  plan: row.plan
    ? { publisher: row.plan.publisher, product: row.plan.product, name: row.plan.name, version: row.plan.version }
    : null,
  standing: row.standing ?? null,
  eligible: row.eligible ?? null,
  state: row.state,
  transferred: row.isTransferred,
  definitionRead: !row.isDefinitionUnread,
  lastChange: row.lastChange === undefined ? null : new Date(row.lastChange).toISOString(),
});

export const scopeText = ({ subscription, resourceGroup }: Pick<DelegationRow, "subscription" | "resourceGroup">) =>
  resourceGroup === undefined
    ? `/subscriptions/${subscription}`
    : `/subscriptions/${subscription}/resourceGroups/${resourceGroup}`;
