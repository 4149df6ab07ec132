import type { Field } from "./field";

/** Finds the rows of a table that have all of some words, each in the text of any field. */
export type Finder<Row> = Readonly<{
  /** Row numbers, ascending, of `among`, or of all rows. The words are in lower case. */
  find: (words: readonly string[], among: Int32Array | undefined) => Int32Array;
  /** Makes ahead what `find` would otherwise make at the first word, to be run in slices. */
  prepare: () => Generator<void, void>;
  /** The same for other rows; what is known of those that are the same object at the same place may be kept. */
  withRows: (rows: readonly Row[]) => Finder<Row>;
}>;

export type FinderOf = <Row>(fields: readonly Field<Row>[], rows: readonly Row[]) => Finder<Row>;
