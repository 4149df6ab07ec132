import { facetOf, withFacet, type Facet } from "./facet";
import type { Field } from "./field";
import { isOneLetter, lettersOf } from "./letters";
import { looksFor, repeatsOf, withWords, type Looks, type Repeats } from "./repeats";
import { orderOf, type Order } from "./order";
import { gathered } from "./scratch";

/** `looks`: which repeating texts have the terms. */
type Hits = Readonly<{ terms: readonly string[]; rows: Int32Array; looks: Looks }>;

const noLooks: Looks = new Map();

/**
 * Rows with what was worked out about them so far: one lower-cased text each, orders, facets. Everything is made on first
 * demand, or ahead of it by `prepare`; rows that stay the same are not worked out again when others arrive.
 */
export type Table<Row> = Readonly<{
  fields: readonly Field<Row>[];
  rows: readonly Row[];
  texts: (string | undefined)[];
  /** The letters of the texts, side by side in memory: most rows are told from them alone. */
  letters: Int32Array;
  /** The texts field by field, where all fields repeat theirs. */
  repeats: { current: readonly Repeats[] | undefined };
  /** An order may be of an earlier, shorter set of rows. */
  orders: Map<string, Readonly<{ order: Order; of: readonly Row[] }>>;
  facets: Map<string, Facet>;
  lastHits: { current: Hits | undefined };
}>;

export const tableOf = <Row>(fields: readonly Field<Row>[], rows: readonly Row[]): Table<Row> => ({
  fields,
  rows,
  texts: new Array<string | undefined>(rows.length),
  letters: new Int32Array(rows.length),
  repeats: { current: undefined },
  orders: new Map(),
  facets: new Map(),
  lastHits: { current: undefined },
});

/** The table with other rows. Those that are the same object at the same place keep their text. */
export function withRows<Row>(table: Table<Row>, rows: readonly Row[]): Table<Row> {
  const next = tableOf(table.fields, rows);
  const common = Math.min(rows.length, table.rows.length);
  for (let index = 0; index < common; index++) {
    if (rows[index] !== table.rows[index]) continue;
    next.texts[index] = table.texts[index];
    next.letters[index] = table.letters[index]!;
  }
  // An order of fewer rows still says where those belong; one of more rows names some that are gone.
  if (rows.length >= table.rows.length) table.orders.forEach((order, id) => next.orders.set(id, order));
  return next;
}

const textAt = <Row>({ fields, rows, texts }: Table<Row>, index: number): string =>
  (texts[index] ??= fields
    .map((field) => field.text(rows[index]!))
    .join("\n")
    .toLowerCase());

const lettersAt = <Row>(table: Table<Row>, index: number): number =>
  (table.letters[index] ||= lettersOf(textAt(table, index)));

/** The words of a query; a row must have them all, in any order. */
export const termsOf = (query: string): string[] => query.toLowerCase().split(/\s+/).filter(Boolean);

/** Row numbers, ascending, whose text has every word. A query that adds to the last one looks only at that one's hits. */
export function search<Row>(table: Table<Row>, query: string): Int32Array {
  const terms = termsOf(query);
  const last = table.lastHits.current;
  if (last && terms.join(" ") === last.terms.join(" ")) return last.rows;
  const narrows = last?.terms.every((old) => terms.some((term) => term.includes(old)));
  const among = last && narrows ? last.rows : undefined;
  const repeats = isRepeating(table) && terms.length > 0 ? repeatsIn(table) : undefined;
  const looks = repeats ? looksFor(repeats, terms, last?.looks ?? noLooks) : noLooks;
  const rows = repeats ? withWords(repeats, looks, among, table.rows.length) : scan(table, terms, among);
  table.lastHits.current = { terms, rows, looks };
  return rows;
}

const isRepeating = <Row>({ fields }: Table<Row>): boolean =>
  fields.length > 0 && fields.every(({ repeats }) => repeats);

function repeatsIn<Row>(table: Table<Row>): readonly Repeats[] {
  const work = prepareRepeats(table);
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

function* prepareRepeats<Row>(table: Table<Row>): Generator<void, readonly Repeats[]> {
  if (table.repeats.current) return table.repeats.current;
  const found: Repeats[] = [];
  for (const field of table.fields) found.push(yield* repeatsOf(table.rows, field));
  return (table.repeats.current = found);
}

/** Of `among`, or of all rows, those that have every word. */
const scan = <Row>(table: Table<Row>, terms: readonly string[], among: Int32Array | undefined): Int32Array =>
  gathered(among?.length ?? table.rows.length, (into) => {
    const count = among?.length ?? table.rows.length;
    const wanted = terms.length === 0 ? 0 : lettersOf(terms.join(""));
    const words = terms.filter((term) => !isOneLetter(term));
    let found = 0;
    for (let place = 0; place < count; place++) {
      const row = among ? among[place]! : place;
      const mayHit = wanted === 0 || (lettersAt(table, row) & wanted) === wanted;
      if (mayHit && (words.length === 0 || hasAll(textAt(table, row), words))) into[found++] = row;
    }
    return found;
  });

function hasAll(text: string, words: readonly string[]): boolean {
  for (const word of words) if (!text.includes(word)) return false;
  return true;
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

/** Makes the texts and letters that `search` would otherwise have to make at the first key, to be run in slices. */
export function* prepareTexts<Row>(table: Table<Row>): Generator<void, void> {
  if (isRepeating(table)) return void (yield* prepareRepeats(table));
  for (let row = 0; row < table.rows.length; row++) {
    lettersAt(table, row);
    if (row % 64 === 0) yield;
  }
}
