import type { Syntax } from "../language/syntax";
import { isArray, keyOf, text, type Value } from "../values";
import { only, type Run, type Scalar, type Scope } from "./scope";
import { has } from "./string-match";

/** `in`, `in~`, `has_any`, `has_all` and negations, over lists of values, dynamic arrays and one-column tables. */
export function membership(syntax: Syntax, scope: Scope, compile: (inner: Syntax) => Scalar): Scalar | undefined {
  const operator = syntax.tokens[0]?.text.toLowerCase() ?? "";
  const isAny = operator === "has_any";
  if (!isAny && operator !== "has_all" && !/^!?in~?$/.test(operator)) return undefined;

  const [left, list] = [only(syntax), only(syntax, 1)];
  const subject = compile(left);
  const values = listOf(list, scope, compile);

  if (isAny || operator === "has_all") {
    const parts = once(values, (found) => found.map((value) => text(value).toLowerCase()));
    return (row, run) => {
      const whole = text(subject(row, run)).toLowerCase();
      return isAny ? parts(run).some((part) => has(whole, part)) : parts(run).every((part) => has(whole, part));
    };
  }

  const isTextual =
    left.type === "string" || left.type === "guid" || list.children.some(({ type }) => type === "string");
  const fold = operator.endsWith("~") ? (value: string) => value.toLowerCase() : (value: string) => value;
  const key = (value: Value) => (isTextual ? fold(text(value)) : keyOf(value));
  const members = once(values, (found) => new Set(found.map(key)));
  const isWanted = !operator.startsWith("!");
  return (row, run) => members(run).has(key(subject(row, run))) === isWanted;
}

/** The list does not depend on the row: columns cannot be named in it. */
function listOf(list: Syntax, scope: Scope, compile: (inner: Syntax) => Scalar): (run: Run) => Value[] {
  const [first] = list.children;
  if (list.children.length === 1 && first && first.columns.length > 0) {
    const table = scope.table(first);
    return (run) => table.rows(run).map((row) => row[0] ?? null);
  }
  const scalars = list.children.map(compile);
  return (run) =>
    scalars.flatMap((scalar) => {
      const value = scalar([], run);
      return isArray(value) ? value : [value];
    });
}

function once<T>(values: (run: Run) => Value[], make: (values: Value[]) => T): (run: Run) => T {
  const made = new WeakMap<Run, { it: T }>();
  return (run) => {
    const known = made.get(run);
    if (known) return known.it;
    const it = make(values(run));
    made.set(run, { it });
    return it;
  };
}
