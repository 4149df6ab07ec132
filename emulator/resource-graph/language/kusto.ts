import { createRequire } from "node:module";

/** The few parts of `@kusto/language-service-next` that are used; its own declarations would put three globals into every file of the project. */
export type KustoNode = {
  Kind: number;
  ChildCount: number;
  GetChild(index: number): KustoNode | null;
  TextStart: number;
  /** Only tokens have a text, only names a simple name, only expressions a type. */
  Text?: string;
  ValueText?: string;
  SimpleName?: string;
  LiteralValue?: unknown;
  ResultType?: KustoSymbol | null;
  ReferencedSymbol?: KustoSymbol | null;
};
export type KustoSymbol = { Name: string; Columns?: KustoList<{ Name: string; Type: KustoSymbol }> };
export type KustoDiagnostic = { Code: string; Severity: string; Message: string; Start: number; Length: number };
type KustoList<T> = { Count: number; getItem(index: number): T } | T[];
type GlobalState = { WithDatabase(database: unknown): GlobalState };
type KustoCode = {
  Syntax: KustoNode;
  GetDiagnostics(): KustoList<KustoDiagnostic>;
  GetSyntaxDiagnostics(): KustoList<KustoDiagnostic>;
};
type KustoLanguage = {
  KustoCode: { ParseAndAnalyze(text: string, globals: GlobalState): KustoCode };
  GlobalState: { Default: GlobalState };
  Syntax: { SyntaxKind: Record<string, unknown> };
  Symbols: {
    TableSymbol: { $ctor7: new (name: string, schema: string, description: null) => unknown };
    DatabaseSymbol: {
      $ctor3: new (name: string, alternateName: null, members: unknown[], isOpen: boolean) => unknown;
    };
  };
};

export type Kusto = {
  /** Name of each number that a node's `Kind` may have. */
  kinds: ReadonlyMap<number, string>;
  analyze(text: string, globals: GlobalState): KustoCode;
  /** What names mean: tables with their schema in Kusto's own notation. */
  globals(tables: readonly { name: string; schema: string }[]): GlobalState;
};

export const items = <T>(list: KustoList<T>): T[] =>
  Array.isArray(list) ? list : Array.from({ length: list.Count }, (_, index) => list.getItem(index));

let loaded: Kusto | undefined;

/** Microsoft's Kusto parser. Loading it takes some 150 ms and its first query twice as long, so it is done once. */
export function kusto(): Kusto {
  loaded ??= load();
  return loaded;
}

function load(): Kusto {
  const require = createRequire(import.meta.url);
  require("@kusto/language-service-next/bridge.min.js");
  require("@kusto/language-service-next/Kusto.Language.Bridge.min.js");
  const { Language } = Reflect.get(globalThis, "Kusto") as { Language: KustoLanguage };

  const kinds = new Map<number, string>();
  for (const [name, value] of Object.entries(Language.Syntax.SyntaxKind))
    if (typeof value === "number") kinds.set(value, name);

  return {
    kinds,
    analyze: (text, globals) => Language.KustoCode.ParseAndAnalyze(text, globals),
    globals: (tables) => {
      const members = tables.map(({ name, schema }) => new Language.Symbols.TableSymbol.$ctor7(name, schema, null));
      return Language.GlobalState.Default.WithDatabase(
        new Language.Symbols.DatabaseSymbol.$ctor3("ResourceGraph", null, members, false),
      );
    },
  };
}
