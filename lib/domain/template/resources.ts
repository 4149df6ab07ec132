import { evaluate, inTurn, startWork, turnsOf, type Context } from "./language/evaluate";
import { contextOf, givenIn, placedMember, type Placed } from "./language/scope";
import { inner, memberOf, textOf, type Value } from "./language/value";

/** A resource of Microsoft.ManagedServices as a template would deploy it, and into what. */
export type FoundResource = Readonly<{
  type: "definition" | "assignment";
  name: Value | undefined;
  properties: Value | undefined;
  plan: Value | undefined;
  resource: Placed;
  /** The groups that nested deployments lead into; undefined where it is the subscription. */
  resourceGroup: Value | undefined;
  subscription: Value | undefined;
}>;

/** Something of a template that cannot be told before it is deployed. */
export type Note = Readonly<{
  placed: Pick<Placed, "place">;
  what: string;
  why: string;
  /** It names somebody, and whoever that is, roles and policies can be judged. */
  isName?: boolean;
  /** It is known, and Azure refuses it. */
  isWrong?: boolean;
}>;

export type Found = Readonly<{ resources: readonly FoundResource[]; notes: readonly Note[] }>;

type Destination = Pick<FoundResource, "resourceGroup" | "subscription">;

const types: Readonly<Record<string, FoundResource["type"] | "deployment" | "policy" | undefined>> = {
  "microsoft.managedservices/registrationdefinitions": "definition",
  "microsoft.managedservices/registrationassignments": "assignment",
  "microsoft.resources/deployments": "deployment",
  "microsoft.authorization/policydefinitions": "policy",
};

/** All that a template deploys of Azure Lighthouse, nested deployments and policies included. @throws {TooMuchWork} */
export function findResources(template: Placed, given: (name: string) => Value | undefined): Found {
  const resources: FoundResource[] = [];
  const notes: Note[] = [];
  const work = startWork();
  walk(template, contextOf(template, given, work), { resourceGroup: undefined, subscription: undefined }, 0);
  return { resources, notes };

  function walk(whole: Placed, context: Context, destination: Destination, depth: number): void {
    const listed = placedMember(whole, "resources");
    if (!listed) return;
    const { node, place } = listed;
    const all: Placed[] =
      node.kind === "array"
        ? node.items.map((one, at) => ({ node: one, place: inner(place, at, one) }))
        : node.kind === "object"
          ? Array.from(node.members, ([name, one]) => ({ node: one, place: inner(place, name, one) }))
          : [];
    for (const resource of all) repeat(resource, context, destination, depth);
  }

  function repeat(resource: Placed, context: Context, destination: Destination, depth: number): void {
    const loop = placedMember(resource, "copy");
    if (loop?.node.kind !== "object") return visit(resource, context, destination, depth);
    const type = typeOf(resource, context);
    if (!type) return;
    const turns = turnsOf(loop.node, loop.place, context);
    if (typeof turns !== "number") {
      notes.push({ placed: loop, what: "how often a resource repeats", why: turns.why });
      // Once is what can be told: all of its turns are written in the same lines.
      return visit(resource, inTurn(context, loopName(loop, context), 0), destination, depth);
    }
    for (let turn = 0; turn < turns; turn++)
      visit(resource, inTurn(context, loopName(loop, context), turn), destination, depth);
  }

  function visit(resource: Placed, context: Context, destination: Destination, depth: number): void {
    const type = typeOf(resource, context);
    const read = (name: string): Value | undefined => {
      const one = placedMember(resource, name);
      return one && evaluate(one.node, one.place, context);
    };
    const condition = type && read("condition");
    if (condition?.kind === "boolean" && !condition.value) return;
    if (condition?.kind === "unknown")
      notes.push({ placed: condition, what: "whether a resource is deployed at all", why: condition.why });

    const nested: Destination = {
      resourceGroup: read("resourceGroup") ?? destination.resourceGroup,
      subscription: read("subscriptionId") ?? destination.subscription,
    };
    if (type === "deployment") deployment(resource, context, nested, depth);
    else if (type === "policy") policy(resource, context, depth);
    else if (type)
      resources.push({
        type,
        name: read("name"),
        properties: read("properties"),
        plan: read("plan"),
        resource,
        ...destination,
      });
    // A resource can be written inside its parent.
    else walk(resource, context, destination, depth);
  }

  function deployment(resource: Placed, context: Context, destination: Destination, depth: number): void {
    const properties = placedMember(resource, "properties");
    const template = properties && placedMember(properties, "template");
    if (!properties || template?.node.kind !== "object") {
      notes.push({ placed: properties ?? resource, what: "a nested deployment", why: "its template is another file" });
      return;
    }
    if (depth > 20) return;
    const options = placedMember(properties, "expressionEvaluationOptions");
    const scope = options && memberOf(evaluate(options.node, options.place, context), "scope");
    if (textOf(scope)?.toLowerCase() !== "inner") return walk(template, context, destination, depth + 1);
    const given = givenIn(placedMember(properties, "parameters"), (one) => evaluate(one.node, one.place, context));
    walk(template, contextOf(template, given, work, around(context.around)), destination, depth + 1);
  }

  /** A policy deploys for each subscription below a management group; its template sees only what it is given. */
  function policy(resource: Placed, context: Context, depth: number): void {
    const path = ["properties", "policyRule", "then", "details", "deployment", "properties"];
    const properties = path.reduce<Placed | undefined>((one, name) => one && placedMember(one, name), resource);
    const template = properties && placedMember(properties, "template");
    if (!properties || template?.node.kind !== "object" || depth > 20) return;
    const own = placedMember(resource, "properties");
    const inPolicy = contextOf(own ?? resource, (name) => standardOf(own, name, context), work, around(context));
    const given = givenIn(placedMember(properties, "parameters"), (one) => evaluate(one.node, one.place, inPolicy));
    walk(template, contextOf(template, given, work, around(context)), none, depth + 1);
  }

  /** The default of a policy's parameter, in which the template's own parameters count. */
  function standardOf(own: Placed | undefined, name: string, context: Context): Value | undefined {
    const declared = own && placedMember(own, "parameters");
    const parameter = declared && placedMember(declared, name);
    const standard = parameter && placedMember(parameter, "defaultValue");
    return standard && evaluate(standard.node, standard.place, context);
  }
}

const around = (context: Context | undefined): Partial<Context> => (context ? { around: context } : {});

const none: Destination = { resourceGroup: undefined, subscription: undefined };

function typeOf(resource: Placed, context: Context) {
  const written = placedMember(resource, "type");
  const type = written && textOf(evaluate(written.node, written.place, context));
  return type === undefined ? undefined : types[type.toLowerCase().replace(/\/+$/, "")];
}

function loopName(loop: Placed, context: Context): string {
  const name = placedMember(loop, "name");
  return (name && textOf(evaluate(name.node, name.place, context))) ?? "";
}
