import { notImplemented } from "../errors";
import type { Column, Syntax, Type } from "../language/syntax";
import type { TableName } from "../tables/schema";
import type { DateTime, Row, Value } from "../values";

/** What a compiled query needs to be evaluated once. */
export type Run = { now: DateTime; rows(table: TableName): readonly Row[] };

export type Scalar = (row: Row, run: Run) => Value;

export type Tabular = {
  columns: readonly Column[];
  /** Whether the query says in which order rows come; the service promises nothing where it does not. */
  ordered: boolean;
  rows(run: Run): readonly Row[];
};

/** What names mean where an expression stands. */
export type Scope = {
  columns: readonly Column[];
  scalars: ReadonlyMap<string, Scalar>;
  tables: ReadonlyMap<string, Tabular>;
  table(syntax: Syntax): Tabular;
  /** Inside `summarize`: reads the value of an aggregate from a group. */
  aggregate?: (call: Syntax) => Scalar | undefined;
};

/** Compiles one operator of a pipe. */
export type Operator = (input: Tabular, syntax: Syntax, scope: Scope) => Tabular;

export function columnAt(columns: readonly Column[], name: string): number {
  const index = columns.findIndex((column) => column.name === name);
  if (index < 0) throw notImplemented(`the name ${name} in this place`);
  return index;
}

export const only = (syntax: Syntax, index = 0): Syntax => {
  const child = syntax.children[index];
  if (!child) throw notImplemented(syntax.kind);
  return child;
};

/** Value of a parameter such as `kind=` of a join, lower-cased. */
export const parameter = (syntax: Syntax, name: string): string | undefined =>
  parameters(syntax)
    .find((found) => only(found).name.toLowerCase() === name)
    ?.children[1]?.text.toLowerCase();
export const parameters = (syntax: Syntax): Syntax[] => syntax.children.filter(({ kind }) => kind === "NamedParameter");

/** What a column of this type holds in a row that has no value for it. */
export const nothing = (type: Type): Value => (type === "string" ? "" : null);
