import type { ProvisioningState } from "../definition";
import type { ArmId, PrincipalId, SubscriptionId } from "../ids";

/** The only three things that we may say of anybody's access. */
export type Answer = "yes" | "cannotSee" | "no";

const answers = ["no", "cannotSee", "yes"] as const;

/** Answers as numbers, so that a chain is as good as its least and several chains are as good as their best. */
export const no = 0;
export const cannotSee = 1;
export const yes = 2;

export const answerOf = (rank: number): Answer => answers[rank] ?? "no";

/** The better of what was known and what was found. */
export const better = (known: Answer, rank: number): Answer => (answers.indexOf(known) < rank ? answerOf(rank) : known);

/** Why something granted certainly gives nothing. */
export type Nothing = Readonly<
  | {
      /** `cannotActivate`: eligible access of a service principal, which has nobody to activate it. */
      why: "microsoft365Group" | "distributionGroup" | "deleted" | "disabled" | "cannotActivate";
      principal: PrincipalId;
    }
  | { why: "delegationState"; delegation: ArmId; state: ProvisioningState }
  /** The subscription moved into the managing tenant, towards which its delegation no longer counts. */
  | { why: "subscriptionOurs"; subscription: SubscriptionId }
>;

/** Why it cannot be told whether something granted gives anything. */
export type Doubt = Readonly<
  | {
      /** `unknownGroupType`: it may be no security group. `unknownPrincipal`: it was never found, and may be gone or anything. */
      why: "unknownGroupType" | "unknownPrincipal";
      principal: PrincipalId;
    }
  /** Azure says something of the delegation that we do not know the meaning of. */
  | { why: "unknownState"; delegation: ArmId }
>;

export type Reason = Nothing | Doubt;
