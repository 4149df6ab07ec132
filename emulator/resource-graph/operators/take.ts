import { compileScalar } from "../compile/scalar";
import { only, type Operator, type Run, type Scope } from "../compile/scope";
import { refusedQuery } from "../errors";
import type { Syntax } from "../language/syntax";

/** The number of rows that `take`, `top` and `sample` ask for. */
export function sizeOf(syntax: Syntax, scope: Scope): (run: Run) => number {
  const size = compileScalar(syntax, { ...scope, columns: [] });
  return (run) => {
    const value = size([], run);
    if (typeof value !== "number" || value < 0)
      throw refusedQuery("SemanticError", "The expression value must be a positive integer.", { token: syntax.text });
    return value;
  };
}

export const take: Operator = (input, syntax, scope) => {
  const size = sizeOf(only(syntax), scope);
  return { ...input, rows: (run) => input.rows(run).slice(0, size(run)) };
};

/** Any rows, spread over the input; the same for the same input, so that a test can be repeated. */
export const sample: Operator = (input, syntax, scope) => {
  const size = sizeOf(only(syntax), scope);
  return {
    columns: input.columns,
    ordered: false,
    rows: (run) => {
      const rows = input.rows(run);
      const wanted = Math.min(size(run), rows.length);
      return rows.filter(
        (_, index) => Math.floor((index * wanted) / rows.length) !== Math.floor(((index + 1) * wanted) / rows.length),
      );
    },
  };
};
