import type { Activation, ActivationRequest } from "../activation";
import type { Answer, Reason } from "../access/answer";
import type { RoleId, SubscriptionId, TenantId } from "../ids";
import type { Principal } from "../principal";
import type { Scope } from "../scope";

/** Somebody whom an offer names; the label is what the customer reads, and proves nothing. */
type Named = Readonly<{ principal: Principal; label: string | undefined }>;

/** What I hold or may activate: one role on one scope. undefined reads as "cannot see", never as "none". */
export type MyGrant = Readonly<{
  /** The same as long as offers and PIM speak of it. */
  id: string;
  customer: TenantId | undefined;
  customerName: string | undefined;
  scope: Scope;
  scopeName: string;
  subscription: SubscriptionId;
  subscriptionName: string | undefined;
  role: Readonly<{ id: RoleId; name: string | undefined }>;
  /** The role's privilege through a delegation. */
  level: number | undefined;
  kind: "standing" | "eligible";
  gives: Answer;
  /** Why it gives nothing, or why that cannot be told. */
  reasons: readonly Reason[];
  /** Myself, or groups of mine that the offers name; none for what PIM alone knows. */
  through: readonly Named[];
  /** Offers that it comes from. */
  offers: readonly string[];
  /** What the offers ask for; undefined for standing access and for what PIM alone knows. */
  policy: MyPolicy | undefined;
  /** Whether a standing role of mine shows me the delegation while nothing is activated. */
  isReadable: boolean;
  state: MyState;
}>;

/** Where offers ask for different things, all that any of them asks for. */
export type MyPolicy = Readonly<{
  stated: boolean;
  mfa: boolean;
  /** ISO 8601, the shortest first. */
  longest: readonly string[];
  /** Any one of them decides. */
  approvers: readonly Named[];
  /** Whether anybody but me could approve; "yes" where nobody has to. */
  othersApprove: Answer;
  /** Whether I am one of the approvers: nobody approves their own request. */
  amApprover: boolean;
}>;

/** What can be done with it now. */
export type MyState = Readonly<
  | { kind: "active"; activation: Activation }
  /** Waiting for a decision, or for time. */
  | { kind: "asked"; request: ActivationRequest }
  /** `refused`: the last request of today, where it came to nothing. */
  | { kind: "ready"; schedule: string; refused: ActivationRequest | undefined }
  /** PIM has not answered yet. */
  | { kind: "reading" }
  /** PIM's API does not serve it: the portal does. */
  | { kind: "portal"; why: string; fix: string | undefined }
  /** PIM could not be asked. */
  | { kind: "unknown"; why: string; fix: string | undefined }
  | { kind: "blocked"; why: "onlyApprover" | "noApprover" | "givesNothing" }
  | { kind: "standing" }
>;
