import { compileScalar } from "../compile/scalar";
import { columnAt, type Run, type Scalar, type Scope } from "../compile/scope";
import { notImplemented, refusedQuery } from "../errors";
import type { Syntax } from "../language/syntax";
import { compare, DateTime, keyOf, TimeSpan, type Row, type Value } from "../values";

/** Computes the values of one aggregate from the rows of a group. Most have one value, `arg_max` one per column. */
export type Aggregate = (rows: readonly Row[], run: Run) => Value[];

type Make = (passed: readonly Syntax[], scope: Scope, call: Syntax) => Aggregate;

const isNumber = (value: Value): value is number => typeof value === "number";

/** An aggregate of the values of its first argument, over the rows that its `-if` form lets through. */
function ofValues(compute: (values: Value[], extra: Value | undefined) => Value): { all: Make; some: Make } {
  const make =
    (condition: number | undefined): Make =>
    (passed, scope) => {
      const value = required(passed, 0, scope);
      const holds = condition === undefined ? undefined : required(passed, condition, scope);
      const extra = passed[condition === undefined ? 1 : 2];
      const more = extra ? compileScalar(extra, scope) : undefined;
      return (rows, run) => {
        const values = rows.flatMap((row) => (holds && holds(row, run) !== true ? [] : [value(row, run)]));
        return [compute(values, more?.([], run))];
      };
    };
  return { all: make(undefined), some: make(1) };
}

function required(passed: readonly Syntax[], index: number, scope: Scope): Scalar {
  const syntax = passed[index];
  if (!syntax) throw refusedQuery("SemanticError", `Argument #${index + 1} of the aggregate is missing.`);
  return compileScalar(syntax, scope);
}

const present = (values: readonly Value[]) => values.filter((value) => value !== null);

const sum = ofValues((values) => {
  const [first] = present(values);
  if (first instanceof TimeSpan)
    return new TimeSpan(
      values.reduce<bigint>((total, value) => total + (value instanceof TimeSpan ? value.ticks : 0n), 0n),
    );
  if (first instanceof DateTime) throw notImplemented("sum of datetime");
  return values.filter(isNumber).reduce((total, value) => total + value, 0);
});
const average = ofValues((values) => {
  const spans = values.filter((value) => value instanceof TimeSpan);
  if (spans.length) return new TimeSpan(spans.reduce((total, { ticks }) => total + ticks, 0n) / BigInt(spans.length));
  const numbers = values.filter(isNumber);
  return numbers.length ? numbers.reduce((total, value) => total + value, 0) / numbers.length : null;
});
const best = (wanted: 1 | -1) =>
  ofValues((values) => {
    const [first = null, ...rest] = present(values);
    return rest.reduce<Value>((found, value) => ((compare(value, found) ?? 0) * wanted > 0 ? value : found), first);
  });
const distinct = (values: readonly Value[]) => new Map(present(values).map((value) => [keyOf(value), value]));
const countDistinct = ofValues((values) => distinct(values).size);
const limited = <T>(values: T[], size: Value | undefined) =>
  values.slice(0, isNumber(size ?? null) ? Number(size) : undefined);
const list = ofValues((values, size) => limited(present(values), size));
const set = ofValues((values, size) => limited([...distinct(values).values()], size));
const percentile = ofValues((values, percent) => {
  const ordered = present(values).toSorted((left, right) => compare(left, right) ?? 0);
  if (!isNumber(percent ?? null)) return null;
  return ordered[Math.max(0, Math.ceil((Number(percent) / 100) * ordered.length) - 1)] ?? null;
});

/** The row in which an expression is largest or smallest; rows where it is null count only if there are no others. */
const extreme =
  (wanted: 1 | -1): Make =>
  (passed, scope, call) => {
    const by = required(passed, 0, scope);
    const others = passed.some(({ kind }) => kind === "StarExpression")
      ? call.columns.slice(1).map(({ name }): Scalar => cell(scope, name))
      : passed.slice(1).map((syntax) => compileScalar(syntax, scope));
    return (rows, run) => {
      let found = rows[0];
      let value = found ? by(found, run) : null;
      for (const row of rows) {
        const other = by(row, run);
        if (other === null) continue;
        if (value !== null && (compare(other, value) ?? 0) * wanted <= 0) continue;
        found = row;
        value = other;
      }
      const chosen = found;
      return [value, ...others.map((other) => (chosen ? other(chosen, run) : null))];
    };
  };

const cell = (scope: Scope, name: string): Scalar => {
  const at = columnAt(scope.columns, name);
  return (row) => row[at] ?? null;
};

/** Values of the first row that has any: which row it is, is not promised. */
const any: Make = (passed, scope, call) => {
  const values = passed.some(({ kind }) => kind === "StarExpression")
    ? call.columns.map(({ name }) => cell(scope, name))
    : passed.map((syntax) => compileScalar(syntax, scope));
  return (rows, run) =>
    values.map((value) => {
      const row = values.length > 1 ? rows[0] : (rows.find((row) => value(row, run) !== null) ?? rows[0]);
      return row ? value(row, run) : null;
    });
};

const count: Make = () => (rows) => [rows.length];
const countIf: Make = (passed, scope) => {
  const holds = required(passed, 0, scope);
  return (rows, run) => [rows.filter((row) => holds(row, run) === true).length];
};

export const aggregates: ReadonlyMap<string, Make> = new Map(
  Object.entries({
    count,
    countif: countIf,
    dcount: firstOnly(countDistinct.all),
    dcountif: countDistinct.some,
    count_distinct: countDistinct.all,
    sum: sum.all,
    sumif: sum.some,
    avg: average.all,
    avgif: average.some,
    min: best(-1).all,
    minif: best(-1).some,
    max: best(1).all,
    maxif: best(1).some,
    make_list: list.all,
    makelist: list.all,
    make_list_if: list.some,
    make_set: set.all,
    makeset: set.all,
    make_set_if: set.some,
    percentile: percentile.all,
    any,
    take_any: any,
    arg_max: extreme(1),
    arg_min: extreme(-1),
  }),
);

/** `dcount` takes an accuracy, and we are exact. */
function firstOnly(make: Make): Make {
  return (passed, scope, call) => make(passed.slice(0, 1), scope, call);
}
