import type { Place, Value } from "./value";

/* Values that functions make. undefined: it would be more than any template has a use for, or is none. */

const longestText = 131_072;
export const longestList = 10_000;

export const text = (value: string, place: Place, isOpen = false): Value | undefined =>
  value.length > longestText ? undefined : { kind: "string", value, place, ...(isOpen && { isOpen }) };

export const number = (value: number, place: Place): Value | undefined =>
  Number.isFinite(value) ? { kind: "number", value, place } : undefined;

export const truth = (value: boolean, place: Place): Value => ({ kind: "boolean", value, place });

export const list = (items: readonly Value[], place: Place): Value | undefined =>
  items.length > longestList ? undefined : { kind: "array", items, place };

export const isOpen = (value: Value): boolean => value.kind === "string" && value.isOpen === true;
