import type { RoleId } from "@/lib/domain/ids";
import type { Assessment } from "./assessment";
import type { Hit } from "../judgement";
import type { AppliedRule } from "../policy/apply-policy";
import type { AuthorizationRule, DefinitionRule, DelegationRule, PrincipalRule, RoleRule, Rule } from "../rule";

/** The rules that a policy leaves on, by what they are asked about. */
export type Plan = Readonly<{
  ofRoles: Readonly<Record<"standing" | "eligible", readonly AppliedRule<RoleRule>[]>>;
  /** Rules about roles that a role trips, by access; undefined for a role that nobody tells of. */
  tripping: (role: RoleId) => Readonly<Record<"standing" | "eligible", readonly AppliedRule<RoleRule>[]>> | undefined;
  ofAuthorizations: Readonly<Record<"standing" | "eligible", readonly AppliedRule<AuthorizationRule>[]>>;
  ofDefinitions: readonly AppliedRule<DefinitionRule>[];
  ofDelegations: readonly AppliedRule<DelegationRule>[];
  ofPrincipals: readonly AppliedRule<PrincipalRule>[];
  /** What is found across definitions, by rules of either kind. */
  across: readonly Readonly<{ applied: AppliedRule; find: (assessment: Assessment) => Iterable<Hit> }>[];
}>;

const plans = new WeakMap<Assessment, Plan>();

export function planOf(assessment: Assessment): Plan {
  let plan = plans.get(assessment);
  if (!plan) plans.set(assessment, (plan = makePlan(assessment)));
  return plan;
}

function makePlan(assessment: Assessment): Plan {
  const { rules } = assessment;
  const ofRoles = those(rules, "role");
  const ofAuthorizations = those(rules, "authorization");
  const answers = new Map<RoleId, ReturnType<Plan["tripping"]>>();
  return {
    ofRoles: byAccess(ofRoles),
    tripping(id) {
      if (!answers.has(id)) {
        const role = assessment.role(id);
        const tripped = role && ofRoles.filter(({ rule }) => rule.operations(role, assessment).length > 0);
        answers.set(id, tripped && byAccess(tripped));
      }
      return answers.get(id);
    },
    ofAuthorizations: byAccess(ofAuthorizations),
    ofDefinitions: those(rules, "definition"),
    ofDelegations: those(rules, "delegation"),
    ofPrincipals: those(rules, "principal"),
    across: rules.flatMap((applied) => {
      const find = acrossOf(applied.rule);
      return find ? { applied, find } : [];
    }),
  };
}

const those = <On extends Rule["on"]>(rules: readonly AppliedRule[], on: On) =>
  rules.filter((applied): applied is AppliedRule<Extract<Rule, { on: On }>> => applied.rule.on === on);

const acrossOf = (rule: Rule) => (rule.on === "estate" ? rule.find : "across" in rule ? rule.across?.find : undefined);

const byAccess = <Of extends RoleRule | AuthorizationRule>(applied: readonly AppliedRule<Of>[]) => ({
  standing: applied.filter(({ rule }) => rule.access !== "eligible"),
  eligible: applied.filter(({ rule }) => rule.access !== "standing"),
});
