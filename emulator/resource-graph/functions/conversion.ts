import { DateTime, text, TimeSpan, type Value } from "../values";
import type { Scalar } from "../compile/scope";
import { plain, type Argument, type Functions, type ScalarFunction } from "./signature";
import { parseDateTime, parseTimeSpan } from "./time-values";

/** Reads an argument as text; a real number always shows its point. */
export function textOf({ type, evaluate }: Argument): Scalar {
  if (type !== "real") return (row, run) => text(evaluate(row, run));
  return (row, run) => {
    const value = evaluate(row, run);
    return Number.isInteger(value) ? `${text(value)}.0` : text(value);
  };
}

const tostring: ScalarFunction = ([value]) => (value ? textOf(value) : () => "");

function whole(value: Value): number | null {
  if (typeof value === "number") return Math.trunc(value);
  if (typeof value === "boolean") return Number(value);
  if (value instanceof DateTime || value instanceof TimeSpan) return Number(value.ticks);
  return typeof value === "string" && /^\s*(?:[-+]?\d+|0x[\da-f]+)\s*$/i.test(value) ? Number(value) : null;
}

function decimal(value: Value): number | null {
  if (typeof value !== "string") return typeof value === "number" ? value : whole(value);
  return value.trim() === "" || Number.isNaN(Number(value)) ? null : Number(value);
}

function truth(value: Value): boolean | null {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  const word = text(value).trim().toLowerCase();
  return word === "true" || word === "1" ? true : word === "false" || word === "0" ? false : null;
}

const dateTime = (value: Value) =>
  value instanceof DateTime ? value : typeof value === "string" ? parseDateTime(value) : null;
const timeSpan = (value: Value) =>
  value instanceof TimeSpan ? value : typeof value === "string" ? parseTimeSpan(value) : null;

/** Text that is no JSON becomes a dynamic string. */
function json(value: Value): Value {
  if (typeof value !== "string") return value;
  if (value === "") return null;
  try {
    return JSON.parse(value) as Value;
  } catch {
    return value;
  }
}

const guid = (value: Value) => {
  const digits = text(value)
    .replace(/[{}()-]/g, "")
    .toLowerCase();
  if (!/^[\da-f]{32}$/.test(digits)) return null;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
};

/** How a value of any type becomes one of this. */
export const converters: Partial<Record<string, (value: Value) => Value>> = {
  string: text,
  int: whole,
  long: whole,
  real: decimal,
  double: decimal,
  bool: truth,
  datetime: dateTime,
  timespan: timeSpan,
  dynamic: (value) => value,
  guid,
};

export const conversions: Functions = {
  tostring,
  toint: plain(whole),
  tolong: plain(whole),
  todouble: plain(decimal),
  toreal: plain(decimal),
  tobool: plain(truth),
  toboolean: plain(truth),
  todatetime: plain(dateTime),
  totimespan: plain(timeSpan),
  toguid: plain(guid),
  todynamic: plain(json),
  parse_json: plain(json),
  parsejson: plain(json),
};
