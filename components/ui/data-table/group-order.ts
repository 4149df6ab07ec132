import type { GroupOrder } from "@/lib/table/group";
import type { TableSpec } from "./column";
import type { Sort } from "./url-params";

const known = new WeakMap<readonly unknown[], Float64Array>();

/** How groups stand: by what their rows weigh together where these stand as they do at first, else as the spec says. */
export function groupOrderOf<Row>(
  { groups, sort }: TableSpec<Row>,
  rows: readonly Row[],
  { id, descending }: Sort,
): GroupOrder | undefined {
  const weight = groups?.weight;
  if (!weight || id !== sort.id || descending !== sort.descending) return groups?.order;
  let weights = known.get(rows);
  if (!weights) known.set(rows, (weights = Float64Array.from(rows, weight)));
  return weights;
}

/** What the group is called whose rows have no value. */
export const namelessGroup = <Row>({ groups }: TableSpec<Row>, by = ""): string => groups?.nameless?.[by] ?? "No value";
