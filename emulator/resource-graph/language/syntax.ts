import { items, kusto, type KustoNode, type KustoSymbol } from "./kusto";

const types = [
  "string",
  "long",
  "int",
  "real",
  "bool",
  "datetime",
  "timespan",
  "dynamic",
  "guid",
  "decimal",
  "unknown",
] as const;
/** Kusto's scalar types; `unknown` never survives analysis without a diagnostic. */
export type Type = (typeof types)[number];

export type Column = { name: string; type: Type };

/** A node of an analysed query, as plain data: lists and separators are gone, what analysis found out is written on it. */
export type Syntax = {
  kind: string;
  /** Offset in the query's text. */
  start: number;
  /** Text of a token, joined texts of all tokens below otherwise. */
  text: string;
  /** Children that mean something, without punctuation and keywords. */
  children: Syntax[];
  tokens: Token[];
  /** Name that a name node carries, unescaped. */
  name: string;
  type: Type;
  /** Columns of a tabular expression or of a tuple. */
  columns: Column[];
  /** Name and kind of what a name or call refers to. */
  symbol: { name: string; tabular: boolean } | undefined;
  /** A string literal's value, unescaped. */
  string: string | undefined;
};
export type Token = { kind: string; text: string; value: string; start: number };

const transparent = new Set(["List", "SeparatedElement", "ExpressionStatement"]);

export function toSyntax(node: KustoNode): Syntax {
  const { kinds } = kusto();
  const children: Syntax[] = [];
  const tokens: Token[] = [];
  const texts: string[] = [];

  const visit = (parent: KustoNode) => {
    for (let index = 0; index < parent.ChildCount; index++) {
      const child = parent.GetChild(index);
      if (!child) continue;
      const kind = kinds.get(child.Kind) ?? "";
      if (child.Text !== undefined && child.ChildCount === 0) {
        tokens.push({ kind, text: child.Text, value: child.ValueText ?? child.Text, start: child.TextStart });
        texts.push(child.Text);
      } else if (transparent.has(kind)) visit(child);
      else {
        const syntax = toSyntax(child);
        children.push(syntax);
        texts.push(syntax.text);
      }
    }
  };
  visit(node);

  const kind = kinds.get(node.Kind) ?? "";
  const literal = node.LiteralValue;
  const { ResultType: result, ReferencedSymbol: symbol } = node;
  return {
    kind,
    start: node.TextStart,
    text: texts.join(" "),
    children,
    tokens,
    name: node.SimpleName || (kind === "TokenName" || kind === "BracketedName" ? nameIn(children, tokens) : ""),
    type: typeOf(result),
    columns: columnsOf(result),
    symbol: symbol ? { name: symbol.Name, tabular: symbol.Columns !== undefined } : undefined,
    string: typeof literal === "string" ? literal : undefined,
  };
}

const nameIn = (children: Syntax[], tokens: Token[]): string => children[0]?.string ?? tokens[0]?.value ?? "";

const isType = (name: string): name is Type => types.some((type) => type === name);
const typeOf = (symbol: KustoSymbol | null | undefined): Type =>
  symbol && isType(symbol.Name) ? symbol.Name : "unknown";

const columnsOf = (symbol: KustoSymbol | null | undefined): Column[] =>
  symbol?.Columns ? items(symbol.Columns).map(({ Name, Type }) => ({ name: Name, type: typeOf(Type) })) : [];
