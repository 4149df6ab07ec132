import type { JsonNode } from "@/lib/domain/json/node";

/** Where something was written: in the template, or in the parameters file beside it. */
export type Place = Readonly<{
  file: "template" | "parameters";
  path: readonly (string | number)[];
  /** Characters from the file's beginning. */
  at: number;
}>;

/** A value of a template as far as it is known before anybody deploys it, and where it was written. */
export type Value = Readonly<{ place: Place }> &
  (
    | Readonly<{ kind: "object"; members: ReadonlyMap<string, Value> }>
    | Readonly<{ kind: "array"; items: readonly Value[] }>
    /** `isOpen`: parts of it are known at deployment only, and stand in it as `<expression>`. */
    | Readonly<{ kind: "string"; value: string; isOpen?: boolean }>
    | Readonly<{ kind: "number"; value: number }>
    | Readonly<{ kind: "boolean"; value: boolean }>
    | Readonly<{ kind: "null" }>
    | Readonly<{ kind: "unknown"; expression: string; why: string }>
  );

export type Unknown = Extract<Value, { kind: "unknown" }>;

export const unknown = (place: Place, expression: string, why: string): Unknown => ({
  kind: "unknown",
  expression,
  why,
  place,
});

/** Resource Manager takes names of parameters, variables and properties without regard to case. */
export function named<Item>(name: string, items: ReadonlyMap<string, Item> | undefined): Item | undefined {
  const exact = items?.get(name);
  if (exact !== undefined || !items) return exact;
  const lower = name.toLowerCase();
  for (const [other, item] of items) if (other.toLowerCase() === lower) return item;
  return undefined;
}

export const memberOf = (value: Value | undefined, name: string): Value | undefined =>
  value?.kind === "object" ? named(name, value.members) : undefined;

export const nodeMember = (node: JsonNode | undefined, name: string): JsonNode | undefined =>
  node?.kind === "object" ? named(name, node.members) : undefined;

export const nodeText = (node: JsonNode | undefined): string | undefined =>
  node?.kind === "string" ? node.value : undefined;

/** The text of a string, with what is open in it; undefined for every other kind. */
export const textOf = (value: Value | undefined): string | undefined =>
  value?.kind === "string" ? value.value : undefined;

/** A value of a file in which no expressions are evaluated. */
export function literal(node: JsonNode, place: Place): Value {
  switch (node.kind) {
    case "object":
      return {
        kind: "object",
        members: new Map(Array.from(node.members, ([name, one]) => [name, literal(one, inner(place, name, one))])),
        place,
      };
    case "array":
      return { kind: "array", items: node.items.map((one, at) => literal(one, inner(place, at, one))), place };
    case "null":
      return { kind: "null", place };
    case "string":
      return { kind: "string", value: node.value, place };
    case "number":
      return { kind: "number", value: node.value, place };
    case "boolean":
      return { kind: "boolean", value: node.value, place };
  }
}

export const inner = ({ file, path }: Place, step: string | number, node: Pick<JsonNode, "at">): Place => ({
  file,
  path: [...path, step],
  at: node.at,
});
