import { DateTime, TimeSpan, type Value } from "../values";
import { ofNumbers, plain, type Functions } from "./signature";

/** Rounds down to a multiple of the step, dates from the year 1 on. */
function bin(value: Value, step: Value): Value {
  if (typeof value === "number" && typeof step === "number") return step > 0 ? Math.floor(value / step) * step : null;
  if (!(step instanceof TimeSpan) || step.ticks <= 0n) return null;
  if (value instanceof DateTime) return new DateTime(floor(value.ticks, step.ticks));
  return value instanceof TimeSpan ? new TimeSpan(floor(value.ticks, step.ticks)) : null;
}
const floor = (value: bigint, step: bigint) => value - (((value % step) + step) % step);

const away = (value: number) => Math.sign(value) * Math.round(Math.abs(value));

export const numbers: Functions = {
  bin: plain((value, step) => bin(value, step ?? null)),
  floor: plain((value, step) => bin(value, step ?? null)),
  ceiling: ofNumbers(Math.ceil),
  abs: plain((value) =>
    value instanceof TimeSpan
      ? new TimeSpan(value.ticks < 0n ? -value.ticks : value.ticks)
      : typeof value === "number"
        ? Math.abs(value)
        : null,
  ),
  round: ofNumbers((value, digits = 0) => Number(`${away(Number(`${value}e${digits}`))}e${-digits}`)),
  pow: ofNumbers((base, exponent) => base ** exponent),
  sqrt: ofNumbers(Math.sqrt),
  sign: ofNumbers(Math.sign),
};
