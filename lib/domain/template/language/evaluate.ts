import type { JsonNode } from "@/lib/domain/json/node";
import { expressionIn, parseExpression, type Expression } from "./expression";
import { namingFunctions, namingText, takesUnknown, templateFunctions } from "./functions";
import { lambdaFunctions, type Lambda } from "./lambdas";
import { inner, named, unknown, type Place, type Value } from "./value";

/** What expressions can refer to at one place of a template. */
export type Context = Readonly<{
  /** undefined: there is no such parameter. */
  parameter: (name: string) => Value | undefined;
  variable: (name: string) => Value | undefined;
  /** The turn of each loop around the place, by its name in lower case; "" is the innermost. */
  turns: ReadonlyMap<string, number>;
  /** What the lambdas around the place are asked with, by the names in lower case that these give it. */
  lambdaVariables?: ReadonlyMap<string, Value>;
  /**
   * Of what a policy deploys: the template that the policy is written in. `[[parameters('x')]` is the policy's own there, and
   * `[parameters('x')]` the template's.
   */
  around?: Context;
  work: Work;
}>;

/** Counts what is evaluated, since few lines of a template can ask for more than any machine has. */
export type Work = { left: number; depth: number };

export class TooMuchWork extends Error {
  override readonly name = "TooMuchWork";
}

const deepest = 150;

export const startWork = (): Work => ({ left: 200_000, depth: 0 });

/** What a part of a template comes to. @throws {TooMuchWork} */
export function evaluate(node: JsonNode, place: Place, context: Context): Value {
  const { work } = context;
  if (--work.left < 0) throw new TooMuchWork();
  switch (node.kind) {
    case "string":
      return text(node.value, place, context);
    case "array":
      return {
        kind: "array",
        items: node.items.map((one, at) => evaluate(one, inner(place, at, one), context)),
        place,
      };
    case "object":
      return { kind: "object", members: members(node.members, place, context), place };
    case "null":
      return { kind: "null", place };
    case "number":
      return { kind: "number", value: node.value, place };
    case "boolean":
      return { kind: "boolean", value: node.value, place };
  }
}

function text(written: string, place: Place, context: Context): Value {
  const isInner = context.around && written.startsWith("[[");
  if (context.around && !isInner) return text(written, place, context.around);
  const value = isInner ? written.slice(1) : written;
  const source = expressionIn(value);
  if (source === undefined) return { kind: "string", value: value.startsWith("[[") ? value.slice(1) : value, place };
  const expression = parseExpression(source);
  return expression
    ? moved(result(expression, place, context), place)
    : unknown(place, source, "it is no expression that can be read");
}

// What an expression names keeps the place where that was written; what it makes stands where the expression does.
const moved = (value: Value, place: Place): Value => (value.kind === "unknown" ? { ...value, place } : value);

function members(nodes: ReadonlyMap<string, JsonNode>, place: Place, context: Context): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  for (const [name, node] of nodes) {
    if (name.toLowerCase() === "copy" && node.kind === "array")
      for (const [copied, value] of copies(node.items, inner(place, name, node), context)) found.set(copied, value);
    else found.set(name, evaluate(node, inner(place, name, node), context));
  }
  return found;
}

/** Loops that make the entries of a list: `copy: [{ name, count, input }]` among the properties or variables. */
export function* copies(
  nodes: readonly JsonNode[],
  place: Place,
  context: Context,
): Generator<readonly [string, Value]> {
  for (const [at, node] of nodes.entries()) {
    if (node.kind !== "object") continue;
    const [name, input] = [named("name", node.members), named("input", node.members)];
    if (name?.kind !== "string" || !input) continue;
    const here = inner(place, at, node);
    const count = turnsOf(node, here, context);
    yield [
      name.value,
      typeof count === "number"
        ? {
            kind: "array",
            items: Array.from({ length: count }, (_, turn) =>
              evaluate(input, inner(here, "input", input), inTurn(context, name.value, turn)),
            ),
            place: here,
          }
        : count,
    ];
  }
}

/** How often a loop runs. @throws {TooMuchWork} */
export function turnsOf(loop: JsonNode, place: Place, context: Context): number | Extract<Value, { kind: "unknown" }> {
  const node = loop.kind === "object" ? named("count", loop.members) : undefined;
  const count = node && evaluate(node, inner(place, "count", node), context);
  if (count?.kind === "number" && Number.isInteger(count.value) && count.value >= 0) {
    if (count.value > context.work.left) throw new TooMuchWork();
    return count.value;
  }
  if (count?.kind === "unknown") return count;
  return unknown(place, "copy", "how often it repeats is no number that is known");
}

export const inTurn = (context: Context, name: string, turn: number): Context => ({
  ...context,
  turns: new Map([...context.turns, ["", turn], [name.toLowerCase(), turn]]),
});

