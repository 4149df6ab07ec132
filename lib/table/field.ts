export type Sortable = string | number | undefined;

/** What the table's core must know of a column; how it looks is the screen's matter. */
export type Field<Row> = Readonly<{
  id: string;
  /** What the filter searches and an export writes. */
  text: (row: Row) => string;
  /** What sorting compares, `text` unless given; what is unknown (undefined) comes last in both directions. */
  value?: ((row: Row) => Sortable) | undefined;
  /** The values to filter and group by; a row may have several, or none. */
  facet?: ((row: Row) => string | readonly string[]) | undefined;
}>;
