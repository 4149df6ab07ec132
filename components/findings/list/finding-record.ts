import type { FindingRow } from "@/lib/domain/findings/rows/finding-rows";
import { scopePath } from "@/lib/domain/scope";

/**
 * A finding as a JSON export holds it; null is what it is not about, or what could not be seen. `fingerprint` is the same
 * for the same rule and subject in every reading; `scopes` are those where it takes effect; `changedAt` is ISO 8601 in UTC.
 */
export const findingRecord = (row: FindingRow) => ({
  fingerprint: row.id,
  rule: row.finding.rule.id,
  title: row.finding.rule.title,
  severity: row.severity,
  about: row.finding.subject.kind,
  customers: row.customers.map(({ id, name }) => ({ tenantId: id, name: name ?? null })),
  principalId: row.principal?.principal.id ?? null,
  principalName: row.principal?.name ?? null,
  principalState: row.principal?.principal.state ?? null,
  roleId: row.role?.id ?? null,
  roleName: row.role?.name ?? null,
  access: row.access ?? null,
  operations: row.operations,
  offers: row.offers,
  scopes: row.delegations.map(({ scope }) => scopePath(scope)),
  changedAt: row.changedAt === undefined ? null : new Date(row.changedAt).toISOString(),
  why: row.finding.rule.why,
  fix: row.advice,
});
