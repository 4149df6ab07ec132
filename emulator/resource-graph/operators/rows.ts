import { compileScalar } from "../compile/scalar";
import { columnAt, only, type Operator, type Scalar } from "../compile/scope";
import { notImplemented } from "../errors";
import type { Syntax } from "../language/syntax";
import { keyOfRow, type Row } from "../values";

export const where: Operator = (input, syntax, scope) => {
  const condition = compileScalar(only(syntax), scope);
  return { ...input, rows: (run) => input.rows(run).filter((row) => condition(row, run) === true) };
};

/** `name = expression` without its name. */
export const unnamed = (syntax: Syntax): Syntax => (syntax.kind === "SimpleNamedExpression" ? only(syntax, 1) : syntax);

export const project: Operator = (input, syntax, scope) => {
  const values = syntax.children.map((child) => compileScalar(unnamed(child), scope));
  if (values.length !== syntax.columns.length) throw notImplemented("an expression that yields several columns");
  return {
    columns: syntax.columns,
    ordered: input.ordered,
    rows: (run) => input.rows(run).map((row) => values.map((value) => value(row, run))),
  };
};

/** New values replace columns of their name in place; others stand at the end. All see the row as it was. */
export const extend: Operator = (input, syntax, scope) => {
  const named = syntax.children.filter(({ kind }) => kind === "SimpleNamedExpression").map((child) => only(child).name);
  const known = new Set([...input.columns.map(({ name }) => name), ...named]);
  const given = syntax.columns.filter(({ name }) => !known.has(name));
  const values = new Map<string, Scalar>();
  for (const child of syntax.children) {
    const value = compileScalar(unnamed(child), scope);
    if (child.kind === "NameReference") values.set(child.name, value);
    else if (child.kind === "SimpleNamedExpression") values.set(only(child).name, value);
    else values.set(given.shift()?.name ?? "", value);
  }
  const written = [...values].map(([name, value]) => ({ at: columnAt(syntax.columns, name), value }));
  return {
    columns: syntax.columns,
    ordered: input.ordered,
    rows: (run) =>
      input.rows(run).map((row) => {
        const cells = row.slice();
        for (const { at, value } of written) cells[at] = value(row, run);
        return cells;
      }),
  };
};

export const projectAway: Operator = (input, syntax) => {
  const kept = syntax.columns.map(({ name }) => columnAt(input.columns, name));
  return {
    columns: syntax.columns,
    ordered: input.ordered,
    rows: (run) => input.rows(run).map((row) => kept.map((at) => row[at] ?? null)),
  };
};

export const count: Operator = (input, syntax) => ({
  columns: syntax.columns,
  ordered: true,
  rows: (run) => [[input.rows(run).length]],
});

export const distinct: Operator = (input, syntax, scope) => {
  const isAll = only(syntax).kind === "StarExpression";
  const projected = isAll ? input : project(input, syntax, scope);
  return {
    columns: syntax.columns,
    ordered: false,
    rows: (run) => [...new Map(projected.rows(run).map((row): [string, Row] => [keyOfRow(row), row])).values()],
  };
};
