import { refusedOperator, refusedQuery } from "../errors";
import { tableNamed } from "../tables/schema";
import type { Syntax } from "./syntax";

/** Kusto operators that Resource Graph has. */
const operators = new Set([
  ...["Count", "Distinct", "Extend", "Filter", "Join", "MvExpand", "Parse", "ProjectAway", "Project", "Sample", "Sort"],
  ...["Summarize", "Take", "Top", "Union"],
]);
/** What makes rows without a table of Resource Graph. */
const foreign = new Set(["DataTableExpression", "ExternalDataExpression", "ContextualDataTableExpression"]);
const most = { joins: 3, expansions: 3, legs: 3, crossings: 1 };

/** Refuses what Kusto has and Resource Graph has not, and more than it allows; says what of the query matters for paging. */
export function checkSubset(block: Syntax): { isLimited: boolean; isVolatile: boolean } {
  const all = [...descendants(block)];
  for (const { kind, tokens, text } of all) {
    const operator = /^(\w+)Operator$/.exec(kind)?.[1];
    if ((operator && !operators.has(operator)) || foreign.has(kind)) throw refusedOperator(tokens[0]?.text ?? text);
  }
  const called = new Set(
    all.filter(({ kind }) => kind === "FunctionCallExpression").map((call) => call.children[0]?.name),
  );
  for (const name of ["cluster", "database", "table", "externaldata"])
    if (called.has(name)) throw refusedOperator(name);

  limit("join", all.filter(({ kind }) => kind === "JoinOperator").length, most.joins);
  limit("mv-expand", all.filter(({ kind }) => kind === "MvExpandOperator").length, most.expansions);
  const legs = all
    .filter(({ kind }) => kind === "UnionOperator")
    .flatMap(({ children }) => children.filter(({ kind }) => kind !== "NamedParameter"));
  limit("union leg", legs.length, most.legs);
  crossings(block, all);

  return {
    isLimited: all.some(({ kind }) => kind === "TakeOperator" || kind === "SampleOperator"),
    isVolatile: called.has("now") || called.has("ago"),
  };
}

function* descendants(syntax: Syntax): Generator<Syntax> {
  yield syntax;
  for (const child of syntax.children) yield* descendants(child);
}

function limit(what: string, count: number, most: number) {
  if (count > most)
    throw refusedQuery(
      "DisallowedMaxNumberOfOperators",
      `A query may hold ${most} ${what} operators at most; this one holds ${count}.`,
      {
        token: what,
      },
    );
}

/** One table may be joined to another; Resources and ResourceContainers may cross freely. */
function crossings(block: Syntax, all: readonly Syntax[]) {
  const home = tablesIn(lastStatement(block), true)[0];
  const crossing = all
    .filter(({ kind }) => kind === "JoinOperator" || kind === "UnionOperator")
    .flatMap((operator) => operator.children.filter(({ kind }) => kind !== "NamedParameter" && kind !== "JoinOnClause"))
    .flatMap((side) => tablesIn(side, false).slice(0, 1))
    .filter((table) => table !== home && !(isShared(table) && home !== undefined && isShared(home)));
  if (crossing.length > most.crossings)
    throw refusedQuery(
      "DisallowedMaxNumberOfRemoteTables",
      `The query refers to ${crossing.length} remote tables; ${most.crossings} is allowed.`,
    );
}

const lastStatement = (block: Syntax): Syntax =>
  block.children.findLast(({ kind }) => kind !== "LetStatement") ?? block;
const isShared = (table: string) => table === "Resources" || table === "ResourceContainers";

/** Names of tables below a node, in order; for a pipe, only of what flows into it. */
function tablesIn(syntax: Syntax, isFirst: boolean): string[] {
  if (syntax.kind === "NameReference" && syntax.columns.length) return [tableNamed(syntax.name) ?? ""].filter(Boolean);
  const below = isFirst && syntax.kind === "PipeExpression" ? syntax.children.slice(0, 1) : syntax.children;
  return below.flatMap((child) => tablesIn(child, isFirst));
}
