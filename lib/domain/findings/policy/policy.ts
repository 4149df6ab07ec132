import type { RuleId } from "../rule";
import type { Severity } from "../severity";

/** `on` is the rule's own severity. */
export type RuleSetting = "on" | "off" | Severity;

/** The numbers on which rules turn, each named by what it limits. */
export type Thresholds = Readonly<{
  /** Members of a group that holds what reaches everything (LH-PRN-006, LH-ESC-005). */
  privilegedGroupMembers: number;
  /** Percent of customers that one person may reach through one group alone (LH-PRN-013). */
  customersThroughOneGroup: number;
  /** ISO 8601: how long privileged access may be activated for (LH-JIT-006, LH-SEC-002). */
  privilegedActivation: string;
  /** Days that a credential may still be valid for (LH-PRN-009). */
  credentialDays: number;
  /** People who may end a delegation at any time (LH-DEL-003). */
  delegationEnders: number;
}>;

export type Policy = Readonly<{ rules: Readonly<Partial<Record<RuleId, RuleSetting>>>; thresholds: Thresholds }>;

/** Ours. Why it is as it is stands in docs/findings-policy.md. */
export const defaultPolicy: Policy = {
  rules: { "LH-SEC-008": "off" },
  thresholds: {
    privilegedGroupMembers: 10,
    customersThroughOneGroup: 50,
    privilegedActivation: "PT4H",
    credentialDays: 180,
    delegationEnders: 10,
  },
};
