import type { RuleId } from "../rule";
import type { Severity } from "../severity";

/** `on` is the rule's own severity. */
export type RuleSetting = "on" | "off" | Severity;

/** The numbers on which rules turn, each named by what it limits. */
export type Thresholds = Readonly<{
  /** Members of a group that holds what reaches everything (LH-PRN-006, LH-ESC-005). */
  privilegedGroupMembers: number;
  /** Percent of the customers seen that one person may reach through one group alone (LH-PRN-013). */
  customersThroughOneGroup: number;
  /** ISO 8601: how long privileged access may be activated for (LH-JIT-006, LH-SEC-002). */
  privilegedActivation: string;
  /** Days from a credential's beginning to its end, or from today where its beginning is not known (LH-PRN-009). */
  credentialDays: number;
  /** Days before its end from which on a credential counts as expiring (LH-PRN-009). */
  credentialWarningDays: number;
  /** People who may end a delegation at any time (LH-DEL-003). */
  delegationEnders: number;
  /** Groups in a row, each in the one before, that are still easy to follow (LH-PRN-012). */
  nestedGroups: number;
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
    credentialWarningDays: 30,
    delegationEnders: 10,
    nestedGroups: 3,
  },
};
