import { compileScalar } from "../compile/scalar";
import { only, type Operator, type Scalar, type Scope } from "../compile/scope";
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

function sorted(rows: readonly Row[], keys: readonly Key[], run: Parameters<Scalar>[1]): readonly Row[] {
  const values = keys.map(({ value }) => rows.map((row) => value(row, run)));
  const order = rows.map((_, index) => index);
  order.sort((left, right) => {
    for (const [index, column] of values.entries()) {
      const key = keys[index];
      const difference = key ? ordered(column[left] ?? null, column[right] ?? null, key) : 0;
      if (difference !== 0) return difference;
    }
    return left - right;
  });
  return order.flatMap((index) => {
    const row = rows[index];
    return row ? [row] : [];
  });
}

function ordered(left: Value, right: Value, { descends, nullsFirst }: Key): number {
  if (left === null || right === null) {
    if (left === right) return 0;
    return (left === null) === nullsFirst ? -1 : 1;
  }
  const order = compare(left, right) ?? 0;
  return descends ? -order : order;
}
