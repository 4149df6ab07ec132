import { isConclusive } from "@/lib/domain/coverage";
import type { Assessed } from "../engine/assess";
import type { Assessment } from "../engine/assessment";
import { severityUnder } from "../policy/apply-policy";
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
  /** For what it has an answer; "nothing": there is nothing to ask it about. undefined as with findings. */
  answers: "all" | "some" | "nothing" | undefined;
}>;

type Judged = Assessed & Readonly<{ assessment: Assessment }>;

export function ruleRows(rules: readonly Rule[], policy: Policy, assessed: Judged | undefined): RuleRow[] {
  const counts = new Map<Rule, number>();
  for (const { rule } of assessed?.findings ?? []) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const answersOf = assessed && answering(assessed);
  return rules.map((rule) => {
    const severity = severityUnder(policy, rule);
    const isOff = severity === undefined;
    return {
      rule,
      setting: policy.rules[rule.id] ?? "on",
      severity,
      findings: isOff || !assessed ? undefined : (counts.get(rule) ?? 0),
      answers: isOff ? undefined : answersOf?.(rule),
    };
  });
}

function answering({ unjudged, assessment: { inventory } }: Judged): (rule: Rule) => RuleRow["answers"] {
  const blind = new Set(unjudged.map(({ rule }) => rule));
  const isEmpty = inventory.delegations.size === 0 && inventory.definitions.size === 0;
  const untold = isConclusive(inventory.coverage) ? "nothing" : "some";
  return (rule) => {
    if (blind.has(rule)) return "some";
    return isEmpty && !isOfOurTenant(rule) ? untold : "all";
  };
}

/** Asked about the managing tenant itself, whatever is delegated. */
const isOfOurTenant = ({ id }: Rule): boolean => id.startsWith("LH-PLT-");
