import { notImplemented } from "../errors";
import { DateTime, text, ticksPer, TimeSpan, type Value } from "../values";
import { constantText, plain, type Functions, type ScalarFunction } from "./signature";

const now: ScalarFunction = ([offset]) =>
  offset ? (row, run) => moved(run.now, offset.evaluate(row, run), 1n) : (_row, run) => run.now;
const ago: ScalarFunction = ([offset]) => {
  return (row, run) => moved(run.now, offset?.evaluate(row, run) ?? null, -1n);
};
const moved = (from: DateTime, by: Value, sign: bigint): Value =>
  by instanceof TimeSpan ? new DateTime(from.ticks + by.ticks * sign) : null;

const units = ["year", "quarter", "month", "week", "day", "hour", "minute", "second", "millisecond"] as const;
type Unit = (typeof units)[number];
const isUnit = (name: string): name is Unit => units.some((unit) => unit === name);

function unitOf(passed: Parameters<ScalarFunction>[0], name: string): Unit {
  const unit = constantText(passed, 0, name).toLowerCase();
  if (!isUnit(unit)) throw notImplemented(`${name} in the unit ${unit}`);
  return unit;
}

/** Months, or ticks, since the year 1: what two dates are compared by. A week begins on Sunday. */
function count(unit: Unit, date: DateTime): bigint {
  const { year, month } = parts(date);
  if (unit === "year") return BigInt(year);
  if (unit === "quarter") return BigInt(year * 4 + Math.floor(month / 3));
  if (unit === "month") return BigInt(year * 12 + month);
  if (unit === "week") return (date.ticks / ticksPer.day + 1n) / 7n;
  return date.ticks / ticksPer[unit];
}
const parts = (date: DateTime) => {
  const it = date.toDate();
  return { year: it.getUTCFullYear(), month: it.getUTCMonth(), day: it.getUTCDate(), weekday: it.getUTCDay() };
};

/** Counts the borders of the unit that lie between two dates, not the time that has passed. */
const difference: ScalarFunction = (passed) => {
  const unit = unitOf(passed, "datetime_diff");
  return plain((left, right) =>
    left instanceof DateTime && right instanceof DateTime ? Number(count(unit, left) - count(unit, right)) : null,
  )(passed.slice(1));
};

function start(unit: "day" | "week" | "month" | "year", date: DateTime, by = 0): DateTime {
  const { year, month, day, weekday } = parts(date);
  if (unit === "year") return utc(year + by, 0, 1);
  if (unit === "month") return utc(year, month + by, 1);
  return unit === "week" ? utc(year, month, day - weekday + by * 7) : utc(year, month, day + by);
}
const utc = (...[year, month, day]: [number, number, number]) => DateTime.from(new Date(Date.UTC(year, month, day)));

const startOf = (unit: "day" | "week" | "month" | "year") =>
  plain((date, by) => (date instanceof DateTime ? start(unit, date, typeof by === "number" ? by : 0) : null));
const endOf = (unit: "day" | "week" | "month" | "year") =>
  plain((date, by) =>
    date instanceof DateTime ? new DateTime(start(unit, date, (typeof by === "number" ? by : 0) + 1).ticks - 1n) : null,
  );

/** Length of a unit that is always as long; months and years are not. */
const fixed = (unit: Unit): bigint => {
  if (unit === "year" || unit === "quarter" || unit === "month") return 0n;
  return unit === "week" ? ticksPer.day * 7n : ticksPer[unit];
};

const add: ScalarFunction = (passed) => {
  const unit = unitOf(passed, "datetime_add");
  const months = unit === "year" ? 12 : unit === "quarter" ? 3 : unit === "month" ? 1 : undefined;
  const step = fixed(unit);
  return plain((amount, date) => {
    if (typeof amount !== "number" || !(date instanceof DateTime)) return null;
    if (months === undefined) return new DateTime(date.ticks + step * BigInt(Math.trunc(amount)));
    const { year, month, day } = parts(date);
    const first = new Date(Date.UTC(year, month + months * amount, 1));
    const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
    const moved = utc(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last));
    return new DateTime(moved.ticks + (date.ticks % ticksPer.day));
  })(passed.slice(1));
};

const part = (read: (date: DateTime) => number) => plain((date) => (date instanceof DateTime ? read(date) : null));

/** The specifiers that stand for digits; names of days and months depend on a culture. */
const format: ScalarFunction = (passed) => {
  const pattern = constantText(passed, 1, "format_datetime");
  if (/[^yMdHhmsfF:./\-_ [\],]/.test(pattern) || /M{3}|d{3}|h|F|(?<!y)y{3}(?!y)/.test(pattern))
    throw notImplemented(`format_datetime with the pattern ${pattern}`);
  return plain((date) => {
    if (!(date instanceof DateTime)) return "";
    const whole = text(date);
    const digits = { y: whole.slice(0, 4), M: whole.slice(5, 7), d: whole.slice(8, 10), H: whole.slice(11, 13) };
    const all: Record<string, string> = {
      ...digits,
      m: whole.slice(14, 16),
      s: whole.slice(17, 19),
      f: whole.slice(20, 27),
    };
    return pattern.replace(/([yMdHmsf])\1*/g, (run, letter: string) => {
      const value = all[letter] ?? "";
      if (letter === "f") return value.slice(0, run.length);
      return letter === "y" ? value.slice(-run.length) : run.length > 1 ? value : String(Number(value));
    });
  })(passed.slice(0, 1));
};

const fromUnix = (ticks: bigint) =>
  plain((value) =>
    typeof value === "number"
      ? new DateTime(DateTime.from(new Date(0)).ticks + BigInt(Math.trunc(value)) * ticks)
      : null,
  );

export const times: Functions = {
  now,
  ago,
  datetime_diff: difference,
  datetime_add: add,
  startofday: startOf("day"),
  startofweek: startOf("week"),
  startofmonth: startOf("month"),
  startofyear: startOf("year"),
  endofday: endOf("day"),
  endofweek: endOf("week"),
  endofmonth: endOf("month"),
  endofyear: endOf("year"),
  getyear: part((date) => parts(date).year),
  getmonth: part((date) => parts(date).month + 1),
  monthofyear: part((date) => parts(date).month + 1),
  dayofmonth: part((date) => parts(date).day),
  hourofday: part((date) => date.toDate().getUTCHours()),
  dayofweek: plain((date) =>
    date instanceof DateTime ? new TimeSpan(BigInt(parts(date).weekday) * ticksPer.day) : null,
  ),
  format_datetime: format,
  unixtime_seconds_todatetime: fromUnix(ticksPer.second),
  unixtime_milliseconds_todatetime: fromUnix(ticksPer.millisecond),
};
