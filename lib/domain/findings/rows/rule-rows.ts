import type { Assessed } from "../engine/assess";
import type { Policy, RuleSetting } from "../policy/policy";
import type { Rule } from "../rule";
import type { Severity } from "../severity";

/** A rule with what the policy makes of it and what it says now. */
export type RuleRow = Readonly<{
  rule: Rule;
  setting: RuleSetting;
  /** What its findings have, unless the rule tells case by case; undefined where it is off. */
  severity: Severity | undefined;
  /** undefined: it is off, or nothing was judged yet. */
  findings: number | undefined;
  /** It has no answer for something. */
  isBlind: boolean;
}>;

export function ruleRows(rules: readonly Rule[], policy: Policy, assessed: Assessed | undefined): RuleRow[] {
  const counts = new Map<Rule, number>();
  for (const { rule } of assessed?.findings ?? []) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const blind = new Set(assessed?.unjudged.map(({ rule }) => rule));
  return rules.map((rule) => {
    const setting = policy.rules[rule.id] ?? "on";
    const isOff = setting === "off";
    return {
      rule,
      setting,
      severity: isOff ? undefined : setting === "on" ? rule.severity : setting,
      findings: isOff || !assessed ? undefined : (counts.get(rule) ?? 0),
      isBlind: blind.has(rule),
    };
  });
}
