import type { AccessIndex } from "@/lib/domain/access/access-index";
import { grantRows, type GrantRow } from "@/lib/domain/access/grant-rows";
import type { LevelOf } from "@/lib/domain/access/matrix";
import { grantsInCell } from "@/lib/domain/access/matrix-grants";
import type { PrincipalId } from "@/lib/domain/ids";
import { formatForeign, formatShortId } from "@/lib/format";
import type { CellId } from "@/components/matrix/use-matrix-url";

/** One role, held in one way: what a cell is made of. */
export type Held = Readonly<{
  role: GrantRow["role"];
  level: number | undefined;
  access: GrantRow["access"];
  policies: GrantRow["policies"];
}>;

export type CellDetail = Readonly<{
  /** The strongest first; of equal ones the standing first. */
  held: readonly Held[];
  subscriptions: number;
  resourceGroups: number;
  resources: number;
  offers: readonly string[];
  /** Groups that hold some of it in the principal's place. */
  through: readonly PrincipalId[];
}>;

export function detailOf(index: AccessIndex, levelOf: LevelOf, { customer, principal }: CellId): CellDetail {
  const rows = grantRows(index, grantsInCell(index, principal, customer));
  const held = new Map<string, Held & { policies: GrantRow["policies"] }>();
  const scopes = { subscription: new Set<string>(), resourceGroup: new Set<string>(), resource: new Set<string>() };
  for (const { role, access, policies, scopeKind, subscription, resourceGroup, scopeName } of rows) {
    scopes[scopeKind].add(`${subscription}/${resourceGroup?.toLowerCase()}/${scopeName.toLowerCase()}`);
    const key = `${role.id} ${access}`;
    if (!held.has(key)) held.set(key, { role, level: levelOf(role.id), access, policies });
  }
  const order = { standing: 0, assigned: 1, eligible: 2 };
  return {
    // A role of unknown privilege may reach any distance.
    held: [...held.values()].sort(
      (one, other) => (other.level ?? 6) - (one.level ?? 6) || order[one.access] - order[other.access],
    ),
    subscriptions: scopes.subscription.size,
    resourceGroups: scopes.resourceGroup.size,
    resources: scopes.resource.size,
    offers: [...new Set(rows.flatMap(({ offers }) => offers))],
    through: [...new Set(rows.map((row) => row.principal.id))].filter((id) => id !== principal),
  };
}

/** Names of the roles in a cell without repetition, the strongest first. */
export const roleTexts = ({ held }: CellDetail): string[] => [
  ...new Set(held.map(({ role }) => formatForeign(role.name ?? `role ${formatShortId(role.id)}`, 80))),
];

/** The role in a cell that reaches furthest, told without working out the rest; one of unknown privilege may. */
export function strongestRole(index: AccessIndex, levelOf: LevelOf, { customer, principal }: CellId): string {
  let [best, reach] = ["", 0];
  for (const grant of grantsInCell(index, principal, customer)) {
    const role = index.grants.roleIds.at(index.grants.roles[grant]!);
    const level = levelOf(role) ?? 6;
    if (level > reach) [best, reach] = [index.inventory.roles.get(role)?.name ?? role, level];
  }
  return best;
}
