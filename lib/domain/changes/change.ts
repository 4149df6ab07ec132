import type { SubscriptionAnswer } from "@/lib/domain/coverage";
import type { Delegation } from "@/lib/domain/delegation";
import type { PrincipalId, RoleId, SubscriptionId, TenantId } from "@/lib/domain/ids";

type OfCustomer = Readonly<{ customer: TenantId; /** As far as either inventory tells. */ name: string | undefined }>;

/** One principal's role in an offer; the label is what the customer reads. */
export type ChangedLine = Readonly<{
  principal: PrincipalId;
  label: string | undefined;
  role: RoleId;
  /** What it was and what it is: nothing where it came or went. */
  was: "standing" | "eligible" | undefined;
  is: "standing" | "eligible" | undefined;
}>;

/**
 * Something that certainly differs between two inventories.
 * `unanswered`: subscriptions that answered before, and did not now; their delegations may well be there.
 * `moved`: the subscription belongs to another tenant by now.
 * `widened`: somebody holds more than before, even where others lost something; `narrowed`: nobody does, and somebody less.
 * `version`: the plan has another version, which gives the same.
 */
export type Change = OfCustomer &
  (
    | Readonly<{
        kind: "unanswered";
        subscriptions: readonly Readonly<{ id: SubscriptionId; answer: SubscriptionAnswer }>[];
      }>
    | Readonly<{ kind: "answersAgain"; subscriptions: readonly SubscriptionId[] }>
    | Readonly<{ kind: "customerGone" | "customerCame"; delegations: number }>
    | Readonly<{ kind: "gone" | "came"; delegations: readonly Delegation[] }>
    | Readonly<{ kind: "moved"; subscription: SubscriptionId; from: TenantId; to: TenantId }>
    | Readonly<{
        kind: "widened" | "narrowed" | "version";
        offer: string;
        delegations: readonly Delegation[];
        lines: readonly ChangedLine[];
        version: Readonly<{ from: string; to: string }> | undefined;
      }>
  );

export type Changes = Readonly<{
  /** The worst first. */
  changes: readonly Change[];
  /** Delegations of which nobody can tell whether they came or went, or whether their offer changed. */
  cannotTell: number;
}>;
