import type { Rule, RuleId } from "./rule";
import { deleteRoleMissing } from "./rules/delegations/lh-del-001";
import { eligibleWithoutMfa } from "./rules/just-in-time/lh-jit-003";
import { authorizationToUser } from "./rules/principals/lh-prn-001";
import { standingSecrets } from "./rules/secrets/lh-sec-001";

/** Every rule there is, in the order of its id. */
export const rules: readonly Rule[] = [standingSecrets, eligibleWithoutMfa, authorizationToUser, deleteRoleMissing];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

export const ruleById = (id: string): Rule | undefined => byId.get(id as RuleId);
