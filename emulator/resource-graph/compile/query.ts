import { notImplemented, refusedOperator } from "../errors";
import { parse } from "../language/parse";
import { checkSubset } from "../language/subset";
import type { Column, Syntax } from "../language/syntax";
import { join } from "../operators/join";
import { mvExpand } from "../operators/mv-expand";
import { parseText } from "../operators/parse-text";
import { count, distinct, extend, project, projectAway, where } from "../operators/rows";
import { sort, top } from "../operators/sort";
import { summarize } from "../operators/summarize";
import { sample, take } from "../operators/take";
import { leadingUnion, union } from "../operators/union";
import { columns, tableNamed } from "../tables/schema";
import type { Row } from "../values";
import { compileScalar } from "./scalar";
import { only, type Operator, type Run, type Scalar, type Scope, type Tabular } from "./scope";

export type Query = {
  columns: readonly Column[];
  ordered: boolean;
  /** Whether it takes a number of rows (`limit`, `take`, `sample`): such a result cannot be paged. */
  isLimited: boolean;
  /** Whether it reads the clock, so that no result may be kept. */
  isVolatile: boolean;
  rows(run: Run): readonly Row[];
};

/** Turns a query's text into something to run; throws what Resource Graph answers to one it refuses. */
export function compile(text: string): Query {
  const block = parse(text);
  const found = checkSubset(block);
  const { columns, ordered, rows } = statements(block);
  return { columns, ordered, rows, ...found };
}

function statements(block: Syntax): Tabular {
  const scalars = new Map<string, Scalar>();
  const tables = new Map<string, Tabular>();
  const scope: Scope = { columns: [], scalars, tables, table: (syntax) => tabular(syntax, scope) };
  let result: Tabular | undefined;
  for (const statement of block.children) {
    if (statement.kind === "LetStatement") {
      const [name, value] = [only(statement).name, only(statement, 1)];
      if (value.kind === "FunctionDeclaration") throw notImplemented("let with a function");
      if (value.columns.length) tables.set(name, scope.table(value));
      else scalars.set(name, compileScalar(value, scope));
    } else if (result) throw notImplemented("several results in one query");
    else result = scope.table(statement);
  }
  if (!result) throw refusedOperator("<EOF>");
  return result;
}

function tabular(syntax: Syntax, scope: Scope): Tabular {
  switch (syntax.kind) {
    case "ParenthesizedExpression":
      return tabular(only(syntax), scope);
    case "NameReference":
      return scope.tables.get(syntax.name) ?? stored(syntax);
    case "UnionOperator":
      return leadingUnion(syntax, scope.table);
    case "PipeExpression": {
      const input = tabular(only(syntax), scope);
      const operator = only(syntax, 1);
      const compiled = operators[operator.kind];
      if (!compiled) throw refusedOperator(operator.tokens[0]?.text ?? operator.kind);
      return compiled(input, operator, { ...scope, columns: input.columns });
    }
  }
  throw notImplemented(`the table expression ${syntax.kind}`);
}

function stored({ name }: Syntax): Tabular {
  const table = tableNamed(name);
  if (!table) throw notImplemented(`the name ${name} as a table`);
  return { columns, ordered: false, rows: (run) => run.rows(table) };
}

const operators: Partial<Record<string, Operator>> = {
  CountOperator: count,
  DistinctOperator: distinct,
  ExtendOperator: extend,
  FilterOperator: where,
  JoinOperator: join,
  MvExpandOperator: mvExpand,
  ParseOperator: parseText,
  ProjectAwayOperator: projectAway,
  ProjectOperator: project,
  SampleOperator: sample,
  SortOperator: sort,
  SummarizeOperator: summarize,
  TakeOperator: take,
  TopOperator: top,
  UnionOperator: union,
};
