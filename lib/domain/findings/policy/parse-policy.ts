import { minutesOf } from "@/lib/domain/duration";
import { jsonPath, kindWords, placeOf, type JsonNode } from "@/lib/domain/json/node";
import { JsonError, parseJson } from "@/lib/domain/json/parse-json";
import { ruleById } from "../rules";
import { severities } from "../severity";
import { defaultPolicy, type Policy, type RuleSetting, type Thresholds } from "./policy";

/** Why a text is no policy; `path` is empty where it is no JSON at all. */
export class PolicyError extends Error {
  override readonly name = "PolicyError";
  constructor(
    readonly line: number,
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}

const settings: readonly string[] = ["on", "off", ...severities];

/**
 * A policy that a person wrote: what it does not speak of is as in the default policy. Comments may stand in it.
 * @throws {PolicyError}
 */
export function parsePolicy(text: string): Policy {
  const fail = (node: { at: number }, path: readonly string[], message: string): never => {
    throw new PolicyError(placeOf(text, node.at).line, jsonPath(path), message);
  };
  const membersOf = (node: JsonNode | undefined, path: readonly string[]): [string, JsonNode][] => {
    if (!node) return [];
    return node.kind === "object" ? [...node.members] : fail(node, path, `should be an object, is ${kindWords(node)}`);
  };

  const parts = new Map(membersOf(rootOf(text), []));
  for (const [name, node] of parts)
    if (!["$schema", "rules", "thresholds"].includes(name))
      fail(node, [name], "is no part of a policy, which has rules and thresholds");

  const rules: Record<string, RuleSetting | undefined> = { ...defaultPolicy.rules };
  for (const [id, node] of membersOf(parts.get("rules"), ["rules"])) {
    if (!ruleById(id)) fail(node, ["rules", id], "is no rule");
    if (node.kind !== "string" || !settings.includes(node.value))
      return fail(node, ["rules", id], `should be ${settings.join(", ")}, is ${kindWords(node)}`);
    rules[id] = node.value as RuleSetting;
  }

  const thresholds: Record<string, number | string> = { ...defaultPolicy.thresholds };
  for (const [name, node] of membersOf(parts.get("thresholds"), ["thresholds"])) {
    const standard = Object.hasOwn(thresholds, name) ? thresholds[name] : undefined;
    if (standard === undefined)
      fail(node, ["thresholds", name], `is no threshold; there are ${Object.keys(thresholds).join(", ")}`);
    thresholds[name] =
      typeof standard === "number"
        ? node.kind === "number" && node.value >= 0
          ? node.value
          : fail(node, ["thresholds", name], `should be a number from 0 on, is ${kindWords(node)}`)
        : node.kind === "string" && minutesOf(node.value) !== undefined
          ? node.value
          : fail(node, ["thresholds", name], `should be a duration such as ${standard}, is ${kindWords(node)}`);
  }
  // Each was checked to be of the type of the default's.
  return { rules: rules as Policy["rules"], thresholds: thresholds as unknown as Thresholds };
}

function rootOf(text: string): JsonNode {
  try {
    return parseJson(text, { lenient: true });
  } catch (error) {
    if (error instanceof JsonError) throw new PolicyError(placeOf(text, error.at).line, "", error.message);
    throw error;
  }
}
