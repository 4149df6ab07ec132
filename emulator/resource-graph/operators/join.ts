import { compileScalar } from "../compile/scalar";
import {
  nothing,
  only,
  parameter,
  parameters,
  type Operator,
  type Run,
  type Scalar,
  type Tabular,
} from "../compile/scope";
import { notImplemented, refusedQuery } from "../errors";
import type { Syntax } from "../language/syntax";
import { keyOfRow, type Row } from "../values";

const kinds = ["innerunique", "inner", "leftouter", "fullouter"] as const;
type Kind = (typeof kinds)[number];

/** All columns of the left, then all of the right: analysis has given duplicates their suffix 1 already. */
export const join: Operator = (input, syntax, scope) => {
  const kind = kindOf(syntax);
  const [table, condition] = syntax.children.filter((child) => child.kind !== "NamedParameter");
  if (!table || condition?.kind !== "JoinOnClause") throw notImplemented("a join without on");
  const right = scope.table(table);
  const pairs = condition.children.map((child) => sides(child));
  const left = pairs.map((pair) => compileScalar(pair.left, { ...scope, columns: input.columns }));
  const other = pairs.map((pair) => compileScalar(pair.right, { ...scope, columns: right.columns }));
  return { columns: syntax.columns, ordered: false, rows: (run) => joined(kind, input, right, left, other, run) };
};

function kindOf(syntax: Syntax): Kind {
  const hint = parameters(syntax).find((child) => only(child).text.toLowerCase().startsWith("hint."));
  if (hint)
    throw refusedQuery("InvalidQueryLanguage", "Custom join strategies are not allowed.", { token: only(hint).text });
  const asked = parameter(syntax, "kind") ?? "innerunique";
  const kind = kinds.find((kind) => kind === asked);
  if (!kind)
    throw refusedQuery("UnsupportedJoinFlavor", `The join kind "${asked}" is not supported or not allowed.`, {
      token: asked,
    });
  return kind;
}

/** `on a` or `on $left.a == $right.b`, in either order. */
function sides(syntax: Syntax): { left: Syntax; right: Syntax } {
  const pair = syntax.kind === "EqualExpression" ? [only(syntax), only(syntax, 1)] : [syntax, syntax];
  const side = (name: string) => pair.find((path) => path.kind === "PathExpression" && only(path).name === name);
  const left = side("$left");
  const right = side("$right");
  const found =
    left && right
      ? { left: only(left, 1), right: only(right, 1) }
      : syntax.kind === "NameReference"
        ? { left: syntax, right: syntax }
        : undefined;
  if (!found) throw notImplemented(`a join on ${syntax.text}`);
  if ([found.left, found.right].some(({ type }) => type === "dynamic") || syntax.type === "dynamic")
    throw refusedQuery("SemanticError", "A join key must not be dynamic; use tostring().", { token: syntax.text });
  return found;
}

function joined(kind: Kind, input: Tabular, right: Tabular, left: Scalar[], other: Scalar[], run: Run): Row[] {
  const keyed = (row: Row, scalars: readonly Scalar[]) => {
    const values = scalars.map((scalar) => scalar(row, run));
    return values.includes(null) ? undefined : keyOfRow(values);
  };
  const rows = right.rows(run);
  const index = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyed(row, other);
    if (key === undefined) continue;
    const group = index.get(key);
    if (group) group.push(row);
    else index.set(key, [row]);
  }

  const result: Row[] = [];
  const met = new Set<string>();
  const noRight = right.columns.map(({ type }) => nothing(type));
  for (const row of input.rows(run)) {
    const key = keyed(row, left);
    if (kind === "innerunique" && key !== undefined && met.has(key)) continue;
    if (key !== undefined) met.add(key);
    const partners = (key === undefined ? undefined : index.get(key)) ?? [];
    for (const partner of partners) result.push([...row, ...partner]);
    if (!partners.length && (kind === "leftouter" || kind === "fullouter")) result.push([...row, ...noRight]);
  }
  if (kind === "fullouter") {
    const noLeft = input.columns.map(({ type }) => nothing(type));
    for (const row of rows) {
      const key = keyed(row, other);
      if (key === undefined || !met.has(key)) result.push([...noLeft, ...row]);
    }
  }
  return result;
}
