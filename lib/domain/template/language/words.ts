import { textOf, type Value } from "./value";

const longest = 100;
const short = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** Why a value does not do for an id or a list. */
export function whyNot(value: Value | undefined): string {
  if (!value) return "it is missing";
  if (value.kind === "unknown") return `[${short(value.expression)}]: ${value.why}`;
  if (value.kind === "array" || value.kind === "object")
    return `it is ${value.kind === "array" ? "a list" : "an object"}`;
  if (value.kind !== "string") return `it is ${value.kind === "null" ? "null" : String(value.value)}`;
  return value.isOpen
    ? `${short(value.value)} is known at deployment only`
    : `${JSON.stringify(short(value.value))} is not one`;
}

/** A text that only deployment completes is there all the same. */
export const shownText = (value: Value | undefined): string =>
  value?.kind === "unknown" ? `<${short(value.expression)}>` : (textOf(value) ?? "").trim();
