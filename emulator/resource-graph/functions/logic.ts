import { as, common } from "../compile/comparison";
import { compare, text, type Value } from "../values";
import { plain, type Functions, type ScalarFunction } from "./signature";

const isEmpty = (value: Value) => text(value) === "";

/** The branches are not evaluated unless they are chosen. */
const iff: ScalarFunction = ([condition, then, otherwise]) => {
  return (row, run) =>
    (condition?.evaluate(row, run) === true ? then?.evaluate(row, run) : otherwise?.evaluate(row, run)) ?? null;
};

const choose: ScalarFunction = (passed) => {
  const last = passed.at(-1);
  return (row, run) => {
    for (let index = 0; index + 1 < passed.length; index += 2)
      if (passed[index]?.evaluate(row, run) === true) return passed[index + 1]?.evaluate(row, run) ?? null;
    return last?.evaluate(row, run) ?? null;
  };
};

/** The first value that is not null; of strings, which are never null, the first that is not empty. */
const coalesce: ScalarFunction = (passed) => (row, run) => {
  let value: Value = null;
  for (const { type, evaluate } of passed) {
    value = evaluate(row, run);
    if (value !== null && !(type === "string" && value === "")) return value;
  }
  return value;
};

const extreme =
  (wanted: 1 | -1): ScalarFunction =>
  (passed) => {
    const type = passed.map(({ type }) => type).reduce(common);
    const values = passed.map((argument) => as(type, argument.type, argument.evaluate));
    return (row, run) => {
      let best: Value = null;
      for (const read of values) {
        const value = read(row, run);
        if (value !== null && (best === null || (compare(value, best) ?? 0) * wanted > 0)) best = value;
      }
      return best;
    };
  };

export const logic: Functions = {
  iff,
  iif: iff,
  case: choose,
  coalesce,
  not: plain((value) => (value === null ? null : value !== true)),
  isempty: plain(isEmpty),
  isnotempty: plain((value) => !isEmpty(value)),
  notempty: plain((value) => !isEmpty(value)),
  isnull: plain((value) => value === null),
  isnotnull: plain((value) => value !== null),
  notnull: plain((value) => value !== null),
  max_of: extreme(1),
  min_of: extreme(-1),
};
