import { JsonError, parseJson } from "../json/parse-json";
import type { JsonNode } from "../json/node";
import { evaluate, startWork, TooMuchWork } from "./language/evaluate";
import { findResources, type FoundResource, type Note } from "./resources";
import { contextOf, givenIn, literally, placedMember, undeclared, type Placed } from "./language/scope";
import { TemplateError } from "./template-error";
import { toDefinition, type TemplateDefinition } from "./to-definition";
import { memberOf, nodeMember, nodeText, textOf, type Place, type Value } from "./language/value";

/** Where a template delegates something: the subscription that it is deployed to, or a resource group in it. */
export type TemplateScope = Readonly<{ resourceGroup: string | undefined; subscription: string | undefined }>;

export type ReadDefinition = TemplateDefinition & Readonly<{ scopes: readonly TemplateScope[] }>;

export type ReadTemplate = Readonly<{
  /** "manifest": what a plan of the marketplace delegates, which has no name of its own. */
  kind: "template" | "manifest";
  definitions: readonly ReadDefinition[];
  /** What cannot be told before it is deployed, and is left out. */
  notes: readonly Note[];
  /** Parameters that are given and that the template does not have. */
  undeclared: readonly string[];
}>;

/**
 * Reads what a template of Azure Resource Manager, or the manifest of a marketplace plan, would delegate. It takes the
 * liberties that Azure's tools take, evaluates what files alone can tell, and says what is left. @throws {TemplateError}
 */
export function readTemplate(text: string, parametersText?: string): ReadTemplate {
  const template: Placed = { node: jsonOf(text, "template"), place: { file: "template", path: [], at: 0 } };
  const parameters = parametersText === undefined ? undefined : parametersOf(parametersText);
  try {
    const manifest = manifestIn(template);
    return manifest ? readManifest(manifest) : readResources(template, parameters);
  } catch (error) {
    if (error instanceof TooMuchWork) throw new TemplateError("template", 0, "it comes to more than can be worked out");
    throw error;
  }
}

function readResources(template: Placed, parameters: Placed | undefined): ReadTemplate {
  if (nodeMember(template.node, "resources") === undefined)
    throw new TemplateError("template", template.node.at, whyNoTemplate(template.node));
  const { resources, notes } = findResources(template, givenIn(parameters, literally));
  const found = resources.filter(({ type }) => type === "definition");
  if (found.length === 0)
    throw new TemplateError(
      "template",
      nodeMember(template.node, "resources")?.at ?? 0,
      `it is no template of Azure Lighthouse: it deploys no Microsoft.ManagedServices/registrationDefinitions${notes.length > 0 ? " that can be seen from here" : ""}`,
    );
  const scopes = scopesOf(found, resources);
  const definitions = found.map((resource, number) => ({
    ...toDefinition(resource, number),
    scopes: scopes.get(resource) ?? [],
  }));
  return {
    kind: "template",
    definitions,
    notes: [...notes, ...definitions.flatMap((one) => one.notes)],
    undeclared: undeclared(template, parameters),
  };
}

/** An assignment names its definition by an id that ends in the definition's name, however that comes about. */
function scopesOf(found: readonly FoundResource[], all: readonly FoundResource[]): Map<FoundResource, TemplateScope[]> {
  const scopes = new Map<FoundResource, TemplateScope[]>();
  for (const { type, properties, resourceGroup, subscription } of all) {
    if (type !== "assignment") continue;
    const id = textOf(memberOf(properties, "registrationDefinitionId"))?.toLowerCase() ?? "";
    const name = id.slice(id.lastIndexOf("registrationdefinitions/") + "registrationdefinitions/".length);
    const named = found.filter((one) => textOf(one.name)?.toLowerCase() === name);
    const scope = { resourceGroup: shown(resourceGroup), subscription: shown(subscription) };
    for (const one of named.length > 0 ? named : found.length === 1 ? found : [])
      scopes.set(one, [...(scopes.get(one) ?? []), scope]);
  }
  return scopes;
}

const shown = (value: Value | undefined) => (value?.kind === "unknown" ? `<${value.expression}>` : textOf(value));

function jsonOf(text: string, file: Place["file"]): JsonNode {
  try {
    return parseJson(text, { lenient: true });
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const isBicep =
      /^\s*(targetScope|param|resource|module|@description|using)\b/m.test(text) && !/^\s*[[{]/.test(text);
    throw new TemplateError(
      file,
      error.at,
      isBicep ? "it is Bicep: build it first (az bicep build)" : `it is no JSON: ${error.message}`,
    );
  }
}

function parametersOf(text: string): Placed {
  const whole: Placed = { node: jsonOf(text, "parameters"), place: { file: "parameters", path: [], at: 0 } };
  const parameters = placedMember(whole, "parameters");
  if (parameters?.node.kind === "object") return parameters;
  const { node } = whole;
  const isBare =
    node.kind === "object" &&
    [...node.members.values()].every((one) => nodeMember(one, "value") ?? nodeMember(one, "reference"));
  if (isBare) return whole;
  throw new TemplateError("parameters", node.at, 'it is no parameters file: it should have an object "parameters"');
}

/** What a plan delegates: lines beside the managing tenant, at the root or in ARM's envelope. */
function manifestIn(whole: Placed): Placed | undefined {
  if (nodeMember(whole.node, "resources") !== undefined || nodeMember(whole.node, "parameters") !== undefined)
    return undefined;
  const inner = placedMember(whole, "properties") ?? whole;
  const lines = ["authorizations", "eligibleAuthorizations"].map((name) => nodeMember(inner.node, name));
  return lines.some((node) => node?.kind === "array") ? whole : undefined;
}

function readManifest(whole: Placed): ReadTemplate {
  const context = contextOf(whole, () => undefined, startWork());
  const read = (placed: Placed): Value => evaluate(placed.node, placed.place, context);
  const value = read(whole);
  const properties = memberOf(value, "properties") ?? value;
  const tenant = memberOf(properties, "managedByTenantId") ?? memberOf(properties, "tenantId");
  const definition = toDefinition(
    {
      type: "definition",
      name: memberOf(value, "name"),
      properties: properties.kind === "object" && tenant ? withTenant(properties, tenant) : properties,
      plan: memberOf(value, "plan"),
      resource: whole,
      resourceGroup: undefined,
      subscription: undefined,
    },
    0,
  );
  return { kind: "manifest", definitions: [{ ...definition, scopes: [] }], notes: definition.notes, undeclared: [] };
}

const withTenant = (properties: Extract<Value, { kind: "object" }>, tenant: Value): Value => ({
  ...properties,
  members: new Map([...properties.members, ["managedByTenantId", tenant]]),
});

function whyNoTemplate(node: JsonNode): string {
  if (node.kind !== "object") return "it is no template: a template is an object";
  const schema = nodeText(nodeMember(node, "$schema"))?.toLowerCase() ?? "";
  if (schema.includes("createuidefinition") || nodeMember(node, "handler"))
    return "it is a createUiDefinition, the portal's form for a template, not the template";
  if (schema.includes("deploymentparameters"))
    return "it is a parameters file: give the template, and this with --parameters";
  return 'it is no template: it has no "resources"';
}
