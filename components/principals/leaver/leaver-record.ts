import type { LeaverRow } from "@/lib/domain/access/leaver-rows";
import { removalWords } from "./leaver-words";

/** The path of what a grant holds on; a resource shows its name behind its group. */
export const scopeLine = ({ grant }: Pick<LeaverRow, "grant">): string =>
  [
    `/subscriptions/${grant.subscription}`,
    ...(grant.resourceGroup === undefined ? [] : [`resourceGroups/${grant.resourceGroup}`]),
    ...(grant.scopeKind === "resource" ? [grant.scopeName] : []),
  ].join("/");

/** A grant as a JSON export holds it; null is what could not be seen or does not exist. */
export const leaverRecord = (row: LeaverRow) => ({
  customerTenantId: row.grant.customer,
  customerName: row.grant.customerName ?? null,
  scope: scopeLine(row),
  scopeName: row.grant.scopeName,
  roleId: row.grant.role.id,
  role: row.grant.role.name ?? null,
  access: row.grant.access,
  throughId: row.grant.principal.id,
  through: row.grant.principalName ?? null,
  direct: row.isDirect,
  gives: row.gives,
  reasons: row.reasons.map(({ why }) => why),
  delegations: row.grant.delegations,
  removal: removalWords(row),
  groupsToLeave: row.removal.kind === "leave" ? row.removal.groups.map(({ id }) => id) : [],
});
