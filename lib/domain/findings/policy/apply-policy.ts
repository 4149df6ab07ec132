import type { Rule } from "../rule";
import type { Severity } from "../severity";
import type { Policy } from "./policy";

/** A rule that is on. `severity`: what all its findings have; undefined where the rule says. */
export type AppliedRule<Of extends Rule = Rule> = Readonly<{ rule: Of; severity: Severity | undefined }>;

/** What a rule counts as: the policy's word, or else the rule's own severity. undefined where it is off. */
export function severityUnder({ rules }: Pick<Policy, "rules">, { id, severity }: Rule): Severity | undefined {
  const setting = rules[id] ?? "on";
  return setting === "off" ? undefined : setting === "on" ? severity : setting;
}

/** The rules that a policy leaves on, in their order. */
export const applyPolicy = (rules: readonly Rule[], { rules: settings }: Pick<Policy, "rules">): AppliedRule[] =>
  rules.flatMap((rule): AppliedRule[] => {
    const setting = settings[rule.id] ?? "on";
    return setting === "off" ? [] : [{ rule, severity: setting === "on" ? undefined : setting }];
  });
