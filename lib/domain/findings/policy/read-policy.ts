import { minutesOf } from "@/lib/domain/duration";
import { ruleById } from "../rules";
import { severities } from "../severity";
import type { RuleId } from "../rule";
import { MalformedJson, parseLocated, type Located, type Member } from "./located-json";
import { defaultPolicy, type Policy, type RuleSetting, type Thresholds } from "./policy";

/** Something that is wrong with a policy file. `path` leads to it, as in rules.LH-SEC-001; empty for the whole. */
export type PolicyProblem = Readonly<{ path: string; line: number; message: string }>;

export type ReadPolicy = Readonly<
  { kind: "policy"; policy: Policy } | { kind: "problems"; problems: readonly PolicyProblem[] }
>;

/** A policy from the text of a file. What the file does not state is as in the default policy; what it says wrongly is refused. */
export function readPolicy(text: string): ReadPolicy {
  const problems: PolicyProblem[] = [];
  const complain = (path: string, line: number, message: string) => void problems.push({ path, line, message });
  let root: Located;
  try {
    root = parseLocated(text);
  } catch (error) {
    if (!(error instanceof MalformedJson)) throw error;
    return {
      kind: "problems",
      problems: [{ path: "", line: error.line, message: `This is no JSON: ${error.message}.` }],
    };
  }

  const rules: Partial<Record<RuleId, RuleSetting>> = { ...defaultPolicy.rules };
  const thresholds: Record<string, unknown> = { ...defaultPolicy.thresholds };
  for (const { name, line, value } of membersOf(root, "", complain))
    switch (name) {
      case "$schema":
        break;
      case "version":
        if (value.kind !== "number" || value.value !== 1)
          complain(name, line, "This version of Fresnel reads version 1.");
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
        complain(name, line, "A policy has version, rules and thresholds, and nothing else.");
    }
  if (problems.length > 0) return { kind: "problems", problems };
  // Each threshold is the default's, or was read as its own kind just now.
  return { kind: "policy", policy: { rules, thresholds: thresholds as Thresholds } };
}

type Complain = (path: string, line: number, message: string) => void;

/** The members of an object, each name once. */
function membersOf(value: Located, path: string, complain: Complain): Member[] {
  if (value.kind !== "object") {
    complain(path, value.line, `Should be an object, is ${words[value.kind]}.`);
    return [];
  }
  const seen = new Set<string>();
  return value.members.filter(({ name, line }) => {
    if (seen.has(name)) complain(path ? `${path}.${name}` : name, line, "It is stated twice.");
    return !seen.has(name) && seen.add(name);
  });
}

const settings: readonly string[] = ["on", "off", ...severities] satisfies readonly RuleSetting[];

function settingOf({ name, line, value }: Member, complain: Complain) {
  const path = `rules.${name}`;
  const rule = ruleById(name);
  if (!rule) complain(path, line, "There is no such rule.");
  else if (value.kind !== "string" || !settings.includes(value.value))
    complain(path, value.line, `Should be one of ${settings.join(", ")}, is ${shown(value)}.`);
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

function thresholdOf({ name, line, value }: Member, complain: Complain): number | string | undefined {
  const path = `thresholds.${name}`;
  const kind = Object.hasOwn(thresholdKinds, name) ? thresholdKinds[name as keyof Thresholds] : undefined;
  if (!kind) complain(path, line, `There is no such threshold; there are ${Object.keys(thresholdKinds).join(", ")}.`);
  else if (kind === "duration") {
    if (value.kind === "string" && minutesOf(value.value) !== undefined) return value.value;
    complain(path, value.line, `Should be an ISO 8601 duration such as "PT4H", is ${shown(value)}.`);
  } else {
    const [least, most] = kind;
    if (value.kind === "number" && Number.isInteger(value.value) && value.value >= least && value.value <= most)
      return value.value;
    complain(path, value.line, `Should be a whole number from ${least} to ${most}, is ${shown(value)}.`);
  }
  return undefined;
}

const words: Readonly<Record<Located["kind"], string>> = {
  object: "an object",
  array: "a list",
  string: "a text",
  number: "a number",
  boolean: "true or false",
  null: "null",
};

const shown = (value: Located): string => {
  if (value.kind === "string")
    return JSON.stringify(value.value.length > 40 ? `${value.value.slice(0, 40)}…` : value.value);
  return value.kind === "number" || value.kind === "boolean" ? String(value.value) : words[value.kind];
};
