import { notImplemented, refusedQuery } from "../errors";
import { isArray, text, type Value } from "../values";
import { textOf } from "./conversion";
import { hashModulo } from "./hash";
import { constantText, ofText, plain, type Functions, type ScalarFunction } from "./signature";

const at = (value: Value | undefined): number => (typeof value === "number" ? value : 0);

const strcat: ScalarFunction = (passed) => {
  const texts = passed.map(textOf);
  return (row, run) => texts.map((read) => read(row, run)).join("");
};

const strcatDelimited: ScalarFunction = (passed) => {
  const [delimiter, ...texts] = passed.map(textOf);
  return (row, run) => texts.map((read) => read(row, run)).join(text(delimiter?.(row, run) ?? ""));
};

const substring = plain((value, from, length) => {
  const start = at(from);
  const whole = text(value);
  const begin = start < 0 ? Math.max(0, whole.length + start) : start;
  return whole.slice(begin, length === undefined ? undefined : begin + Math.max(0, at(length)));
});

const split = plain((value, delimiter, index) => {
  const parts = text(delimiter) === "" ? [text(value)] : text(value).split(text(delimiter));
  if (typeof index !== "number") return parts;
  const part = parts[index];
  return part === undefined ? [] : [part];
});

const indexof = plain((value, lookup, start, length) => {
  const begin = at(start);
  const end = typeof length === "number" && length >= 0 ? begin + length : undefined;
  const found = text(value).slice(begin, end).indexOf(text(lookup));
  return found < 0 ? -1 : found + begin;
});

const countof: ScalarFunction = (passed) => {
  if (passed[2] && constantText(passed, 2, "countof") !== "normal") throw notImplemented("countof with a regex");
  return plain((value, part) => {
    const needle = text(part);
    let count = 0;
    // Overlapping matches count, as Kusto documents for plain strings.
    for (let found = text(value).indexOf(needle); found >= 0 && needle; found = text(value).indexOf(needle, found + 1))
      count++;
    return count;
  })(passed.slice(0, 2));
};

/** `trim` takes a regular expression; what has no special characters, and white space, is understood. */
function trimmer(name: string, ends: { start: boolean; end: boolean }): ScalarFunction {
  return (passed) => {
    const pattern = constantText(passed, 0, name);
    const isSpace = /^(?:\\s[+*]?| )$/.test(pattern);
    if (!isSpace && /[\\^$.|?*+()[\]{}]/.test(pattern)) throw notImplemented(`${name} with the pattern ${pattern}`);
    if (pattern === "") throw refusedQuery("SemanticError", `${name}(): the pattern must not be empty.`);
    return ofText((value) => {
      if (isSpace) return ends.start && ends.end ? value.trim() : ends.start ? value.trimStart() : value.trimEnd();
      let result = value;
      if (ends.start && result.startsWith(pattern)) result = result.slice(pattern.length);
      if (ends.end && result.endsWith(pattern)) result = result.slice(0, -pattern.length);
      return result;
    })(passed.slice(1));
  };
}

const hash: ScalarFunction = (passed) => {
  if (passed.length < 2) throw notImplemented("hash() without a modulus");
  if (passed[0]?.type !== "string") throw notImplemented("hash() of anything but a string");
  return plain((value, modulus) => (at(modulus) > 0 ? hashModulo(text(value), at(modulus)) : null))(passed);
};

const replace = ofText((value, lookup, rewrite) =>
  lookup === undefined || lookup === "" ? (value ?? "") : (value ?? "").replaceAll(lookup, () => rewrite ?? ""),
);

export const texts: Functions = {
  tolower: ofText((value) => (value ?? "").toLowerCase()),
  toupper: ofText((value) => (value ?? "").toUpperCase()),
  strlen: ofText((value) => [...(value ?? "")].length),
  reverse: ofText((value) => [...(value ?? "")].reverse().join("")),
  strcat,
  strcat_delim: strcatDelimited,
  strcat_array: plain((values, delimiter) => (isArray(values) ? values.map(text).join(text(delimiter ?? "")) : "")),
  substring,
  split,
  indexof,
  countof,
  replace_string: replace,
  trim: trimmer("trim", { start: true, end: true }),
  trim_start: trimmer("trim_start", { start: true, end: false }),
  trim_end: trimmer("trim_end", { start: false, end: true }),
  hash,
};
