/** One condition of a `$filter`; several are joined by `and`. Names are in lower case. */
export type Condition =
  | { kind: "equals"; name: string; values: readonly string[] }
  | { kind: "call"; name: string; argument: string | undefined };

const lexeme = /\s*(?:'((?:[^']|'')*)'|([A-Za-z_]\w*)|([(),]))/y;

type Token = { kind: "text" | "word" | "mark"; text: string };

/**
 * Reads the little OData that these services take: `name eq 'value'`, `name in ('a', 'b')`, `call()` and
 * `call('value')`, joined by `and`. Anything else is undefined, so that the route can refuse it in its own words.
 */
export function parseFilter(text: string): Condition[] | undefined {
  const tokens = tokenize(text);
  if (!tokens || tokens.length === 0) return undefined;
  const conditions: Condition[] = [];
  let at = 0;
  const take = (kind: Token["kind"], expected?: string): string | undefined => {
    const token = tokens[at];
    if (token?.kind !== kind || (expected !== undefined && token.text.toLowerCase() !== expected)) return undefined;
    at++;
    return token.text;
  };

  do {
    const name = take("word")?.toLowerCase();
    if (name === undefined) return undefined;
    if (take("mark", "(") !== undefined) {
      const argument = take("text");
      if (take("mark", ")") === undefined) return undefined;
      conditions.push({ kind: "call", name, argument });
    } else if (take("word", "eq") !== undefined) {
      const value = take("text");
      if (value === undefined) return undefined;
      conditions.push({ kind: "equals", name, values: [value] });
    } else if (take("word", "in") !== undefined && take("mark", "(") !== undefined) {
      const values: string[] = [];
      do {
        const value = take("text");
        if (value === undefined) return undefined;
        values.push(value);
      } while (take("mark", ",") !== undefined);
      if (take("mark", ")") === undefined) return undefined;
      conditions.push({ kind: "equals", name, values });
    } else {
      return undefined;
    }
  } while (take("word", "and") !== undefined);
  return at === tokens.length ? conditions : undefined;
}

function tokenize(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  let at = 0;
  while (at < end) {
    lexeme.lastIndex = at;
    const found = lexeme.exec(text);
    if (!found) return undefined;
    const [, quoted, word, mark] = found;
    if (quoted !== undefined) tokens.push({ kind: "text", text: quoted.replaceAll("''", "'") });
    else if (word !== undefined) tokens.push({ kind: "word", text: word });
    else if (mark !== undefined) tokens.push({ kind: "mark", text: mark });
    at = lexeme.lastIndex;
  }
  return tokens;
}
