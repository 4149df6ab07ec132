import { compileScalar } from "../compile/scalar";
import { only, type Operator, type Run, type Scalar, type Scope } from "../compile/scope";
import { refusedQuery } from "../errors";
import type { Syntax } from "../language/syntax";
import { compare, type Row, type Value } from "../values";
import { sizeOf } from "./take";

type Key = { value: Scalar; descends: boolean; nullsFirst: boolean };

export const sort: Operator = (input, syntax, scope) => {
  const keys = syntax.children.filter(({ kind }) => kind !== "NamedParameter").map((child) => keyOf(child, scope));
  return { columns: input.columns, ordered: true, rows: (run) => sorted(input.rows(run), keys, run) };
};

export const top: Operator = (input, syntax, scope) => {
  const [size, by] = syntax.children.filter(({ kind }) => kind !== "NamedParameter");
  const key = keyOf(by ?? syntax, scope);
  const limit = sizeOf(size ?? syntax, scope);
  return {
    columns: input.columns,
    ordered: true,
    rows: (run) => sorted(input.rows(run), [key], run).slice(0, limit(run)),
  };
};

/** Descending unless said otherwise; nulls are the smallest unless said otherwise. */
function keyOf(syntax: Syntax, scope: Scope): Key {
  const expression = syntax.kind === "OrderedExpression" ? only(syntax) : syntax;
  if (expression.type === "dynamic")
    throw refusedQuery("SemanticError", "The sort key must not be dynamic.", { token: expression.text });
  const ordering = syntax.kind === "OrderedExpression" ? syntax.children[1] : undefined;
  const descends = !ordering?.text.toLowerCase().startsWith("asc");
  const nulls = /nulls (first|last)/i.exec(ordering?.text ?? "")?.[1]?.toLowerCase();
  return { value: compileScalar(expression, scope), descends, nullsFirst: nulls ? nulls === "first" : !descends };
}

function sorted(rows: readonly Row[], keys: readonly Key[], run: Run): readonly Row[] {
  const columns = keys.map((key) => ({ ...key, values: rows.map((row) => key.value(row, run)) }));
  const order = rows.map((_, index) => index);
  const [first] = columns;
  order.sort((left, right) => {
    // A loop over all keys would cost more than the comparison itself: most queries have one.
    let difference = first ? compared(first.values[left], first.values[right], first) : 0;
    for (let at = 1; difference === 0 && at < columns.length; at++) {
      const column = columns[at];
      if (column) difference = compared(column.values[left], column.values[right], column);
    }
    return difference;
  });
  const result: Row[] = [];
  for (const index of order) {
    const row = rows[index];
    if (row) result.push(row);
  }
  return result;
}

function compared(left: Value | undefined, right: Value | undefined, { descends, nullsFirst }: Key): number {
  if (left === null || right === null || left === undefined || right === undefined) {
    if (left === right) return 0;
    return (left === null) === nullsFirst ? -1 : 1;
  }
  const order = compare(left, right) ?? 0;
  return descends ? -order : order;
}
