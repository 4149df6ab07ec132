import { compileScalar } from "../compile/scalar";
import { columnAt, nothing, only, parameter, type Operator } from "../compile/scope";
import { notImplemented } from "../errors";
import { converters } from "../functions/conversion";
import type { Syntax, Type } from "../language/syntax";
import { text, type Value } from "../values";

type Capture = { at: number; type: Type };
/** What stands between two literals: nothing, anything, or a column. */
type Step = { before: "nothing" | "anything" | Capture; literal: string };

/** `parse`: cuts a text at literals. Where the whole pattern does not fit, the columns stay empty. */
export const parseText: Operator = (input, syntax, scope) => {
  const kind = parameter(syntax, "kind") ?? "simple";
  if (kind !== "simple" && kind !== "relaxed") throw notImplemented(`parse kind=${kind}`);
  const [subject, ...patterns] = syntax.children.filter((child) => child.kind !== "NamedParameter");
  const value = compileScalar(subject ?? syntax, scope);
  const { steps, last } = plan(patterns, (name) => columnAt(syntax.columns, name));
  const kept = syntax.columns.map(({ name }) => input.columns.findIndex((column) => column.name === name));
  const captures = [...steps.map(({ before }) => before), last].filter((step) => typeof step === "object");
  const readers = captures.map((capture) => ({ ...capture, read: reader(capture.type) }));

  return {
    columns: syntax.columns,
    ordered: input.ordered,
    rows: (run) =>
      input.rows(run).map((row) => {
        const cells: Value[] = kept.map((at) => row[at] ?? null);
        const found = matched(text(value(row, run)), steps, last);
        const read = found && readers.map(({ read }, index) => read(found[index] ?? ""));
        const fits = read && (kind === "relaxed" || !read.includes(null));
        for (const [index, { at, type }] of readers.entries()) cells[at] = (fits ? read[index] : null) ?? nothing(type);
        return cells;
      }),
  };
};

function plan(patterns: readonly Syntax[], column: (name: string) => number): { steps: Step[]; last: Step["before"] } {
  const steps: Step[] = [];
  let before: Step["before"] = "nothing";
  for (const pattern of patterns) {
    if (pattern.string !== undefined) {
      steps.push({ before, literal: pattern.string });
      before = "nothing";
    } else if (typeof before === "object") throw notImplemented("parse with two columns in a row");
    else if (pattern.kind === "StarExpression") before = "anything";
    else {
      const named = pattern.kind === "NameAndTypeDeclaration" ? only(pattern) : pattern;
      before = { at: column(named.name), type: named.type === "unknown" ? "string" : named.type };
    }
  }
  return { steps, last: before };
}

function matched(whole: string, steps: readonly Step[], last: Step["before"]): string[] | undefined {
  const captured: string[] = [];
  let at = 0;
  for (const [index, { before, literal }] of steps.entries()) {
    const isEnd = last === "nothing" && index === steps.length - 1;
    const found = before === "nothing" ? at : isEnd ? whole.length - literal.length : whole.indexOf(literal, at);
    if (found < at || !whole.startsWith(literal, found)) return undefined;
    if (isEnd && found + literal.length !== whole.length) return undefined;
    if (typeof before === "object") captured.push(whole.slice(at, found));
    at = found + literal.length;
  }
  if (typeof last === "object") captured.push(whole.slice(at));
  return captured;
}

function reader(type: Type): (value: string) => Value {
  const convert = converters[type];
  if (!convert) throw notImplemented(`parse into ${type}`);
  return convert;
}
