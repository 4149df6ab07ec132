import type { Inventory } from "../inventory";
import type { ArmId } from "../ids";
import { delegatedPrivilegeOf, privilegeOf, type PrivilegeLevel } from "../roles/privilege";
import type { AccessIndex } from "./access-index";
import { grantAt, type Grant, type GrantKind } from "./grant";
import { keyAt } from "./grant-key";
import { createRows, type GrantRow } from "./grant-rows";
import { principalSort, type PrincipalSort } from "./principal-sort";
import { scopeKey, type AccessScope } from "./scope-table";

/** A grant with all that the list of role assignments shows and files of it. */
export type AssignmentRow = GrantRow &
  Readonly<{
    /** The same in every index. */
    id: string;
    sort: PrincipalSort | undefined;
    level: PrivilegeLevel | undefined;
    /** Where the role holds, as a path. */
    path: string;
    /** Plan versions of the offers that are in the Marketplace. */
    versions: readonly string[];
  }>;

/** Every grant on every customer, in the order of the index; it lets others have their turn now and then. */
export function* assignmentRows(index: AccessIndex): Generator<void, readonly AssignmentRow[]> {
  const toRow = createAssignmentRows(index);
  const count = index.grants.principals.length;
  const rows: AssignmentRow[] = [];
  for (let number = 0; number < count; number++) {
    rows.push(toRow(grantAt(index, number)));
    if (number % 64 === 0) yield;
  }
  return rows;
}

export const rowOfGrant = (index: AccessIndex, grant: Grant): AssignmentRow => createAssignmentRows(index)(grant);

function createAssignmentRows(index: AccessIndex): (grant: Grant) => AssignmentRow {
  const toRow = createRows(index);
  const versionsOf = versionsIn(index.inventory);
  // Grants come scope by scope.
  let last: Readonly<{ scope: AccessScope; path: string }> | undefined;
  return (grant) => {
    const { kind, principal, role, scope } = grant;
    if (last?.scope !== scope) last = { scope, path: scopeKey(scope) };
    const row = toRow(grant);
    return Object.assign(row, {
      id: keyAt(kind, principal, role, last.path),
      sort: principalSort(index.directory, principal, row.kind),
      level: levelOf(index.inventory, row),
      path: last.path,
      versions: versionsOf(row.delegations),
    });
  };
}

/** A delegation carries no data actions of a role; what Azure assigned does. */
function levelOf(
  { roles }: Pick<Inventory, "roles">,
  { role, access }: Readonly<{ role: GrantRow["role"]; access: GrantKind }>,
) {
  const known = roles.get(role.id);
  return known && (access === "assigned" ? privilegeOf(known) : delegatedPrivilegeOf(known)).level;
}

/** Grants of one delegation share one list of delegations, and so one list of versions. */
function versionsIn({ delegations }: Pick<Inventory, "delegations">) {
  const known = new WeakMap<readonly ArmId[], readonly string[]>();
  return (ids: readonly ArmId[]): readonly string[] => {
    let versions = known.get(ids);
    if (!versions)
      known.set(
        ids,
        (versions = [...new Set(ids.flatMap((id) => delegations.get(id)?.definition?.plan?.version ?? []))]),
      );
    return versions;
  };
}
