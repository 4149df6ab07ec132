import { minutesOf } from "@/lib/domain/duration";
import { ruleById } from "../rules";
import { severities } from "../severity";
import type { RuleId } from "../rule";
import { kindWords, placeOf, type JsonNode } from "@/lib/domain/json/node";
import { JsonError, parseJson } from "@/lib/domain/json/parse-json";
import { defaultPolicy, type Policy, type RuleSetting, type Thresholds } from "./policy";

/** Something that is wrong with a policy file. `path` leads to it, as in rules.LH-SEC-001; empty for the whole. */
export type PolicyProblem = Readonly<{ path: string; line: number; message: string }>;

export type ReadPolicy = Readonly<
  { kind: "policy"; policy: Policy } | { kind: "problems"; problems: readonly PolicyProblem[] }
>;

/** A policy from the text of a file. What the file does not state is as in the default policy; what it says wrongly is refused. */
export function readPolicy(text: string): ReadPolicy {
  const problems: PolicyProblem[] = [];
  const complain: Complain = (path, at, message) => void problems.push({ path, line: placeOf(text, at).line, message });
  let root: JsonNode;
  try {
    root = parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    complain("", error.at, `This is no JSON: ${error.message}.`);
    return { kind: "problems", problems };
  }

  const rules: Partial<Record<RuleId, RuleSetting>> = { ...defaultPolicy.rules };
  const thresholds: Record<string, unknown> = { ...defaultPolicy.thresholds };
  for (const { name, value } of membersOf(root, "", complain))
    switch (name) {
      case "$schema":
        break;
      case "version":
        if (value.kind !== "number" || value.value !== 1)
          complain(name, value.at, "This version of Fresnel reads version 1.");
        break;
      case "rules":
        for (const member of membersOf(value, name, complain)) {
          const setting = settingOf(member, complain);
          if (setting) rules[setting.id] = setting.setting;
        }
        break;
      case "thresholds":
        for (const member of membersOf(value, name, complain)) {
          const threshold = thresholdOf(member, complain);
          if (threshold !== undefined) thresholds[member.name] = threshold;
        }
        break;
      default:
        complain(name, value.at, "A policy has version, rules and thresholds, and nothing else.");
    }
  if (problems.length > 0) return { kind: "problems", problems };
  // Each threshold is the default's, or was read as its own kind just now.
  return { kind: "policy", policy: { rules, thresholds: thresholds as Thresholds } };
}

/** `at` is an offset in the text. */
type Complain = (path: string, at: number, message: string) => void;
type Member = Readonly<{ name: string; value: JsonNode }>;

/** The members of an object, each name once. */
function membersOf(node: JsonNode, path: string, complain: Complain): Member[] {
  if (node.kind !== "object") {
    complain(path, node.at, `Should be an object, is ${kindWords(node)}.`);
    return [];
  }
  for (const { name, at } of node.repeated) complain(path ? `${path}.${name}` : name, at, "It is stated twice.");
  return Array.from(node.members, ([name, value]) => ({ name, value }));
}

const settings: readonly string[] = ["on", "off", ...severities] satisfies readonly RuleSetting[];

function settingOf({ name, value }: Member, complain: Complain) {
  const path = `rules.${name}`;
  const rule = ruleById(name);
  if (!rule) complain(path, value.at, "There is no such rule.");
  else if (value.kind !== "string" || !settings.includes(value.value))
    complain(path, value.at, `Should be one of ${settings.join(", ")}, is ${kindWords(value)}.`);
  else return { id: rule.id, setting: value.value as RuleSetting };
  return undefined;
}

/** What each threshold may be: a whole number from one to another, or a duration. */
export const thresholdKinds: Readonly<Record<keyof Thresholds, readonly [number, number] | "duration">> = {
  privilegedGroupMembers: [0, 100_000],
  customersThroughOneGroup: [0, 100],
  privilegedActivation: "duration",
  credentialDays: [0, 36_500],
  credentialWarningDays: [0, 36_500],
  delegationEnders: [0, 100_000],
  nestedGroups: [0, 100],
};

function thresholdOf({ name, value }: Member, complain: Complain): number | string | undefined {
  const path = `thresholds.${name}`;
  const kind = Object.hasOwn(thresholdKinds, name) ? thresholdKinds[name as keyof Thresholds] : undefined;
  if (!kind)
    complain(path, value.at, `There is no such threshold; there are ${Object.keys(thresholdKinds).join(", ")}.`);
  else if (kind === "duration") {
    if (value.kind === "string" && minutesOf(value.value) !== undefined) return value.value;
    complain(path, value.at, `Should be an ISO 8601 duration such as "PT4H", is ${kindWords(value)}.`);
  } else {
    const [least, most] = kind;
    if (value.kind === "number" && Number.isInteger(value.value) && value.value >= least && value.value <= most)
      return value.value;
    complain(path, value.at, `Should be a whole number from ${least} to ${most}, is ${kindWords(value)}.`);
  }
  return undefined;
}
