export type Path = readonly (string | number)[];

/** A document, and the line on which each of its values begins (for members of objects: the line of their key). */
export type Document = { value: unknown; lineOf(path: Path): number };

export class JsonProblem extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

/** Parses JSON as `JSON.parse` does, but strictly: a key may occur once in an object, and lines are remembered. */
export function readJson(text: string): Document {
  const lines = new Map<string, number>();
  const value = new Reader(text, lines).document();
  const lineOf = (path: Path) => {
    for (let length = path.length; length > 0; length--) {
      const line = lines.get(keyOf(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return 1;
  };
  return { value, lineOf };
}

const keyOf = (path: Path) => JSON.stringify(path);

const tokenPattern = /\s*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\.)*")|(-?\d[\d.eE+-]*|true|false|null))/y;

/** Deeper than any world file needs, and shallow enough for the call stack. */
const deepest = 50;

class Reader {
  #at = 0;
  #line = 1;
  #counted = 0;

  constructor(
    readonly text: string,
    readonly lines: Map<string, number>,
  ) {}

  document(): unknown {
    const value = this.#value([], this.#token());
    const rest = this.text.slice(this.#at).search(/\S/);
    if (rest >= 0) throw this.#problem(this.#at + rest, "text after the end of the document");
    return value;
  }

  #value(path: Path, token: string): unknown {
    if (path.length > deepest) throw this.#problem(this.#at, `nested deeper than ${deepest} levels`);
    if (token === "{") return this.#object(path);
    if (token === "[") return this.#array(path);
    if (/^[}\],:]$/.test(token)) throw this.#problem(this.#at - 1, `unexpected ${token}`);
    try {
      return JSON.parse(token);
    } catch {
      throw this.#problem(this.#at - 1, `${token.slice(0, 40)} is not JSON`);
    }
  }

  #object(path: Path): object {
    const members = new Map<string, unknown>();
    for (let token = this.#token(); token !== "}" || members.size > 0; token = this.#token()) {
      if (!token.startsWith('"')) throw this.#problem(this.#at - 1, `expected a key in quotes, found ${token}`);
      const key = String(this.#value(path, token));
      if (members.has(key)) throw this.#problem(this.#at - 1, `the key ${token} occurs twice`);
      this.lines.set(keyOf([...path, key]), this.#lineAt(this.#at - 1));
      if (this.#token() !== ":") throw this.#problem(this.#at - 1, `expected : after ${token}`);
      members.set(key, this.#value([...path, key], this.#token()));
      if (this.#endsWith("}")) break;
    }
    return Object.fromEntries(members);
  }

  #array(path: Path): unknown[] {
    const items: unknown[] = [];
    for (let token = this.#token(); token !== "]" || items.length > 0; token = this.#token()) {
      const place = [...path, items.length];
      this.lines.set(keyOf(place), this.#lineAt(this.#at - 1));
      items.push(this.#value(place, token));
      if (this.#endsWith("]")) break;
    }
    return items;
  }

  /** After an item: whether the list is over (true) or a comma announces another item (false). */
  #endsWith(close: "}" | "]"): boolean {
    const token = this.#token();
    if (token === close) return true;
    if (token === ",") return false;
    throw this.#problem(this.#at - 1, `expected , or ${close}, found ${token.slice(0, 40)}`);
  }

  #token(): string {
    tokenPattern.lastIndex = this.#at;
    const found = tokenPattern.exec(this.text);
    if (!found) {
      const start = this.#at + this.text.slice(this.#at).search(/\S|$/);
      const rest = this.text.slice(start, start + 20);
      throw this.#problem(start, rest === "" ? "the document ends too early" : `cannot read ${JSON.stringify(rest)}`);
    }
    this.#at = tokenPattern.lastIndex;
    return found[1] ?? found[2] ?? found[3] ?? "";
  }

  #problem(at: number, message: string): JsonProblem {
    return new JsonProblem(this.text.slice(0, at).split("\n").length, message);
  }

  /** Positions only grow, so newlines are counted once. */
  #lineAt(at: number): number {
    for (; this.#counted < at; this.#counted++) if (this.text[this.#counted] === "\n") this.#line++;
    return this.#line;
  }
}
