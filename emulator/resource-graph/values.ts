/** Ticks of 100 ns since the year 1, as Kusto counts; `bin` aligns to this origin. */
export class DateTime {
  constructor(readonly ticks: bigint) {}
  static from = (date: Date) => new DateTime(BigInt(date.getTime()) * 10_000n + unixEpoch);
  toDate = () => new Date(Number((this.ticks - unixEpoch) / 10_000n));
  /** As `tostring` writes it: always seven decimals. */
  toString = () => `${this.toDate().toISOString().slice(0, 19)}.${fraction(this.ticks)}Z`;
  /** As answers carry it: no trailing zeros. */
  toJSON = () => this.toString().replace(/\.?0+Z$/, "Z");
}

/** A duration in ticks of 100 ns. */
export class TimeSpan {
  constructor(readonly ticks: bigint) {}
  toString = () => {
    const size = this.ticks < 0n ? -this.ticks : this.ticks;
    const two = (part: bigint) => String(part).padStart(2, "0");
    const days = size / ticksPer.day;
    const clock = [(size / ticksPer.hour) % 24n, (size / ticksPer.minute) % 60n, (size / ticksPer.second) % 60n];
    const rest = size % ticksPer.second === 0n ? "" : `.${fraction(size)}`;
    return `${this.ticks < 0n ? "-" : ""}${days ? `${days}.` : ""}${clock.map(two).join(":")}${rest}`;
  };
  toJSON = () => this.toString();
}

export const ticksPer = {
  tick: 1n,
  microsecond: 10n,
  millisecond: 10_000n,
  second: 10_000_000n,
  minute: 600_000_000n,
  hour: 36_000_000_000n,
  day: 864_000_000_000n,
} as const;

const unixEpoch = 621_355_968_000_000_000n;
const fraction = (ticks: bigint) =>
  String(((ticks % ticksPer.second) + ticksPer.second) % ticksPer.second).padStart(7, "0");

/** What a cell holds. Kusto's strings are never null: an absent string is empty. */
export type Value = null | boolean | number | string | DateTime | TimeSpan | readonly Value[] | Bag;
export type Bag = { readonly [key: string]: Value };
export type Row = readonly Value[];

export const isArray = (value: Value): value is readonly Value[] => Array.isArray(value);
export const isBag = (value: Value): value is Bag =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof DateTime) &&
  !(value instanceof TimeSpan);

/** `tostring`. */
export function text(value: Value): string {
  if (typeof value === "string") return value;
  if (value === null) return "";
  if (typeof value === "object" && !(value instanceof DateTime) && !(value instanceof TimeSpan))
    return JSON.stringify(value);
  return String(value);
}

/** Orders two values of one kind; values of different kinds have no order. */
export function compare(left: Value, right: Value): number | null {
  if (typeof left === "string" && typeof right === "string") return left < right ? -1 : left > right ? 1 : 0;
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left === "boolean" && typeof right === "boolean") return Number(left) - Number(right);
  if (left instanceof DateTime && right instanceof DateTime) return order(left.ticks, right.ticks);
  if (left instanceof TimeSpan && right instanceof TimeSpan) return order(left.ticks, right.ticks);
  return null;
}
const order = (left: bigint, right: bigint) => (left < right ? -1 : left > right ? 1 : 0);

/** Equal values, and only they, have equal keys. */
export function keyOf(value: Value): string {
  if (typeof value === "string") return `s${value}`;
  if (value === null) return "n";
  if (value instanceof DateTime) return `d${value.ticks}`;
  if (value instanceof TimeSpan) return `t${value.ticks}`;
  return `${typeof value}${JSON.stringify(value)}`;
}
export const keyOfRow = (values: Row): string =>
  values.length === 1 ? keyOf(values[0] ?? null) : JSON.stringify(values.map(keyOf));
