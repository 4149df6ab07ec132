import { facetOf, withFacet, type Facet } from "./facet";
import type { Field } from "./field";
import type { Finder, FinderOf } from "./finder";
import { orderOf, type Order } from "./order";
import { scanning } from "./scan";

type Hits = Readonly<{ terms: readonly string[]; rows: Int32Array }>;

/**
 * Rows with what was worked out about them so far: texts, orders, facets. Everything is made on first demand, or ahead of it
 * by `prepare`; rows that stay the same are not worked out again when others arrive.
 */
export type Table<Row> = Readonly<{
  fields: readonly Field<Row>[];
  rows: readonly Row[];
  finder: Finder<Row>;
  /** An order may be of an earlier, shorter set of rows. */
  orders: Map<string, Readonly<{ order: Order; of: readonly Row[] }>>;
  facets: Map<string, Facet>;
  lastHits: { current: Hits | undefined };
}>;

export const tableOf = <Row>(
  fields: readonly Field<Row>[],
  rows: readonly Row[],
  finderOf: FinderOf = scanning,
): Table<Row> => tableWith(fields, rows, finderOf(fields, rows));

const tableWith = <Row>(fields: readonly Field<Row>[], rows: readonly Row[], finder: Finder<Row>): Table<Row> => ({
  fields,
  rows,
  finder,
  orders: new Map(),
  facets: new Map(),
  lastHits: { current: undefined },
});

/** The table with other rows. */
export function withRows<Row>(table: Table<Row>, rows: readonly Row[]): Table<Row> {
  const next = tableWith(table.fields, rows, table.finder.withRows(rows));
  // An order of fewer rows still says where those belong; one of more rows names some that are gone.
  if (rows.length >= table.rows.length) table.orders.forEach((order, id) => next.orders.set(id, order));
  return next;
}

/** The words of a query; a row must have them all, in any order. */
export const termsOf = (query: string): string[] => query.toLowerCase().split(/\s+/).filter(Boolean);

/** Row numbers, ascending, whose text has every word. A query that adds to the last one looks only at that one's hits. */
export function search<Row>(table: Table<Row>, query: string): Int32Array {
  const terms = termsOf(query);
  const last = table.lastHits.current;
  if (last && terms.join(" ") === last.terms.join(" ")) return last.rows;
  const narrows = last?.terms.every((old) => terms.some((term) => term.includes(old)));
  const rows = table.finder.find(terms, last && narrows ? last.rows : undefined);
  table.lastHits.current = { terms, rows };
  return rows;
}

export type Chosen = Readonly<Record<string, readonly string[]>>;

/** Search and facets together; `except` leaves one facet out, to count what choosing in it would give. */
export function filter<Row>(table: Table<Row>, query: string, chosen: Chosen, except?: string): Int32Array {
  let hits = search(table, query);
  for (const [id, values] of Object.entries(chosen)) {
    if (id === except || !values.length) continue;
    const facet = facetFor(table, id);
    if (facet) hits = withFacet(hits, facet, new Set(values));
  }
  return hits;
}

export function facetFor<Row>(table: Table<Row>, id: string): Facet | undefined {
  const known = table.facets.get(id);
  if (known) return known;
  const read = table.fields.find((field) => field.id === id)?.facet;
  if (!read) return undefined;
  const facet = facetOf(table.rows, read);
  table.facets.set(id, facet);
  return facet;
}

/** The order by a column, if it has been prepared, perhaps of the rows that were there before the last ones. */
export const orderFor = <Row>(table: Table<Row>, id: string | undefined): Order | undefined =>
  id === undefined ? undefined : table.orders.get(id)?.order;

export const isOrdered = <Row>(table: Table<Row>, id: string): boolean => table.orders.get(id)?.of === table.rows;

/** Works out the order by a column, to be run in slices. */
export function* prepareOrder<Row>(table: Table<Row>, id: string): Generator<void, void> {
  const field = table.fields.find((candidate) => candidate.id === id);
  if (!field || isOrdered(table, id)) return;
  const read = field.value ?? field.text;
  const order = yield* orderOf(table.rows.length, (row) => read(table.rows[row]!));
  table.orders.set(id, { order, of: table.rows });
}
