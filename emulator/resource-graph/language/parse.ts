import { parserFailure, refusedQuery, notImplemented, type SyntaxError } from "../errors";
import { isMissing, kustoSchema, tableNames, tableNamed } from "../tables/schema";
import { items, kusto, type Kusto, type KustoDiagnostic } from "./kusto";
import { toSyntax, type Syntax } from "./syntax";

/** Analyses a query with Microsoft's parser; throws what Resource Graph answers to one that is wrong. */
export function parse(query: string): Syntax {
  if (query.includes("{{")) throw notImplemented("shared queries ({{…}})");
  if (depthOf(query) > deepest) throw refusedQuery("InvalidQuery", `The query nests deeper than ${deepest} levels.`);
  const { text, offset, added } = withDefaultTable(query);
  const code = kusto().analyze(text, globalsFor(text));

  const wrong = items(code.GetSyntaxDiagnostics()).filter(isError);
  if (wrong.length)
    throw parserFailure(wrong.map((diagnostic) => located(diagnostic, query, diagnostic.Start > offset ? added : 0)));
  const meaningless = items(code.GetDiagnostics()).find(isError);
  if (meaningless) throw semanticError(meaningless, text);
  return toSyntax(code.Syntax);
}

const deepest = 200;

/** Brackets open at once. The parser is recursive, and its time grows with the square of the depth. */
function depthOf(query: string): number {
  let depth = 0;
  let most = 0;
  for (const character of query) {
    if ("([{".includes(character)) most = Math.max(most, ++depth);
    else if (")]}".includes(character)) depth = Math.max(0, depth - 1);
  }
  return most;
}

const isError = ({ Severity }: KustoDiagnostic) => Severity === "Error";

/** A query may begin with an operator: it then reads `Resources`. */
function withDefaultTable(query: string): { text: string; offset: number; added: number } {
  const offset = /^(?:\s|\/\/[^\n]*(?:\n|$))*/.exec(query)?.[0].length ?? 0;
  if (!operatorFirst.test(query.slice(offset))) return { text: query, offset: 0, added: 0 };
  const table = "Resources | ";
  return { text: query.slice(0, offset) + table + query.slice(offset), offset, added: table.length };
}

const operatorFirst =
  /^(?:where|project(?:-away)?|extend|summarize|distinct|count|limit|take|top|order|sort|join|mv-?expand|parse|sample)\b/i;

const globals = new Map<string, ReturnType<Kusto["globals"]>>();

/** Kusto's names respect case, Resource Graph's tables do not: each spelling that occurs is a table of its own. */
function globalsFor(text: string) {
  const words = text.match(new RegExp(`\\b(?:${tableNames.join("|")})\\b`, "gi")) ?? [];
  const spellings = [...new Set<string>([...tableNames, ...words])];
  const key = spellings.join();
  const known = globals.get(key);
  if (known) return known;
  const made = kusto().globals(spellings.map((name) => ({ name, schema: kustoSchema })));
  if (globals.size < 100) globals.set(key, made);
  return made;
}

function located({ Start, Length, Message }: KustoDiagnostic, query: string, added: number): SyntaxError {
  const start = Start - added;
  const before = query.slice(0, start);
  return {
    line: before.split("\n").length,
    characterPositionInLine: start - (before.lastIndexOf("\n") + 1),
    token: query.slice(start, start + Math.max(Length, 1)).trim() || "<EOF>",
    expectedToken: /^(?:Expected|Missing):? (.+)$/.exec(Message)?.[1] ?? Message,
  };
}

function semanticError({ Code, Start, Length, Message }: KustoDiagnostic, text: string) {
  const token = text.slice(Start, Start + Length);
  if (Code === "KS204" && isMissing(token)) return notImplemented(`the table ${token}`);
  if (Code === "KS204" && !tableNamed(token))
    return refusedQuery("DisallowedLogicalTableName", `Table ${token} is invalid, unsupported or disallowed.`);
  return refusedQuery("SemanticError", Message, { token });
}
