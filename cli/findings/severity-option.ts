import { severityUnder } from "@/lib/domain/findings/policy/apply-policy";
import type { Policy } from "@/lib/domain/findings/policy/policy";
import type { Rule } from "@/lib/domain/findings/rule";
import { isAtLeast, severities, type Severity } from "@/lib/domain/findings/severity";
import type { Given, Option } from "../program/command";

const leastByDefault: Severity = "low";

export const minSeverity: Option = {
  type: "string",
  choices: severities,
  help: `Report only findings of this severity and worse; ${leastByDefault} unless said otherwise.`,
};

const leastIn = (given: Given) => (given.text("min-severity") as Severity | undefined) ?? leastByDefault;

/** Keeps what is severe enough. */
export const severeEnough = <Item extends { severity: Severity }>(items: readonly Item[], given: Given): Item[] =>
  items.filter(({ severity }) => isAtLeast(severity, leastIn(given)));

/** Whether a rule's findings would be reported under the policy. undefined stands for every rule. */
export function matters(rule: Rule | undefined, policy: Policy, given: Given): boolean {
  if (rule === undefined) return true;
  const severity = severityUnder(policy, rule);
  return severity !== undefined && isAtLeast(severity, leastIn(given));
}
