import { DateTime, ticksPer, TimeSpan } from "../values";

const iso =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const rfc = /^(?:\w{3}, )?\d{1,2} \w{3} \d{4} \d{2}:\d{2}(?::\d{2})?(?: GMT| UTC)?$/;

/** Reads ISO 8601 (a time without zone is UTC) and RFC 1123; null for anything else. */
export function parseDateTime(text: string): DateTime | null {
  const found = iso.exec(text.trim());
  if (!found) {
    const other = rfc.test(text) ? Date.parse(/GMT|UTC/.test(text) ? text : `${text} GMT`) : NaN;
    return Number.isNaN(other) ? null : DateTime.from(new Date(other));
  }
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 23 || minute > 59 || second > 59)
    return null;
  const ticks = DateTime.from(date).ticks + BigInt((found[7] ?? "").padEnd(7, "0").slice(0, 7));
  return new DateTime(ticks - offset(found[8] ?? "Z"));
}

function offset(zone: string): bigint {
  if (/^z$/i.test(zone)) return 0n;
  const minutes = BigInt(Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) * ticksPer.minute;
  return zone.startsWith("-") ? -minutes : minutes;
}

const units: Record<string, bigint> = {
  d: ticksPer.day,
  h: ticksPer.hour,
  m: ticksPer.minute,
  s: ticksPer.second,
  ms: ticksPer.millisecond,
  microsecond: ticksPer.microsecond,
  tick: ticksPer.tick,
};
const words: Record<string, string> = {
  day: "d",
  hour: "h",
  minute: "m",
  second: "s",
  sec: "s",
  min: "m",
  milli: "ms",
};

/** Reads `1.5h`, `2 days` and `1.02:03:04.5`; null for anything else. */
export function parseTimeSpan(text: string): TimeSpan | null {
  const short = /^([+-]?\d+(?:\.\d+)?)\s*([a-z]+)$/i.exec(text.trim());
  if (short) {
    const unit = units[named(short[2] ?? "")];
    return unit === undefined ? null : new TimeSpan(times(unit, short[1] ?? "0"));
  }
  const clock = /^(-)?(?:(\d+)\.)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?$/.exec(text.trim());
  if (!clock) return null;
  const [days, hours, minutes, seconds] = clock.slice(2, 6).map((part) => BigInt(part ?? 0)) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  const ticks =
    days * ticksPer.day +
    hours * ticksPer.hour +
    minutes * ticksPer.minute +
    seconds * ticksPer.second +
    BigInt((clock[6] ?? "").padEnd(7, "0"));
  return new TimeSpan(clock[1] ? -ticks : ticks);
}

function named(unit: string): string {
  const lower = unit.toLowerCase();
  const singular = lower.length > 2 ? lower.replace(/s$/, "") : lower;
  return words[singular] ?? singular.replace(/^millisecond$/, "ms");
}

/** A duration times a decimal number, exact to the tick. */
export const times = (ticks: bigint, factor: string | number): bigint =>
  (ticks * BigInt(Math.round(Number(factor) * 1e6))) / 1_000_000n;
