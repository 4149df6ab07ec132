/** An expression of a template, without the brackets around it. */
export type Expression =
  | Readonly<{ kind: "text"; value: string }>
  | Readonly<{ kind: "number"; value: number }>
  /** `name` is in lower case; a function of the template's own has a dot in it. */
  | Readonly<{ kind: "call"; name: string; args: readonly Expression[]; source: string }>
  | Readonly<{ kind: "member"; of: Expression; name: Expression; source: string }>;

const deepest = 60;

/** undefined where the text is no expression of Resource Manager's language. */
export function parseExpression(text: string): Expression | undefined {
  let at = 0;
  let depth = 0;
  const found = expression();
  skip();
  return at === text.length ? found : undefined;

  function skip(): void {
    while (at < text.length && /\s/.test(text[at] ?? "")) at++;
  }

  function take(letter: string): boolean {
    skip();
    if (text[at] !== letter) return false;
    at++;
    return true;
  }

  function expression(): Expression | undefined {
    if (++depth > deepest) return undefined;
    skip();
    const start = at;
    let read = primary(start);
    while (read) {
      if (take(".")) {
        const name = word();
        read = name === undefined ? undefined : member(read, { kind: "text", value: name }, start);
      } else if (take("[")) {
        const name = expression();
        read = name && take("]") ? member(read, name, start) : undefined;
      } else break;
    }
    depth--;
    return read;
  }

  function member(of: Expression, name: Expression, start: number): Expression {
    return { kind: "member", of, name, source: text.slice(start, at) };
  }

  function primary(start: number): Expression | undefined {
    if (text[at] === "'") return quoted();
    const number = matching(/-?\d+(?:\.\d+)?/y);
    if (number !== undefined) return { kind: "number", value: Number(number) };
    let name = word();
    if (name === undefined) return undefined;
    while (text[at] === ".") {
      at++;
      const next = word();
      if (next === undefined) return undefined;
      name += `.${next}`;
    }
    if (!take("(")) return undefined;
    const args: Expression[] = [];
    if (!take(")"))
      do {
        const arg = expression();
        if (!arg) return undefined;
        args.push(arg);
        skip();
      } while (take(","));
    else return { kind: "call", name: name.toLowerCase(), args, source: text.slice(start, at) };
    return take(")") ? { kind: "call", name: name.toLowerCase(), args, source: text.slice(start, at) } : undefined;
  }

  /** A quote within is written twice. */
  function quoted(): Expression | undefined {
    let value = "";
    at++;
    for (;;) {
      const end = text.indexOf("'", at);
      if (end < 0) return undefined;
      value += text.slice(at, end);
      at = end + 1;
      if (text[at] !== "'") return { kind: "text", value };
      value += "'";
      at++;
    }
  }

  function word(): string | undefined {
    skip();
    return matching(/[A-Za-z_]\w*/y);
  }

  function matching(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  }
}

/** What stands between the brackets of a string that is an expression. `[[` begins a string that is none. */
export function expressionIn(text: string): string | undefined {
  return text.startsWith("[") && !text.startsWith("[[") && text.endsWith("]") ? text.slice(1, -1) : undefined;
}
