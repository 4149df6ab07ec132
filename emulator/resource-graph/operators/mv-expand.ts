import { compileScalar } from "../compile/scalar";
import { columnAt, only, parameter, parameters, type Operator } from "../compile/scope";
import { notImplemented, refusedQuery } from "../errors";
import { converters } from "../functions/conversion";
import type { Syntax } from "../language/syntax";
import { isArray, isBag, type Row, type Value } from "../values";

const mostRows = 400;
const usualRows = 128;

/** One row per element. Null stays as one row, an empty array takes its row away; several columns are read side by side. */
export const mvExpand: Operator = (input, syntax, scope) => {
  const unknown = parameters(syntax).find(
    (child) => !["kind", "bagexpansion"].includes(only(child).text.toLowerCase()),
  );
  if (unknown) throw notImplemented(`mv-expand ${only(unknown).text}`);
  const isArrayKind = (parameter(syntax, "kind") ?? parameter(syntax, "bagexpansion")) === "array";
  const limit = rowLimit(syntax);
  const expressions = syntax.children.filter(({ kind }) => kind === "MvExpandExpression");
  const expanded = expressions.map((child) => {
    const named = only(child);
    const inner = named.kind === "SimpleNamedExpression" ? only(named, 1) : named;
    return {
      value: compileScalar(inner, scope),
      to: converter(child),
      name: nameOf(named, syntax, input.columns.length),
    };
  });
  const targets = expanded.map(({ name }) => columnAt(syntax.columns, name));
  const kept = syntax.columns.map(({ name }) => input.columns.findIndex((column) => column.name === name));

  return {
    columns: syntax.columns,
    ordered: input.ordered,
    rows: (run) =>
      input.rows(run).flatMap((row) => {
        const lists = expanded.map(({ value }) => elements(value(row, run), isArrayKind));
        const length = Math.min(limit, Math.max(...lists.map((list) => list.length)));
        return Array.from({ length }, (_, index): Row => {
          const cells: Value[] = kept.map((at) => row[at] ?? null);
          for (const [which, target] of targets.entries())
            cells[target] = expanded[which]?.to(lists[which]?.[index] ?? null) ?? null;
          return cells;
        });
      }),
  };
};

/** A column that is only named expands in place; an expression without a name makes the first new column. */
function nameOf(named: Syntax, operator: Syntax, from: number): string {
  if (named.kind === "SimpleNamedExpression") return only(named).name;
  if (named.kind === "NameReference") return named.name;
  const name = operator.columns[from]?.name;
  if (name === undefined || operator.columns.length > from + 1)
    throw notImplemented("mv-expand of several unnamed expressions");
  return name;
}

function rowLimit(syntax: Syntax): number {
  const clause = syntax.children.find(({ kind }) => kind === "MvExpandRowLimitClause");
  if (!clause) return usualRows;
  const limit = Number(only(clause).text);
  if (!Number.isInteger(limit)) throw notImplemented("a RowLimit of mv-expand that is no number");
  if (limit > mostRows || limit < 1)
    throw refusedQuery("MvExpandRowLimitExceeded", `The RowLimit of mv-expand must be between 1 and ${mostRows}.`, {
      token: String(limit),
    });
  return limit;
}

function elements(value: Value, isArrayKind: boolean): readonly Value[] {
  if (isArray(value)) return value;
  if (!isBag(value)) return [value];
  return Object.entries(value).map(([key, inner]): Value => (isArrayKind ? [key, inner] : { [key]: inner }));
}

/** `to typeof(string)` converts each element. */
function converter(syntax: Syntax): (value: Value) => Value {
  const clause = syntax.children.find(({ kind }) => kind === "ToTypeOfClause");
  if (!clause) return (value) => value;
  const convert = converters[only(only(clause)).text.toLowerCase()];
  if (!convert) throw notImplemented(`mv-expand ${clause.text}`);
  return convert;
}
