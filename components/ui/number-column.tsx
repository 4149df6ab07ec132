import { count, countText } from "./count";
import type { Column } from "./data-table/column";

type Given<Row> = Pick<Column<Row>, "id" | "header" | "width"> &
  Partial<Column<Row>> &
  Readonly<{
    of: (row: Row) => number | undefined;
    /** Why it is not known, where it is not. */
    unknown?: string;
  }>;

/** A count: it sorts as a number, is exported as one, and is not looked for as text. */
export const numberColumn = <Row,>({ of, unknown, ...given }: Given<Row>): Column<Row> => ({
  align: "end",
  isShort: true,
  text: () => "",
  value: of,
  brief: (row) => countText(of(row)),
  exported: of,
  cell: (row) => count(of(row), unknown),
  ...given,
});
