import { nothing, only, parameter, parameters, type Operator, type Run, type Tabular } from "../compile/scope";
import { notImplemented } from "../errors";
import type { Syntax } from "../language/syntax";
import type { Row } from "../values";

/** Rows of all legs. Analysis has said which columns there are; a leg without one fills it with nothing. */
export const union: Operator = (input, syntax, scope) =>
  unionOf([{ table: input, name: undefined }], syntax, scope.table);

/** `union A, B` at the beginning of a query has no input. */
export const leadingUnion = (syntax: Syntax, table: (syntax: Syntax) => Tabular): Tabular => unionOf([], syntax, table);

type Leg = { table: Tabular; name: string | undefined };

function unionOf(first: Leg[], syntax: Syntax, table: (syntax: Syntax) => Tabular): Tabular {
  const legs = syntax.children.filter(({ kind }) => kind !== "NamedParameter");
  const all = [...first, ...legs.map((leg): Leg => ({ table: table(leg), name: tableName(leg) }))];
  // Analysis gives `kind=inner` the columns of all legs, and what follows in the query was analysed so.
  const isNarrower = all.some(({ table }) =>
    syntax.columns.some(({ name }) => table.columns.every((column) => column.name !== name)),
  );
  if (parameter(syntax, "kind") === "inner" && isNarrower)
    throw notImplemented("union kind=inner of tables with different columns");
  const source = parameters(syntax).find((child) => only(child).text.toLowerCase().includes("source"))?.children[1]
    ?.name;
  const readers = all.map((leg, index) => reader(leg, index, syntax, source));
  return { columns: syntax.columns, ordered: false, rows: (run) => readers.flatMap((read) => read(run)) };
}

const tableName = (leg: Syntax): string | undefined =>
  leg.kind === "ParenthesizedExpression" ? tableName(only(leg)) : leg.kind === "NameReference" ? leg.name : undefined;

function reader({ table, name }: Leg, index: number, { columns }: Syntax, source: string | undefined) {
  const from = columns.map((column) =>
    table.columns.findIndex(({ name, type }) => name === column.name || `${name}_${type}` === column.name),
  );
  const empty = columns.map(({ type }) => nothing(type));
  const sourceAt = source === undefined ? -1 : columns.findIndex((column) => column.name === source);
  return (run: Run): Row[] =>
    table
      .rows(run)
      .map((row) =>
        from.map((at, column) =>
          column === sourceAt ? (name ?? `union_arg${index}`) : ((at < 0 ? empty[column] : row[at]) ?? null),
        ),
      );
}
