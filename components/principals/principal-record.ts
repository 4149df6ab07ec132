import type { PrincipalRow } from "@/lib/domain/access/principal-rows";

/**
 * A principal as a JSON export holds it; null is what could not be seen or does not exist. `customers` counts those with
 * standing access, those with eligible access alone, and those of which it cannot be told.
 */
export const principalRecord = (row: PrincipalRow) => ({
  principalId: row.principal.id,
  kind: row.kind ?? null,
  name: row.name ?? null,
  label: row.label ?? null,
  states: row.states,
  customers: row.customers,
  standing: row.standing,
  eligibleOnly: row.eligible,
  cannotTell: row.inDoubt,
  strongestRoleId: row.role?.id ?? null,
  strongestRole: row.role?.name ?? null,
  privilege: row.level ?? null,
  grants: row.grants,
  members: row.members ?? null,
  gives: row.gives,
});
