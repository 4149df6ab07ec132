import { notImplemented } from "../errors";
import { functions } from "../functions/functions";
import type { Syntax } from "../language/syntax";
import { isArray, isBag, TimeSpan, type Value } from "../values";
import { arithmetic } from "./arithmetic";
import { between, comparison } from "./comparison";
import { literal } from "./literals";
import { membership } from "./membership";
import { columnAt, only, type Scalar, type Scope } from "./scope";
import { stringMatch } from "./string-match";

/** Compiles an expression that yields one value per row. */
export function compileScalar(syntax: Syntax, scope: Scope): Scalar {
  const compile = (inner: Syntax) => compileScalar(inner, scope);
  const [first, second] = syntax.children;
  switch (syntax.kind) {
    case "ParenthesizedExpression":
      return compile(only(syntax));
    case "NameReference":
      return name(syntax, scope);
    case "PathExpression":
      return member(compile(only(syntax)), () => only(syntax, 1).name);
    case "ElementExpression":
      return member(compile(only(syntax)), compile(only(only(syntax, 1))));
    case "FunctionCallExpression":
      return call(syntax, scope);
    case "AndExpression":
      return and(compile(only(syntax)), compile(only(syntax, 1)));
    case "OrExpression":
      return or(compile(only(syntax)), compile(only(syntax, 1)));
  }
  if (syntax.kind.endsWith("LiteralExpression") || syntax.kind === "DynamicExpression") {
    const value = literal(syntax);
    return () => value;
  }
  const compiled =
    comparison(syntax, compile) ??
    between(syntax, compile) ??
    stringMatch(syntax, compile) ??
    membership(syntax, scope, compile) ??
    (first && second ? arithmetic(syntax, compile) : unary(syntax, compile));
  if (!compiled) throw notImplemented(`the expression ${syntax.tokens[0]?.text ?? syntax.kind}`);
  return compiled;
}

function name({ name, symbol }: Syntax, scope: Scope): Scalar {
  const variable = scope.scalars.get(name);
  const index = scope.columns.findIndex((column) => column.name === name);
  if (index < 0 && variable) return variable;
  if (index < 0 && symbol) throw notImplemented(`the name ${name} in this place`);
  const at = columnAt(scope.columns, name);
  return (row) => row[at] ?? null;
}

/** `properties.a`, `properties['a']`, `zones[0]`; negative indexes count from the end. */
function member(container: Scalar, key: Scalar): Scalar {
  return (row, run) => {
    const value = container(row, run);
    const at = key(row, run);
    if (isArray(value) && typeof at === "number") return value.at(at) ?? null;
    if (isBag(value) && typeof at === "string" && Object.hasOwn(value, at)) return value[at] ?? null;
    return null;
  };
}

function call(syntax: Syntax, scope: Scope): Scalar {
  const { name } = only(syntax);
  const aggregate = scope.aggregate?.(syntax);
  if (aggregate) return aggregate;
  const known = functions.get(name);
  if (!known) throw notImplemented(`the function ${name}`);
  const passed = syntax.children[1]?.children ?? [];
  return known(
    passed.map((argument) => ({ type: argument.type, evaluate: compileScalar(argument, scope), syntax: argument })),
  );
}

/** Kusto's logic has three values: false decides an `and`, true an `or`, whatever the other side is. */
const and =
  (left: Scalar, right: Scalar): Scalar =>
  (row, run) => {
    const value = left(row, run);
    if (value === false) return false;
    const other = right(row, run);
    return other === false ? false : value === true && other === true ? true : null;
  };
const or =
  (left: Scalar, right: Scalar): Scalar =>
  (row, run) => {
    const value = left(row, run);
    if (value === true) return true;
    const other = right(row, run);
    return other === true ? true : value === false && other === false ? false : null;
  };

function unary(syntax: Syntax, compile: (inner: Syntax) => Scalar): Scalar | undefined {
  if (syntax.kind !== "UnaryMinusExpression" && syntax.kind !== "UnaryPlusExpression") return undefined;
  const value = compile(only(syntax));
  if (syntax.kind === "UnaryPlusExpression") return value;
  return (row, run) => negative(value(row, run));
}
const negative = (value: Value): Value =>
  value instanceof TimeSpan ? new TimeSpan(-value.ticks) : typeof value === "number" ? -value : null;
