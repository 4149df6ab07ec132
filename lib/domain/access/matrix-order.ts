import type { Definition } from "../definition";
import type { TenantId } from "../ids";
import type { AccessIndex } from "./access-index";
import type { AccessMatrix } from "./matrix";
import { exposureOf } from "./matrix-cell";

/**
 * `offer`: customers of one offer side by side, whatever its version: one plan gives all its buyers the same access, so
 * that who differs stands out. `exposure`: most and strongest access first. `similarity`: equal patterns side by side.
 */
export type RowOrder = "offer" | "exposure" | "similarity";

/** Rows of a matrix by their places, and where clusters of them begin and end. No label: no definition could be read. */
export type OrderedRows = Readonly<{
  rows: Int32Array;
  clusters: readonly Readonly<{ label: string | undefined; from: number; to: number }>[];
}>;

export function orderRows(index: AccessIndex, matrix: AccessMatrix, by: RowOrder): OrderedRows {
  const exposures = exposuresOf(matrix);
  const rows = Int32Array.from(matrix.rows, (_, row) => row);
  const byExposure = (one: number, other: number) => exposures[other]! - exposures[one]! || one - other;
  switch (by) {
    case "exposure":
      return { rows: rows.sort(byExposure), clusters: [] };
    case "similarity":
      return { rows: rows.sort((one, other) => comparePatterns(matrix, one, other) || one - other), clusters: [] };
    case "offer":
      return clustered(rows.sort(byExposure), mainOffers(index), matrix);
  }
}

function exposuresOf({ rows, columns, cells }: AccessMatrix): Float64Array {
  const sums = new Float64Array(rows.length);
  for (let at = 0; at < cells.length; at++)
    if (cells[at] !== 0) sums[Math.floor(at / columns.length)]! += exposureOf(cells[at]!);
  return sums;
}

/** Columns run from far-reaching to rare, so that the first difference is the one that concerns most. */
function comparePatterns({ columns, cells }: AccessMatrix, one: number, other: number): number {
  const width = columns.length;
  for (let at = 0; at < width; at++) {
    const difference = cells[other * width + at]! - cells[one * width + at]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Clusters come in the order of their most exposed rows, and each runs from its most exposed row down. */
function clustered(
  rows: Int32Array,
  offerOf: ReadonlyMap<TenantId, string>,
  { rows: tenants }: AccessMatrix,
): OrderedRows {
  const byOffer = new Map<string | undefined, number[]>();
  for (const row of rows) {
    const offer = offerOf.get(tenants[row]!);
    const own = byOffer.get(offer);
    if (own) own.push(row);
    else byOffer.set(offer, [row]);
  }
  let from = 0;
  const clusters = Array.from(byOffer, ([label, own]) => ({ label, from, to: (from += own.length) }));
  return { rows: Int32Array.from([...byOffer.values()].flat()), clusters };
}

/** What most of a customer's delegations were made by. Nothing where no definition could be read. */
function mainOffers({ delegations }: AccessIndex): ReadonlyMap<TenantId, string> {
  const counts = new Map<TenantId, Map<string, number>>();
  for (const { customer, definition } of delegations) {
    if (!definition) continue;
    let own = counts.get(customer);
    if (!own) counts.set(customer, (own = new Map()));
    const offer = offerLine(definition);
    own.set(offer, (own.get(offer) ?? 0) + 1);
  }
  return new Map(Array.from(counts, ([customer, own]) => [customer, mostOf(own)]));
}

/** What customers of one offer have in common, whatever its version. */
export const offerLine = ({ offer, plan }: Definition): string => (plan ? `${offer}, ${plan.name}` : offer);

function mostOf(counts: ReadonlyMap<string, number>): string {
  let [most, label] = [0, ""];
  for (const [offer, count] of counts)
    if (count > most || (count === most && offer < label)) [most, label] = [count, offer];
  return label;
}
