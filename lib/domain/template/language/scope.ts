import type { JsonNode } from "@/lib/domain/json/node";
import { copies, evaluate, type Context, type Work } from "./evaluate";
import { inner, literal, named, nodeMember, unknown, type Place, type Value } from "./value";

/** A node and where it stands. */
export type Placed = Readonly<{ node: JsonNode; place: Place }>;

export const placedMember = ({ node, place }: Placed, name: string): Placed | undefined => {
  if (node.kind !== "object") return undefined;
  const exact = [...node.members.keys()].find((other) => other.toLowerCase() === name.toLowerCase());
  const found = exact === undefined ? undefined : node.members.get(exact);
  return found && exact !== undefined ? { node: found, place: inner(place, exact, found) } : undefined;
};

type Values = (name: string) => Value | undefined;

/** The parameters and variables of a template, each worked out when it is first asked for. */
export function contextOf(template: Placed, given: Values, work: Work, outer?: Partial<Context>): Context {
  const context: Context = {
    turns: new Map(),
    ...outer,
    work,
    parameter: once((name) => {
      const declared = placedMember(template, "parameters");
      const own = declared && placedMember(declared, name);
      const value = given(name);
      if (value) return value;
      if (!own) return undefined;
      const standard = placedMember(own, "defaultValue");
      if (standard) return evaluate(standard.node, standard.place, context);
      return unknown(own.place, `parameters('${name}')`, `the parameter ${name} has no value and no default`);
    }),
    variable: once((name) => {
      const declared = placedMember(template, "variables");
      const own = declared && placedMember(declared, name);
      if (own) return evaluate(own.node, own.place, context);
      const loops = declared && placedMember(declared, "copy");
      if (loops?.node.kind !== "array") return undefined;
      for (const [copied, value] of copies(loops.node.items, loops.place, context))
        if (copied.toLowerCase() === name.toLowerCase()) return value;
      return undefined;
    }),
  };
  return context;
}

/** What refers to itself is said to be unknown instead of asked for ever. */
function once(find: Values): Values {
  const known = new Map<string, Value | undefined>();
  const asked = new Set<string>();
  return (name) => {
    const key = name.toLowerCase();
    if (known.has(key)) return known.get(key);
    if (asked.has(key))
      return unknown({ file: "template", path: [], at: 0 }, name, `${JSON.stringify(name)} refers to itself`);
    asked.add(key);
    const value = find(name);
    known.set(key, value);
    return value;
  };
}

/** The values of a parameters file, or of the parameters that a nested deployment is given: `{ name: { value } }`. */
export function givenIn(parameters: Placed | undefined, read: (placed: Placed) => Value): Values {
  return once((name) => {
    const one = parameters && placedMember(parameters, name);
    if (!one) return undefined;
    const value = placedMember(one, "value");
    if (value) return read(value);
    const isReference = nodeMember(one.node, "reference") !== undefined;
    return unknown(
      one.place,
      `parameters('${name}')`,
      isReference ? "it is kept in a key vault" : `the parameter ${name} is given without a "value"`,
    );
  });
}

export const literally = ({ node, place }: Placed): Value => literal(node, place);

/** The names that a parameters file gives and a template does not declare. */
export function undeclared(template: Placed, parameters: Placed | undefined): string[] {
  const declared = nodeMember(template.node, "parameters");
  if (parameters?.node.kind !== "object") return [];
  return [...parameters.node.members.keys()].filter(
    (name) => declared?.kind !== "object" || named(name, declared.members) === undefined,
  );
}
