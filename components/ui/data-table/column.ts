import type { ReactNode } from "react";
import type { CellValue } from "@/lib/export/sheet";
import type { Field } from "@/lib/table/field";
import type { FinderOf } from "@/lib/table/finder";
import type { GroupOrder } from "@/lib/table/group";

/** A column of one kind of row: what it sorts and filters by, and how it is drawn and exported. */
export type Column<Row> = Field<Row> &
  Readonly<{
    header: string;
    /** The least width in pixels, and the share of what is left over. */
    width: number;
    grow?: number;
    align?: "end";
    /** Elements are few: a page draws dozens of rows in every frame that scrolls. `now` is for relative times. */
    cell: (row: Row, now: number) => ReactNode;
    /** What the cell says while rows rush past, without marks and icons; `text` unless given. */
    brief?: (row: Row, now: number) => string;
    /** More of what the cell shows, on hover. */
    title?: (row: Row) => string | undefined;
    /** What files hold, and what copying the cell gives; `text` unless given. undefined is what could not be seen. */
    exported?: (row: Row) => CellValue;
    /** Always fits, so it need not be clipped: clips are most of what painting a row costs. */
    isShort?: boolean;
    /** Meta text, in the second ink. */
    isQuiet?: boolean;
    /** "Tenant id": the row under the pointer offers to copy it. */
    copies?: string;
    /** Not shown until somebody chooses it. */
    isHidden?: boolean;
    /** Rows can be grouped by its facet. */
    isGrouping?: boolean;
  }>;

/** All that a table needs to know of its noun. Its values stand at module level, so that nothing is worked out twice. */
export type TableSpec<Row> = Readonly<{
  /** Part of exported files' names. */
  name: string;
  one: string;
  many: string;
  columns: readonly Column<Row>[];
  /** How words are found in the columns' texts; by looking through each row unless given. */
  finder?: FinderOf;
  rowId: (row: Row) => string;
  rowLabel: (row: Row) => string;
  /** The whole of a row for JSON exports. */
  record: (row: Row) => Record<string, unknown>;
  sort: Readonly<{ id: string; descending: boolean }>;
  placeholder: string;
  /** How groups stand, and whether they are open at first; by name and open unless given. */
  groups?: Readonly<{
    /** The column that rows are grouped by at first, if any. */
    by?: string;
    order: GroupOrder;
    areClosed: boolean;
    /** What stands before a group's name; `first` is the row that comes first in it. */
    mark?: (by: string, first: Row) => ReactNode;
    /** While rows stand as they do at first, groups stand by the sum of these, the heaviest first. */
    weight?: (row: Row) => number;
    /** The group of the rows without a value. */
    nameless?: Readonly<Record<string, string>>;
  }>;
  /** The columns that are kept while a detail stands beside the table, unless somebody chose columns. */
  beside?: readonly string[];
  /** The row on a narrow screen: two lines of 60 pixels. */
  compact: (row: Row) => ReactNode;
  /** A quiet class name for a row that is not up to date. */
  isStale?: (row: Row) => boolean;
}>;

/** Helps TypeScript to infer a column's parts from its row. */
export const columnOf =
  <Row>() =>
  (column: Column<Row>): Column<Row> =>
    column;

export const facetColumns = <Row>({ columns }: TableSpec<Row>): Column<Row>[] =>
  columns.filter(({ facet }) => facet !== undefined);

export const exportedValue = <Row>(column: Column<Row>, row: Row): CellValue =>
  column.exported ? column.exported(row) : column.text(row);
