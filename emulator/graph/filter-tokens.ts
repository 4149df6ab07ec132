import { badRequest } from "./errors";

export type Token = { kind: "word" | "string" | "sign"; text: string; at: number };

const pattern = /\s*(?:'((?:[^']|'')*)'|([A-Za-z_][\w]*)|([(),:/]))/y;

/** The tokens of a `$filter`: names and keywords, quoted strings without their quotes, and signs. */
export const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = [];
  const scanner = new RegExp(pattern);
  const end = text.trimEnd().length;
  while (scanner.lastIndex < end) {
    const from = scanner.lastIndex;
    const match = scanner.exec(text);
    if (!match) throw badRequest(`Invalid filter clause: Syntax error at position ${from} in '${text}'.`);
    const [, quoted, word, sign] = match;
    const at = scanner.lastIndex - (quoted !== undefined ? quoted.length + 2 : (word ?? sign ?? "").length);
    if (quoted !== undefined) tokens.push({ kind: "string", text: quoted.replaceAll("''", "'"), at });
    else if (word !== undefined) tokens.push({ kind: "word", text: word, at });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign, at });
  }
  return tokens;
};
