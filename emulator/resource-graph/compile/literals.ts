import { notImplemented, refusedQuery } from "../errors";
import type { Syntax } from "../language/syntax";
import type { Value } from "../values";
import { parseDateTime, parseTimeSpan } from "../functions/time-values";

/** Value of a literal, read from its text: the parser's own conversions lose hexadecimals, fractions and long durations. */
export function literal(syntax: Syntax): Value {
  const inner = syntax.tokens[0]?.text ?? "";
  const text = /^\w+\s*\((.*)\)$/s.exec(inner)?.[1]?.trim() ?? inner;
  const bare = text.replace(/^(['"])(.*)\1$/s, "$2");
  switch (syntax.kind) {
    case "StringLiteralExpression":
    case "CompoundStringLiteralExpression":
      return syntax.string ?? "";
    case "BooleanLiteralExpression":
      return text === "null" ? null : text.toLowerCase() === "true";
    case "LongLiteralExpression":
    case "IntLiteralExpression":
    case "RealLiteralExpression":
      return text === "null" ? null : Number(text);
    case "DateTimeLiteralExpression":
      return text === "null" ? null : valid(parseDateTime(bare), inner);
    case "TimespanLiteralExpression":
      return text === "null" ? null : valid(parseTimeSpan(bare), inner);
    case "GuidLiteralExpression":
      return text === "null" ? null : bare.toLowerCase();
    case "NullLiteralExpression":
      return null;
    case "DynamicExpression":
      return json(syntax.children[0] ?? syntax);
    default:
      throw notImplemented(syntax.kind);
  }
}

function valid(value: Value, text: string): Value {
  if (value === null) throw refusedQuery("SemanticError", `The literal ${text} is not valid.`, { token: text });
  return value;
}

function json(syntax: Syntax): Value {
  if (syntax.kind === "JsonArrayExpression") return syntax.children.map(json);
  if (syntax.kind === "UnaryMinusExpression") return -Number(json(syntax.children[0] ?? syntax));
  if (syntax.kind !== "JsonObjectExpression") return literal(syntax);
  return Object.fromEntries(
    syntax.children.map(({ tokens, children: [value] }) => [tokens[0]?.value ?? "", value ? json(value) : null]),
  );
}
