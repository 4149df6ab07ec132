/** JSON in which every value knows the line that it begins in, counted from 1. */
export type Located = Readonly<
  { line: number } & (
    | { kind: "object"; members: readonly Member[] }
    | { kind: "array"; items: readonly Located[] }
    | { kind: "string"; value: string }
    | { kind: "number"; value: number }
    | { kind: "boolean"; value: boolean }
    | { kind: "null" }
  )
>;

/** In the order in which they are written; a name may come twice. */
export type Member = Readonly<{ name: string; line: number; value: Located }>;

export class MalformedJson extends Error {
  override readonly name = "MalformedJson";
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

const deepest = 100;
const blank = /[ \t\r\n]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const string = /"(?:[^"\\\u0000-\u001f]|\\.)*"/y;
const word = /true|false|null/y;

/** @throws MalformedJson with the line where it stops being JSON */
export function parseLocated(text: string): Located {
  let at = text.startsWith("\ufeff") ? 1 : 0;
  let line = 1;

  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const skip = () => {
    for (const letter of take(blank) ?? "") if (letter === "\n") line++;
  };
  const has = (mark: string): boolean => {
    skip();
    if (text[at] !== mark) return false;
    at++;
    return true;
  };
  const fail = (wanted: string): never => {
    throw new MalformedJson(
      line,
      `${wanted} is expected, and ${at < text.length ? JSON.stringify(text[at]) : "the end"} stands there`,
    );
  };

  const textAt = (): string => {
    const quoted = take(string) ?? fail("A text in double quotes");
    try {
      return JSON.parse(quoted) as string;
    } catch {
      throw new MalformedJson(line, `the text ${quoted} has an escape that JSON does not know`);
    }
  };

  /** What stands between two brackets, with commas between. */
  const listed = <Item>(close: string, item: () => Item): Item[] => {
    const items: Item[] = [];
    if (has(close)) return items;
    do items.push(item());
    while (has(","));
    if (!has(close)) fail(`A comma or ${close}`);
    return items;
  };

  const value = (depth: number): Located => {
    skip();
    const start = line;
    if (depth > deepest) throw new MalformedJson(line, `more than ${deepest} values are inside one another`);
    switch (text[at]) {
      case "{":
        at++;
        return { kind: "object", line: start, members: listed("}", () => member(depth)) };
      case "[":
        at++;
        return { kind: "array", line: start, items: listed("]", () => value(depth + 1)) };
      case '"':
        return { kind: "string", line: start, value: textAt() };
    }
    const digits = take(number);
    if (digits) return { kind: "number", line: start, value: Number(digits) };
    const plain = take(word) ?? fail("A value");
    return plain === "null" ? { kind: "null", line: start } : { kind: "boolean", line: start, value: plain === "true" };
  };

  const member = (depth: number): Member => {
    skip();
    const start = line;
    const name = textAt();
    if (!has(":")) fail("A colon");
    return { name, line: start, value: value(depth + 1) };
  };

  const root = value(0);
  skip();
  if (at < text.length) fail("The end");
  return root;
}
