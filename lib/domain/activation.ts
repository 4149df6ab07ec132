import type { ArmId, PrincipalId, RoleId } from "./ids";
import type { Scope } from "./scope";

/** How a role comes to a person; "inherited" from a scope above. */
export type HeldThrough = "direct" | "group" | "inherited" | "unknown";

type Held = Readonly<{
  id: ArmId;
  role: RoleId;
  scope: ArmId;
  /** As PIM names them, for those who cannot see them elsewhere. */
  roleName?: string | undefined;
  scopeName?: string | undefined;
  /** The person, or the group through which they hold it. */
  principal: PrincipalId;
  through: HeldThrough;
  /** Milliseconds since the epoch; undefined where it began at no known time or does not end. */
  from: number | undefined;
  until: number | undefined;
}>;

/** A role that the person may activate, as PIM tells it. `schedule` is what a request to activate refers to. */
export type Eligibility = Held & Readonly<{ schedule: string }>;

/** A role that the person holds now; `schedule` is the eligibility that it was activated from, where it was. */
export type Activation = Held &
  Readonly<{
    kind: "activated" | "assigned" | "unknown";
    schedule: string | undefined;
    assignment: string | undefined;
  }>;

/**
 * Where a request stands. `waiting` needs a decision of a person, `underWay` needs time only, `done` did what was asked,
 * `ended` did once and was taken back since.
 */
export type RequestStage = "waiting" | "underWay" | "done" | "denied" | "cancelled" | "failed" | "ended" | "unknown";

export type ActivationRequest = Readonly<{
  id: ArmId;
  /** The GUID that whoever asked chose for it. */
  name: string;
  kind: "activate" | "deactivate" | "other";
  stage: RequestStage;
  /** PIM's own word, for those who know it. */
  status: string;
  role: RoleId;
  scope: ArmId;
  principal: PrincipalId;
  justification: string | undefined;
  ticket: string | undefined;
  /** Milliseconds since the epoch. */
  createdAt: number | undefined;
  startsAt: number | undefined;
  /** ISO 8601, as it was asked for. */
  duration: string | undefined;
}>;

/** What asking for an activation takes. `name` is a fresh GUID: the same order sent twice is one request. */
export type ActivationOrder = Readonly<{
  name: string;
  scope: Scope;
  role: RoleId;
  /** The person's own id, also where a group is eligible. */
  principal: PrincipalId;
  schedule: string;
  justification: string;
  ticket?: Readonly<{ number: string; system: string }> | undefined;
  /** ISO 8601. */
  duration: string;
  /** Milliseconds since the epoch. */
  startsAt: number;
}>;

export type DeactivationOrder = Readonly<{
  name: string;
  scope: Scope;
  role: RoleId;
  principal: PrincipalId;
  schedule?: string | undefined;
}>;

/**
 * Whether PIM's API answers for delegated scopes is not documented. Where it does not serve them, the portal does, and
 * what may be activated is known from the offers' eligible authorizations alone.
 */
export type Served<Item> = Readonly<
  | { state: "served"; items: readonly Item[]; unreadable: number }
  | { state: "notServed"; reason: NotServedReason; why: string; fix: string | undefined }
>;

/** `empty`: offers make the person eligible here, and PIM knows nothing of it. */
export type NotServedReason = "empty" | "refused" | "missing" | "unimplemented" | "unlicensed";

/** Why PIM did not do what it was asked. */
export type RefusalReason =
  | "duration"
  | "justification"
  | "ticket"
  | "strongerSignIn"
  | "notEligible"
  | "unseenScope"
  | "alreadyActive"
  | "alreadyRequested"
  | "notActive"
  | "tooSoon"
  | "unlicensed"
  | "forbidden"
  | "policy"
  | "other";

/** An active role cannot be given back in its first five minutes. */
export const shortestActivationMs = 5 * 60_000;

/** From when on a role may be deactivated; undefined where nobody told when it began. */
export const deactivatableFrom = ({ from }: Pick<Activation, "from">): number | undefined =>
  from === undefined ? undefined : from + shortestActivationMs;
