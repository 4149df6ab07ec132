import type { Rule, RuleId } from "./rule";
import { codeRules } from "./rules/code/all";
import { delegationRules } from "./rules/delegations/all";
import { escalationRules } from "./rules/escalation/all";
import { justInTimeRules } from "./rules/just-in-time/all";
import { platformRules } from "./rules/platform/all";
import { principalRules } from "./rules/principals/all";
import { secretRules } from "./rules/secrets/all";

/** Every rule there is, family by family in the order of their ids. */
export const rules: readonly Rule[] = [
  ...secretRules,
  ...codeRules,
  ...escalationRules,
  ...justInTimeRules,
  ...principalRules,
  ...delegationRules,
  ...platformRules,
];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

export const ruleById = (id: string): Rule | undefined => byId.get(id as RuleId);
