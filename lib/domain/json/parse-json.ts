import type { JsonNode, Repeated } from "./node";

/** Thrown with the offset of what cannot be read. */
export class JsonError extends Error {
  override readonly name = "JsonError";
  constructor(
    readonly at: number,
    message: string,
  ) {
    super(message);
  }
}

export type JsonOptions = Readonly<{
  /** Takes what Azure's own tools take in templates: comments, commas before a closing bracket, line ends in strings. */
  lenient?: boolean;
}>;

const deepest = 500;

/** Reads a JSON text into values that know where they stand. @throws {JsonError} */
export function parseJson(text: string, { lenient = false }: JsonOptions = {}): JsonNode {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let depth = 0;
  skip();
  const root = value();
  skip();
  if (at < text.length) fail(`something follows the end of the value: ${shown()}`);
  return root;

  function fail(message: string, where = at): never {
    throw new JsonError(where, message);
  }

  function shown(): string {
    if (at >= text.length) return "the text ends here";
    return `${JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0))} stands here`;
  }

  function skip(): void {
    for (;;) {
      const letter = text[at];
      if (letter === " " || letter === "\n" || letter === "\r" || letter === "\t") at++;
      else if (letter === "/" && lenient) comment();
      else return;
    }
  }

  function comment(): void {
    const isLine = text[at + 1] === "/";
    if (!isLine && text[at + 1] !== "*") fail("a slash begins no comment");
    const end = text.indexOf(isLine ? "\n" : "*/", at + 2);
    if (end < 0 && !isLine) fail("a comment does not end");
    at = end < 0 ? text.length : isLine ? end + 1 : end + 2;
  }

  function value(): JsonNode {
    const start = at;
    switch (text[at]) {
      case "{":
        return { kind: "object", ...nested("}", members), at: start, end: at };
      case "[":
        return { kind: "array", items: nested("]", items), at: start, end: at };
      case '"':
        return { kind: "string", value: string(), at: start, end: at };
      default:
        return word(start);
    }
  }

  function nested<Inner>(close: string, read: (close: string) => Inner): Inner {
    if (++depth > deepest) fail(`values are nested more than ${deepest} deep`);
    at++;
    const inner = read(close);
    depth--;
    return inner;
  }

  /** Whether another entry follows; leaves the place behind what separates or closes. */
  function another(close: string, isFirst: boolean): boolean {
    skip();
    if (text[at] === close) {
      at++;
      return false;
    }
    if (isFirst) return true;
    const comma = at;
    if (text[at] !== ",") fail(`expected a comma or ${close}, but ${shown()}`);
    at++;
    skip();
    if (text[at] !== close) return true;
    if (!lenient) fail(`nothing follows this comma`, comma);
    at++;
    return false;
  }

  function members(close: string) {
    const found = new Map<string, JsonNode>();
    const repeated: Repeated[] = [];
    while (another(close, found.size === 0)) {
      if (text[at] !== '"') fail(`expected a name in double quotes, but ${shown()}`);
      const start = at;
      const name = string();
      if (found.has(name)) repeated.push({ name, at: start });
      skip();
      if (text[at] !== ":") fail(`expected a colon after the name ${JSON.stringify(name)}, but ${shown()}`);
      at++;
      skip();
      found.set(name, value());
    }
    return { members: found, repeated };
  }

  function items(close: string): readonly JsonNode[] {
    const found: JsonNode[] = [];
    while (another(close, found.length === 0)) found.push(value());
    return found;
  }

  function string(): string {
    const start = at++;
    let read = "";
    for (;;) {
      const from = at;
      while (at < text.length && text[at] !== '"' && text[at] !== "\\" && text.charCodeAt(at) >= 0x20) at++;
      read += text.slice(from, at);
      const letter = text[at];
      if (letter === undefined) fail("a string does not end", start);
      if (letter === '"') {
        at++;
        return read;
      }
      if (letter === "\\") read += escape();
      else if (lenient) {
        read += letter;
        at++;
      } else fail("a line end or control character stands in a string");
    }
  }

  function escape(): string {
    const letter = text[at + 1] ?? "";
    const simple = escapes[letter];
    if (simple !== undefined) {
      at += 2;
      return simple;
    }
    const digits = text.slice(at + 2, at + 6);
    if (letter !== "u" || !/^[0-9a-fA-F]{4}$/.test(digits)) fail("a backslash begins no escape sequence");
    at += 6;
    return String.fromCharCode(parseInt(digits, 16));
  }

  function word(start: number): JsonNode {
    words.lastIndex = at;
    const found = words.exec(text)?.[0];
    if (found === undefined) fail(`expected a value, but ${shown()}`);
    at += found.length;
    const where = { at: start, end: at };
    if (found === "null") return { kind: "null", ...where };
    if (found === "true" || found === "false") return { kind: "boolean", value: found === "true", ...where };
    return { kind: "number", value: Number(found), ...where };
  }
}

const words = /(?:true|false|null)(?![\w])|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

const escapes: Readonly<Record<string, string | undefined>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};
