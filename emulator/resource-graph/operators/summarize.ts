import { compileScalar } from "../compile/scalar";
import { only, parameters, type Operator, type Run, type Scalar, type Scope } from "../compile/scope";
import { notImplemented } from "../errors";
import type { Syntax } from "../language/syntax";
import { keyOfRow, type Row, type Value } from "../values";
import { aggregates, type Aggregate } from "./aggregates";
import { unnamed } from "./rows";

/** Groups come in the order in which they are met; without `by` there is one group even if no row came in. */
export const summarize: Operator = (input, syntax, scope) => {
  const [unknown] = parameters(syntax);
  if (unknown) throw notImplemented(`summarize ${only(unknown).text}`);
  const clause = syntax.children.find(({ kind }) => kind === "SummarizeByClause");
  const keys = (clause?.children ?? []).map((child) => compileScalar(unnamed(child), scope));
  const results = syntax.children
    .filter(({ kind }) => kind !== "SummarizeByClause" && kind !== "NamedParameter")
    .map((child) => result(unnamed(child), scope));

  const width = keys.length + results.reduce((total, { width }) => total + width, 0);
  if (width !== syntax.columns.length) throw notImplemented("a summarize whose aggregates yield other columns");
  return {
    columns: syntax.columns,
    ordered: false,
    rows: (run) => {
      const groups = grouped(input.rows(run), keys, run);
      if (!keys.length && !groups.length) groups.push({ values: [], rows: [] });
      return groups.map(({ values, rows }) => [...values, ...results.flatMap(({ of }) => of(rows, run))]);
    },
  };
};

type Group = { values: Value[]; rows: Row[] };

function grouped(rows: readonly Row[], keys: readonly Scalar[], run: Run): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const values = keys.map((key) => key(row, run));
    const name = keyOfRow(values);
    const group = groups.get(name);
    if (group) group.rows.push(row);
    else groups.set(name, { values, rows: [row] });
  }
  return [...groups.values()];
}

/** An aggregate, or an expression over aggregates such as `round(avg(x), 2)`. */
function result(syntax: Syntax, scope: Scope): { width: number; of: Aggregate } {
  const make = syntax.kind === "FunctionCallExpression" ? aggregates.get(only(syntax).name) : undefined;
  const passed = syntax.children[1]?.children ?? [];
  if (make) return { width: syntax.columns.length || 1, of: make(passed, scope, syntax) };

  const inner: Aggregate[] = [];
  const aggregate = (call: Syntax): Scalar | undefined => {
    const of = aggregates.get(only(call).name)?.(call.children[1]?.children ?? [], scope, call);
    if (!of) return undefined;
    const at = inner.push(of) - 1;
    return (row) => row[at] ?? null;
  };
  const outer = compileScalar(syntax, { ...scope, columns: [], aggregate });
  return {
    width: 1,
    of: (rows, run) => [
      outer(
        inner.map((of) => of(rows, run)[0] ?? null),
        run,
      ),
    ],
  };
}
