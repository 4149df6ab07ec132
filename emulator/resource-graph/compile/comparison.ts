import { notImplemented } from "../errors";
import type { Syntax, Type } from "../language/syntax";
import { compare, keyOf, text, type Value } from "../values";
import { only, type Scalar } from "./scope";

type Compile = (syntax: Syntax) => Scalar;

/** `==`, `!=`, `=~`, `!~` and the four orders, with Kusto's rules for null: unequal to any value, incomparable with itself. */
export function comparison(syntax: Syntax, compile: Compile): Scalar | undefined {
  const test = tests[syntax.kind];
  if (!test) return undefined;
  const left = only(syntax);
  const right = only(syntax, 1);
  const type = common(left.type, right.type);
  const read = (side: Syntax): Scalar => as(type, side.type, compile(side));

  if (type === "string" && (right.string !== undefined || test.ignoresCase))
    return textual(test, read(left), right, read);
  const a = read(left);
  const b = read(right);
  return (row, run) => test.decide(a(row, run), b(row, run));
}

type Test = { ignoresCase?: boolean; decide(left: Value, right: Value): Value };

const same = (left: Value, right: Value): boolean | null => {
  if (left === null && right === null) return null;
  if (left === null || right === null) return false;
  return left === right || (typeof left === "object" && keyOf(left) === keyOf(right));
};
const negated = (value: boolean | null) => (value === null ? null : !value);
const ordered =
  (holds: (order: number) => boolean) =>
  (left: Value, right: Value): Value => {
    const order = compare(left, right);
    return order === null ? null : holds(order);
  };

const tests: Partial<Record<string, Test>> = {
  EqualExpression: { decide: same },
  NotEqualExpression: { decide: (left, right) => negated(same(left, right)) },
  EqualTildeExpression: { ignoresCase: true, decide: same },
  BangTildeExpression: { ignoresCase: true, decide: (left, right) => negated(same(left, right)) },
  LessThanExpression: { decide: ordered((order) => order < 0) },
  LessThanOrEqualExpression: { decide: ordered((order) => order <= 0) },
  GreaterThanExpression: { decide: ordered((order) => order > 0) },
  GreaterThanOrEqualExpression: { decide: ordered((order) => order >= 0) },
};

/** Strings against a constant are what nearly every query does for every row: the constant is lowered once. */
function textual(test: Test, left: Scalar, right: Syntax, read: Compile): Scalar {
  if (!test.ignoresCase) {
    const b = right.string ?? "";
    return (row, run) => test.decide(left(row, run), b);
  }
  if (right.string !== undefined) {
    const b = right.string.toLowerCase();
    return (row, run) => test.decide(text(left(row, run)).toLowerCase(), b);
  }
  const b = read(right);
  return (row, run) => test.decide(text(left(row, run)).toLowerCase(), text(b(row, run)).toLowerCase());
}

const numeric = new Set<Type>(["int", "long", "real"]);

/** The type in which two sides are compared. A dynamic side takes the other's. */
export function common(left: Type, right: Type): Type {
  if (left === "dynamic" && right === "dynamic") return "dynamic";
  const types = [left, right].filter((type) => type !== "dynamic" && type !== "unknown");
  const [first = "dynamic", other = first] = types;
  const isKnown = first === other || (numeric.has(first) && numeric.has(other));
  if (isKnown && types.length < 2 && (first === "datetime" || first === "timespan"))
    throw notImplemented(`comparing dynamic with ${first} (convert it with to${first}())`);
  if (isKnown) return numeric.has(first) ? "real" : first;
  if ([first, other].every((type) => type === "string" || type === "guid")) return "string";
  throw notImplemented(`comparing ${left} with ${right}`);
}

/** Reads a value that may be dynamic as one of a scalar type. */
export function as(type: Type, from: Type, read: Scalar): Scalar {
  if (from !== "dynamic" || type === "dynamic") return read;
  if (type === "string" || type === "guid") return (row, run) => text(read(row, run));
  const wanted = type === "bool" ? "boolean" : "number";
  return (row, run) => {
    const value = read(row, run);
    return typeof value === wanted ? value : null;
  };
}

export function between(syntax: Syntax, compile: Compile): Scalar | undefined {
  if (syntax.kind !== "BetweenExpression" && syntax.kind !== "NotBetweenExpression") return undefined;
  const range = only(syntax, 1);
  const [subject, low, high] = [only(syntax), only(range), only(range, 1)];
  if (subject.type === "datetime" && high.type === "timespan")
    throw notImplemented("between with a timespan as its end");
  const type = common(subject.type, low.type);
  const value = as(type, subject.type, compile(subject));
  const from = as(type, low.type, compile(low));
  const to = as(type, high.type, compile(high));
  return (row, run) => {
    const it = value(row, run);
    const [above, below] = [compare(it, from(row, run)), compare(it, to(row, run))];
    if (above === null || below === null) return null;
    return (above >= 0 && below <= 0) === (syntax.kind === "BetweenExpression");
  };
}
