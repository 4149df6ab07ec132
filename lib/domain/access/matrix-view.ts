import type { TenantId } from "../ids";
import type { AccessIndex } from "./access-index";
import type { AccessMatrix } from "./matrix";
import { cellOf, narrowed, type GrantChoice } from "./matrix-cell";
import { orderRows, type OrderedRows, type RowOrder } from "./matrix-order";

type Column = AccessMatrix["columns"][number];

export type MatrixFilter = Readonly<{
  grants: GrantChoice;
  /** 1 lets every privilege pass. */
  least: number;
  isColumn: (column: Column) => boolean;
  isRow: (customer: TenantId) => boolean;
  /** What somebody looks for by name: a cell stays where its customer or its principal matches. */
  names:
    Readonly<{ isCustomer: (customer: TenantId) => boolean; isPrincipal: (column: Column) => boolean }> | undefined;
  /** Rows in which an empty cell does not mean "none": they stay, whatever privilege or kind is looked for. */
  isBlind: (customer: TenantId) => boolean;
}>;

/** A matrix as it is shown: rows in their order, and how much each has. */
export type MatrixView = AccessMatrix &
  Readonly<{
    clusters: OrderedRows["clusters"];
    /** By row: principals that surely have standing access, and those that have eligible access and nothing else. */
    standing: Int32Array;
    eligible: Int32Array;
    /** By row: principals of which it cannot be told, or of unknown privilege alone. */
    inDoubt: Int32Array;
  }>;

const mostCells = 1 << 10;

/** Leaves out what the filter does not let pass, and the columns and rows in which nothing is left. */
export function filterMatrix(matrix: AccessMatrix, filter: MatrixFilter): AccessMatrix {
  const { grants, least, isColumn, isRow, names, isBlind } = filter;
  const left = Uint16Array.from({ length: mostCells }, (_, cell) => narrowed(cell, grants, least));
  const columns = matrix.columns.flatMap((column, at) => (isColumn(column) ? [at] : []));
  const isNarrowed = grants !== "all" || least > 1 || columns.length < matrix.columns.length;
  const isNamed = matrix.columns.map((column) => names === undefined || names.isPrincipal(column));
  const width = matrix.columns.length;

  const counts = new Int32Array(width);
  const rows: number[] = [];
  matrix.rows.forEach((customer, row) => {
    if (!isRow(customer)) return;
    const isCustomer = names?.isCustomer(customer) ?? true;
    let held = 0;
    for (const column of columns) {
      if (!isCustomer && !isNamed[column]) continue;
      if (left[matrix.cells[row * width + column]!] === 0) continue;
      counts[column]!++;
      held++;
    }
    if (held > 0 || (isCustomer && (!isNarrowed || isBlind(customer)))) rows.push(row);
  });

  const kept = columns.filter((column) => counts[column]! > 0);
  const cells = new Uint16Array(rows.length * kept.length);
  rows.forEach((row, at) => {
    const isCustomer = names?.isCustomer(matrix.rows[row]!) ?? true;
    kept.forEach((column, place) => {
      if (isCustomer || isNamed[column]) cells[at * kept.length + place] = left[matrix.cells[row * width + column]!]!;
    });
  });
  return {
    columns: kept.map((column) => ({ ...matrix.columns[column]!, customers: counts[column]! })),
    rows: rows.map((row) => matrix.rows[row]!),
    cells,
  };
}

/** @param by an order of the domain, or the customers' names */
export function arrangeMatrix(
  index: AccessIndex,
  matrix: AccessMatrix,
  by: RowOrder | ((one: TenantId, other: TenantId) => number),
): MatrixView {
  const { rows: order, clusters } = typeof by === "function" ? sorted(matrix, by) : orderRows(index, matrix, by);
  const width = matrix.columns.length;
  const cells = new Uint16Array(matrix.cells.length);
  order.forEach((row, at) => cells.set(matrix.cells.subarray(row * width, (row + 1) * width), at * width));
  const sums = {
    standing: new Int32Array(order.length),
    eligible: new Int32Array(order.length),
    inDoubt: new Int32Array(order.length),
  };
  const kinds = Array.from({ length: mostCells }, (_, cell) => kindOfCell(cell));
  for (let row = 0; row < order.length; row++)
    for (let at = row * width; at < (row + 1) * width; at++) {
      const kind = kinds[cells[at]!];
      if (kind !== undefined) sums[kind][row]!++;
    }
  return { columns: matrix.columns, rows: Array.from(order, (row) => matrix.rows[row]!), cells, clusters, ...sums };
}

function sorted({ rows }: AccessMatrix, by: (one: TenantId, other: TenantId) => number): OrderedRows {
  const order = Int32Array.from(rows, (_, row) => row);
  return { rows: order.sort((one, other) => by(rows[one]!, rows[other]!) || one - other), clusters: [] };
}

/** What a cell counts as: standing before eligible, and what is certain before what is not. */
export function kindOfCell(cell: number): "standing" | "eligible" | "inDoubt" | undefined {
  if (cell === 0) return undefined;
  const { standing, eligible } = cellOf(cell);
  return standing > 0 ? "standing" : eligible > 0 ? "eligible" : "inDoubt";
}
