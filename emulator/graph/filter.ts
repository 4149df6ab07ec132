import { badRequest, notImplemented, unsupportedQuery } from "./errors";
import { tokensOf, type Token } from "./filter-tokens";
import { findProperty, type Properties, type Schema } from "./schema";

export type Filter = {
  test: (properties: Properties) => boolean;
  /** Proper spelling of every property it looks at. */
  properties: readonly string[];
  /** Uses operators that Graph serves with `ConsistencyLevel: eventual` and `$count=true` only. */
  isAdvanced: boolean;
};

type Test = Filter["test"];

/** Directory queries allow so many alternatives. */
const maximumAlternatives = 15;

/** Strings of the directory compare without regard to case. */
const same = (left: unknown, right: unknown): boolean =>
  typeof left === "string" && typeof right === "string" ? left.toLowerCase() === right.toLowerCase() : left === right;

export const readFilter = (text: string, among: readonly Schema[]): Filter => new FilterReader(text, among).read();

class FilterReader {
  private readonly tokens: Token[];
  private readonly used = new Set<string>();
  private isAdvanced = false;
  private position = 0;

  constructor(
    private readonly text: string,
    private readonly among: readonly Schema[],
  ) {
    this.tokens = tokensOf(text);
  }

  read(): Filter {
    const test = this.either();
    if (this.position < this.tokens.length) throw this.syntaxError();
    return { test, properties: [...this.used], isAdvanced: this.isAdvanced };
  }

  private either(): Test {
    const tests = [this.both()];
    while (this.takes("or")) tests.push(this.both());
    if (tests.length > maximumAlternatives) throw tooMany(tests.length);
    return (properties) => tests.some((test) => test(properties));
  }

  private both(): Test {
    const tests = [this.one()];
    while (this.takes("and")) tests.push(this.one());
    return (properties) => tests.every((test) => test(properties));
  }

  private one(): Test {
    if (this.takes("not")) {
      this.isAdvanced = true;
      const test = this.one();
      return (properties) => !test(properties);
    }
    if (this.takes("(")) {
      const test = this.either();
      this.expect(")");
      return test;
    }
    return this.comparison();
  }

  private comparison(): Test {
    const name = this.word();
    if (this.takes("(")) return this.textFunction(name);
    if (this.takes("/")) return this.collection(name);
    const property = this.property(name);
    const operator = this.word().toLowerCase();
    switch (operator) {
      case "eq":
      case "ne": {
        const value = this.literal();
        if (operator === "eq") return (properties) => same(properties[property], value);
        this.isAdvanced = true;
        return (properties) => !same(properties[property], value);
      }
      case "in": {
        const values = this.list();
        if (values.length > maximumAlternatives) throw tooMany(values.length);
        return (properties) => values.some((value) => same(properties[property], value));
      }
      case "ge":
      case "le":
      case "gt":
      case "lt":
      case "has":
        throw notImplemented(`the $filter operator '${operator}'`);
      default:
        throw this.syntaxError(-1);
    }
  }

  private textFunction(name: string): Test {
    const operation = name.toLowerCase();
    if (operation === "contains") throw unsupportedQuery("Unsupported Query.");
    if (operation !== "startswith" && operation !== "endswith") throw notImplemented(`the $filter function '${name}'`);
    const property = this.property(this.word());
    this.expect(",");
    const value = this.literal();
    this.expect(")");
    if (typeof value !== "string") throw this.syntaxError(-2);
    const part = value.toLowerCase();
    if (operation === "endswith") this.isAdvanced = true;
    return (properties) => {
      const whole = properties[property];
      if (typeof whole !== "string") return false;
      return operation === "startswith" ? whole.toLowerCase().startsWith(part) : whole.toLowerCase().endsWith(part);
    };
  }

  /** `groupTypes/any(c:c eq 'Unified')`, the one lambda that a list of groups needs. */
  private collection(name: string): Test {
    const quantifier = this.word();
    if (quantifier.toLowerCase() !== "any" || name.toLowerCase() !== "grouptypes")
      throw notImplemented(`$filter over '${name}/${quantifier}'`);
    const property = findProperty(name, this.among, "$filter");
    this.used.add(property);
    this.expect("(");
    const variable = this.word();
    this.expect(":");
    if (this.word() !== variable || this.word().toLowerCase() !== "eq") throw this.syntaxError(-1);
    const value = this.literal();
    this.expect(")");
    return (properties) => {
      const held = properties[property];
      return Array.isArray(held) && held.some((item) => same(item, value));
    };
  }

  private property(name: string): string {
    const property = findProperty(name, this.among, "$filter");
    if (property.endsWith("Credentials") || property === "groupTypes" || property === "businessPhones")
      throw unsupportedQuery(`Unsupported or invalid query filter clause specified for property '${property}'.`);
    this.used.add(property);
    return property;
  }

  private list(): (string | boolean | null)[] {
    this.expect("(");
    const values = [this.literal()];
    while (this.takes(",")) values.push(this.literal());
    this.expect(")");
    return values;
  }

  private literal(): string | boolean | null {
    const token = this.next();
    if (token.kind === "string") return token.text;
    if (token.kind === "word" && ["true", "false", "null"].includes(token.text))
      return token.text === "null" ? null : token.text === "true";
    throw this.syntaxError(-1);
  }

  private word(): string {
    const token = this.next();
    if (token.kind !== "word") throw this.syntaxError(-1);
    return token.text;
  }

  private next(): Token {
    const token = this.tokens[this.position];
    if (!token) throw this.syntaxError();
    this.position += 1;
    return token;
  }

  private takes(text: string): boolean {
    const token = this.tokens[this.position];
    if (token?.kind === "string" || token?.text.toLowerCase() !== text) return false;
    this.position += 1;
    return true;
  }

  private expect(text: string) {
    if (!this.takes(text)) throw this.syntaxError();
  }

  private syntaxError(step = 0) {
    const at = this.tokens[this.position + step]?.at ?? this.text.length;
    return badRequest(`Invalid filter clause: Syntax error at position ${at} in '${this.text}'.`);
  }
}

const tooMany = (count: number) =>
  unsupportedQuery(
    `Too many child clauses specified in search filter expression containing 'OR' operators: ${count}. Max allowed: ${maximumAlternatives}.`,
  );
