import type { PrincipalId, TenantId } from "./ids";
import type { Principal } from "./principal";

/** Facts of a person's account. Here and below, undefined: Microsoft Graph did not tell. */
export type UserFacts = Readonly<{ enabled: boolean | undefined; guest: boolean | undefined }>;

export type GroupFacts = Readonly<{
  /**
   * Only security groups carry Azure roles. A Microsoft 365 group carries none, even where it is security-enabled; a
   * distribution list neither.
   */
  type: "security" | "microsoft365" | "distribution" | undefined;
  /** Its members follow from a rule, not from a list that somebody keeps. */
  dynamic: boolean | undefined;
  /** The rule of a dynamic group, as Microsoft Entra writes it: `user.department -eq "IT"`. */
  rule?: string | undefined;
  roleAssignable: boolean | undefined;
}>;

/** A key or password of an application. Times are milliseconds since the epoch. */
export type CredentialFacts = Readonly<{
  kind: "password" | "certificate";
  starts?: number | undefined;
  expires: number | undefined;
}>;

export type ServicePrincipalFacts = Readonly<{
  type: "application" | "managedIdentity" | "legacy" | "unknown" | undefined;
  enabled: boolean | undefined;
  /** The tenant that its application lives in; not ours for software that somebody else runs. */
  home?: TenantId | undefined;
  /** Any tenant's people and programs may sign in to the application, not ours alone. */
  multiTenant?: boolean | undefined;
  /** undefined: not ours to see. Empty: it has none of its own, as managed identities have none. */
  credentials: readonly CredentialFacts[] | undefined;
}>;

/**
 * Who is in a group, directly. Microsoft Graph's `members` without devices and contacts, which hold no roles; never its
 * owners, who are no members.
 */
export type Membership = Readonly<
  | { state: "read"; members: readonly PrincipalId[] }
  /** `known` are members read before it was given up; `count` is what Graph says there are. */
  | { state: "tooLarge"; count: number | undefined; known: readonly PrincipalId[] }
  /** `known`, where there are any: members that were read although others were not. */
  | { state: "unreadable"; why: string; fix: string | undefined; known?: readonly PrincipalId[] }
>;

/** What Microsoft Graph tells of the managing tenant's people, as far as grants lead to them. */
export type Directory = Readonly<{
  principals: ReadonlyMap<PrincipalId, Principal>;
  users: ReadonlyMap<PrincipalId, UserFacts>;
  groups: ReadonlyMap<PrincipalId, GroupFacts>;
  servicePrincipals: ReadonlyMap<PrincipalId, ServicePrincipalFacts>;
  /** Of each group that was asked for. A group that is missing here was not asked for yet: its members are unknown. */
  memberships: ReadonlyMap<PrincipalId, Membership>;
}>;
