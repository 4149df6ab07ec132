import type { PrincipalId, RoleId, TenantId } from "../ids";
import type { PrincipalKind } from "../principal";
import type { AccessIndex } from "./access-index";
import { no } from "./answer";
import { listAt } from "./lists";
import { cellWith, united } from "./matrix-cell";
import { rankFor } from "./worth";

/** How far a role reaches, from 1 (reads) to 5 (controls); undefined for a role that nobody knows. */
export type LevelOf = (role: RoleId) => number | undefined;

export type MatrixOptions = Readonly<{
  levelOf: LevelOf;
  /** `holders`: whom offers and assignments name; `everybody`: whoever reaches anything. */
  principals: "holders" | "everybody" | readonly PrincipalId[];
  /** All customers where it is left out. */
  customers?: readonly TenantId[];
}>;

/** Who reaches which customer, with everything that comes through groups. */
export type AccessMatrix = Readonly<{
  /** Columns: groups, then service principals, then users, then whom we cannot tell; far-reaching ones first in each. */
  columns: readonly Readonly<{ principal: PrincipalId; kind: PrincipalKind | undefined; customers: number }>[];
  /** Rows, in the order in which they were given or read. */
  rows: readonly TenantId[];
  /** Row by row, to be read with `cellOf`; 0 where nothing is held. */
  cells: Uint16Array;
}>;

export function matrixOf(index: AccessIndex, { levelOf, principals, customers }: MatrixOptions): AccessMatrix {
  const all = index.scopeTable.customers;
  const rows = customers ?? Array.from({ length: all.size() }, (_, number) => all.at(number));
  const rowOf = new Int32Array(all.size()).fill(-1);
  rows.forEach((tenant, row) => {
    const customer = all.find(tenant);
    if (customer >= 0) rowOf[customer] = row;
  });

  const own = createOwn(index, levelOf, rowOf);
  const column = new Uint16Array(rows.length);
  const counted = candidates(index, principals).map((person) => ({
    person,
    customers: fill(index, own, person, column),
  }));
  const kept = typeof principals === "string" ? counted.filter(({ customers: reached }) => reached > 0) : counted;
  kept.sort((one, other) => compare(index, one, other));

  const cells = new Uint16Array(rows.length * kept.length);
  kept.forEach(({ person }, at) => {
    fill(index, own, person, column);
    for (let row = 0; row < rows.length; row++) cells[row * kept.length + at] = column[row]!;
  });
  return {
    columns: kept.map(({ person, customers: reached }) => ({
      principal: index.people.ids.at(person),
      kind: index.people.kinds[person],
      customers: reached,
    })),
    rows,
    cells,
  };
}

function candidates({ people, grants }: AccessIndex, principals: MatrixOptions["principals"]): number[] {
  if (typeof principals !== "string") return principals.map((id) => people.ids.find(id)).filter((found) => found >= 0);
  const everybody = Array.from({ length: people.ids.size() }, (_, person) => person);
  return principals === "everybody" ? everybody : everybody.filter((one) => listAt(grants.ofPrincipal, one).length > 0);
}

const places: readonly (PrincipalKind | undefined)[] = ["group", "servicePrincipal", "user", undefined];

type Counted = Readonly<{ person: number; customers: number }>;

const compare = ({ people: { kinds } }: AccessIndex, one: Counted, other: Counted): number =>
  places.indexOf(kinds[one.person]) - places.indexOf(kinds[other.person]) ||
  other.customers - one.customers ||
  one.person - other.person;

/** What a principal's own grants hold for somebody: rows, and a cell for each. */
type Own = Readonly<{ rows: Int32Array; cells: Uint16Array }>;

/** By holder, and by what it is worth to come through it: whether the way is certain, and whether anybody can activate. */
function createOwn(index: AccessIndex, levelOf: LevelOf, rowOf: Int32Array) {
  const { grants, scopeTable, people } = index;
  const levels = Array.from({ length: grants.roleIds.size() }, (_, role) => levelOf(grants.roleIds.at(role)));
  const known = new Map<number, Own>();
  return (holder: number, way: number, person: number): Own => {
    const isRobot = people.kinds[person] === "servicePrincipal";
    const key = (holder * 3 + way) * 2 + (isRobot ? 1 : 0);
    let found = known.get(key);
    if (found) return found;
    const rows: number[] = [];
    const cells: number[] = [];
    for (const grant of listAt(grants.ofPrincipal, holder)) {
      const row = rowOf[scopeTable.customerOf[grants.scopes[grant]!]!]!;
      const rank = rankFor(index, person, way, grant);
      if (row < 0 || rank === no) continue;
      const cell = cellWith(levels[grants.roles[grant]!], grants.kinds[grant]!, rank);
      // Grants come customer by customer.
      if (rows.at(-1) === row) cells[cells.length - 1] = united(cells.at(-1)!, cell);
      else {
        rows.push(row);
        cells.push(cell);
      }
    }
    known.set(key, (found = { rows: Int32Array.from(rows), cells: Uint16Array.from(cells) }));
    return found;
  };
}

/** Writes a principal's column, and counts the customers in it. */
function fill(index: AccessIndex, own: ReturnType<typeof createOwn>, person: number, column: Uint16Array): number {
  column.fill(0);
  let count = 0;
  const { nodes, ranks } = index.upward(person);
  for (let at = 0; at < nodes.length; at++) {
    if (ranks[at] === no) continue;
    const { rows, cells } = own(nodes[at]!, ranks[at]!, person);
    for (let next = 0; next < rows.length; next++) {
      const row = rows[next]!;
      const before = column[row]!;
      if (before === 0) count++;
      column[row] = before === 0 ? cells[next]! : united(before, cells[next]!);
    }
  }
  return count;
}