type Call = Extract<Expression, { kind: "call" }>;

function result(expression: Expression, place: Place, context: Context): Value {
  const { work } = context;
  if (--work.left < 0) throw new TooMuchWork();
  if (work.depth > deepest) return unknown(place, "…", "it is nested too deep");
  work.depth++;
  try {
    switch (expression.kind) {
      case "text":
        return { kind: "string", value: expression.value, place };
      case "number":
        return { kind: "number", value: expression.value, place };
      case "member":
        return member(expression, place, context);
      case "call":
        return call(expression, place, context);
    }
  } finally {
    work.depth--;
  }
}

function member(expression: Extract<Expression, { kind: "member" }>, place: Place, context: Context): Value {
  const { source } = expression;
  const whole = result(expression.of, place, context);
  if (whole.kind === "unknown") return unknown(place, source, whole.why);
  const name = result(expression.name, place, context);
  if (name.kind === "unknown") return unknown(place, source, name.why);
  const found =
    whole.kind === "array" && name.kind === "number"
      ? whole.items[name.value]
      : whole.kind === "object" && name.kind === "string"
        ? named(name.value, whole.members)
        : undefined;
  return found ?? unknown(place, source, "there is no such property");
}

function call(expression: Call, place: Place, context: Context): Value {
  const { name, source } = expression;
  if (name === "if") return branch(expression, place, context);
  if (lambdaFunctions.has(name)) return askingLambdas(expression, place, context);
  const args = expression.args.map((arg) => result(arg, place, context));
  const [first] = args;
  switch (name) {
    case "parameters":
    case "variables": {
      const noun = name.slice(0, -1) as "parameter" | "variable";
      if (first?.kind !== "string") return unknown(place, source, `which ${noun} it names is not known`);
      return context[noun](first.value) ?? unknown(place, source, `there is no ${noun} ${JSON.stringify(first.value)}`);
    }
    case "lambdavariables": {
      const value = first?.kind === "string" ? context.lambdaVariables?.get(first.value.toLowerCase()) : undefined;
      return value ?? unknown(place, source, "it stands in no such lambda");
    }
    case "copyindex": {
      const [loop, offset] = first?.kind === "string" ? [first.value, args[1]] : ["", first];
      const turn = context.turns.get(loop.toLowerCase());
      if (turn === undefined) return unknown(place, source, "it stands in no such loop");
      return { kind: "number", value: turn + (offset?.kind === "number" ? offset.value : 0), place };
    }
    case "coalesce": {
      const there = args.find(({ kind }) => kind !== "null");
      return there ?? { kind: "null", place };
    }
  }
  if (namingFunctions.has(name)) return { kind: "string", value: `<${namingText(name, args)}>`, isOpen: true, place };
  const blind = takesUnknown.has(name) ? undefined : args.find(({ kind }) => kind === "unknown");
  if (blind?.kind === "unknown") return unknown(place, source, blind.why);
  return (
    templateFunctions.get(name)?.(args, place) ??
    unknown(
      place,
      source,
      templateFunctions.has(name)
        ? `${name}() has no answer to this before deployment`
        : "it is known at deployment only",
    )
  );
}

function askingLambdas({ name, args, source }: Call, place: Place, context: Context): Value {
  const values: Value[] = [];
  const lambdas: Lambda[] = [];
  for (const arg of args)
    if (arg.kind === "call" && arg.name === "lambda") lambdas.push(lambdaOf(arg, place, context));
    else values.push(result(arg, place, context));
  const blind = values.find(({ kind }) => kind === "unknown");
  if (blind?.kind === "unknown") return unknown(place, source, blind.why);
  return (
    lambdaFunctions.get(name)?.(values, lambdas, place) ??
    unknown(place, source, `${name}() has no answer to this before deployment`)
  );
}

/** `lambda('name', …, body)`: the body, in which the names stand for what it is asked with. */
function lambdaOf({ args, source }: Call, place: Place, context: Context): Lambda {
  const [body] = args.slice(-1);
  const names = args.slice(0, -1).map((arg) => (arg.kind === "text" ? arg.value.toLowerCase() : ""));
  return (...values) => {
    const given = names.flatMap((name, at) => (values[at] ? [[name, values[at]] as const] : []));
    const lambdaVariables = new Map([...(context.lambdaVariables ?? []), ...given]);
    return body ? result(body, place, { ...context, lambdaVariables }) : unknown(place, source, "it has no body");
  };
}

function branch({ args, source }: Call, place: Place, context: Context): Value {
  const [condition, then, otherwise] = args;
  if (!condition || !then || !otherwise) return unknown(place, source, "if() needs three arguments");
  const holds = result(condition, place, context);
  if (holds.kind === "boolean") return result(holds.value ? then : otherwise, place, context);
  return unknown(place, source, holds.kind === "unknown" ? holds.why : "its condition is neither true nor false");
}
