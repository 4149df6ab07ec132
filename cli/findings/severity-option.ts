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

/** Whether a rule's findings would be reported. undefined stands for every rule. */
export const matters = (rule: Rule | undefined, given: Given): boolean =>
  rule === undefined || isAtLeast(rule.severity, leastIn(given));
