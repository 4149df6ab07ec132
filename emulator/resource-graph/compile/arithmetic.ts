import { notImplemented } from "../errors";
import { hashModulo } from "../functions/hash";
import { times } from "../functions/time-values";
import type { Syntax } from "../language/syntax";
import { DateTime, text, TimeSpan, type Value } from "../values";
import { only, type Scalar } from "./scope";

type Compute = (left: Value, right: Value) => Value;

/** `+ - * / %` over numbers, dates and durations; a result that does not exist is null. */
export function arithmetic(syntax: Syntax, compile: (inner: Syntax) => Scalar): Scalar | undefined {
  const compute = computations[syntax.kind]?.(syntax);
  if (!compute) return undefined;
  const [left, right] = [only(syntax), only(syntax, 1)];
  if (syntax.kind === "ModuloExpression" && isHash(left)) return hashModulus(left, compile(right), compile);
  const [a, b] = [compile(left), compile(right)];
  return (row, run) => compute(a(row, run), b(row, run));
}

const computations: Partial<Record<string, (syntax: Syntax) => Compute>> = {
  AddExpression: () => (left, right) => {
    if (left instanceof DateTime && right instanceof TimeSpan) return new DateTime(left.ticks + right.ticks);
    if (left instanceof TimeSpan && right instanceof DateTime) return new DateTime(left.ticks + right.ticks);
    if (left instanceof TimeSpan && right instanceof TimeSpan) return new TimeSpan(left.ticks + right.ticks);
    return numbers(left, right, (a, b) => a + b);
  },
  SubtractExpression: () => (left, right) => {
    if (left instanceof DateTime && right instanceof TimeSpan) return new DateTime(left.ticks - right.ticks);
    if (left instanceof DateTime && right instanceof DateTime) return new TimeSpan(left.ticks - right.ticks);
    if (left instanceof TimeSpan && right instanceof TimeSpan) return new TimeSpan(left.ticks - right.ticks);
    return numbers(left, right, (a, b) => a - b);
  },
  MultiplyExpression: () => (left, right) => {
    if (left instanceof TimeSpan && typeof right === "number") return new TimeSpan(times(left.ticks, right));
    if (typeof left === "number" && right instanceof TimeSpan) return new TimeSpan(times(right.ticks, left));
    return numbers(left, right, (a, b) => a * b);
  },
  DivideExpression: ({ type }) => {
    const isWhole = type === "int" || type === "long";
    return (left, right) => {
      if (left instanceof TimeSpan && right instanceof TimeSpan)
        return right.ticks === 0n ? null : Number(left.ticks) / Number(right.ticks);
      if (left instanceof TimeSpan && typeof right === "number")
        return right === 0 ? null : new TimeSpan(BigInt(Math.trunc(Number(left.ticks) / right)));
      return numbers(left, right, (a, b) => (b === 0 ? null : isWhole ? Math.trunc(a / b) : a / b));
    };
  },
  // Kusto's remainder is never negative.
  ModuloExpression: () => (left, right) =>
    numbers(left, right, (a, b) => (b === 0 ? null : ((a % b) + Math.abs(b)) % Math.abs(b))),
};

const numbers = (left: Value, right: Value, compute: (a: number, b: number) => number | null): number | null =>
  typeof left === "number" && typeof right === "number" ? compute(left, right) : null;

const isHash = ({ kind, symbol }: Syntax) => kind === "FunctionCallExpression" && symbol?.name === "hash";

/** `hash(id) % n`, the usual way to cut a result into parts: a hash has more digits than a number of ours, its remainder has not. */
function hashModulus(call: Syntax, modulus: Scalar, compile: (inner: Syntax) => Scalar): Scalar {
  const [argument, second] = call.children[1]?.children ?? [];
  if (!argument || second) throw notImplemented("the remainder of hash() with a modulus");
  const value = compile(argument);
  return (row, run) => {
    const by = modulus(row, run);
    return typeof by === "number" && by > 0 ? hashModulo(text(value(row, run)), by) : null;
  };
}
