import type { CustomerRow } from "@/lib/domain/customer";

/**
 * A customer as a JSON export holds it; null is what could not be seen or does not exist.
 * `source` holds "marketplace", "template" or both; `subscriptions` are those delegated as a whole; `lastChange` is ISO 8601
 * in UTC; `subscriptionsRead` tells how many of the customer's known subscriptions answered.
 */
export const customerRecord = (row: CustomerRow) => ({
  tenantId: row.tenant,
  name: row.name ?? null,
  domain: row.domain ?? null,
  ...(row.state === undefined ? nothingRead : sums(row)),
  subscriptionsRead: { answered: row.coverage.spokenFor, known: row.coverage.known },
});

const sums = (row: CustomerRow) => ({
  delegations: row.delegations,
  subscriptions: row.subscriptions,
  resourceGroups: row.resourceGroups,
  offers: row.offers.map(({ name, source, plan }) => ({
    name,
    source,
    plan: plan ? { publisher: plan.publisher, product: plan.product, name: plan.name, version: plan.version } : null,
  })),
  source: [...new Set(row.offers.map(({ source }) => source))].sort(),
  state: row.state,
  lastChange: row.lastChange === undefined ? null : new Date(row.lastChange).toISOString(),
  transferred: row.transferred,
  definitionsUnread: row.definitionsUnread,
});

const nothingRead = {
  delegations: null,
  subscriptions: null,
  resourceGroups: null,
  offers: null,
  source: null,
  state: null,
  lastChange: null,
  transferred: null,
  definitionsUnread: null,
};
