import type { Scalar } from "../compile/scope";
import { refusedQuery } from "../errors";
import type { Syntax, Type } from "../language/syntax";
import { text, type Value } from "../values";

export type Argument = { type: Type; evaluate: Scalar; syntax: Syntax };
export type ScalarFunction = (passed: readonly Argument[]) => Scalar;
export type Functions = Readonly<Record<string, ScalarFunction>>;

/** A function of its arguments' values alone. */
export const plain =
  (compute: (...values: Value[]) => Value): ScalarFunction =>
  (passed) => {
    const [a, b] = passed;
    if (a && passed.length === 1) return (row, run) => compute(a.evaluate(row, run));
    if (a && b && passed.length === 2) return (row, run) => compute(a.evaluate(row, run), b.evaluate(row, run));
    return (row, run) => compute(...passed.map(({ evaluate }) => evaluate(row, run)));
  };

/** A function of texts; anything else is read as `tostring` would. */
export const ofText = (compute: (...texts: string[]) => Value): ScalarFunction =>
  plain((...values) => compute(...values.map(text)));

/** A function of numbers: null where one of them is none. */
export const ofNumbers = (compute: (...numbers: number[]) => number): ScalarFunction =>
  plain((...values) => {
    const numbers = values.filter((value) => typeof value === "number");
    if (numbers.length < values.length) return null;
    const result = compute(...numbers);
    return Number.isFinite(result) ? result : null;
  });

/** The text of an argument that Kusto wants to be a constant. */
export function constantText(passed: readonly Argument[], index: number, name: string): string {
  const text = passed[index]?.syntax.string;
  if (text === undefined) throw refusedQuery("SemanticError", `${name}(): argument #${index + 1} must be a constant.`);
  return text;
}
