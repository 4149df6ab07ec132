/** A value of a JSON text, and where it stands in it. Offsets count characters from 0. */
export type JsonNode = Readonly<{ at: number; end: number }> &
  /** Of a name that is written twice the last value counts; `repeated` tells where it is written again. */
  (
    | Readonly<{ kind: "object"; members: ReadonlyMap<string, JsonNode>; repeated: readonly Repeated[] }>
    | Readonly<{ kind: "array"; items: readonly JsonNode[] }>
    | Readonly<{ kind: "string"; value: string }>
    | Readonly<{ kind: "number"; value: number }>
    | Readonly<{ kind: "boolean"; value: boolean }>
    | Readonly<{ kind: "null" }>
  );

export type Repeated = Readonly<{ name: string; at: number }>;

/** "a list", "the number 3": what was found, for a message that says what was expected. */
export function kindWords(node: JsonNode | undefined): string {
  switch (node?.kind) {
    case undefined:
      return "missing";
    case "object":
      return "an object";
    case "array":
      return "a list";
    case "null":
      return "null";
    case "string": {
      const text = node.value.length > 60 ? `${node.value.slice(0, 60)}…` : node.value;
      return `the string ${JSON.stringify(text)}`;
    }
    case "number":
      return `the number ${node.value}`;
    case "boolean":
      return String(node.value);
  }
}

/** The plain value, as `JSON.parse` gives it. */
export function valueOf(node: JsonNode): unknown {
  switch (node.kind) {
    case "object":
      return Object.fromEntries(Array.from(node.members, ([name, member]) => [name, valueOf(member)]));
    case "array":
      return node.items.map(valueOf);
    case "null":
      return null;
    default:
      return node.value;
  }
}

/** Line and column of an offset, both from 1. */
export function placeOf(text: string, at: number): Readonly<{ line: number; column: number }> {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf("\n"); end >= 0 && end < at; end = text.indexOf("\n", start)) {
    line++;
    start = end + 1;
  }
  return { line, column: at - start + 1 };
}

const plain = /^[A-Za-z_$][\w$]*$/;

/** `$.resources[0].name`; a name that is no word stands in brackets: `$['a b']`. */
export const jsonPath = (path: readonly (string | number)[]): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    return plain.test(step)
      ? `${text}.${step}`
      : `${text}['${step.replace(/[\\']/g, "\\$&").replace(/\p{Cc}/gu, escaped)}']`;
  }, "$");

const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
