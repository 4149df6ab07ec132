import type { ArmId, PrincipalId, RoleId, SubscriptionId, TenantId } from "@/lib/domain/ids";

/** In the order in which equally good answers are shown. */
export const entryKinds = [
  "customer",
  "subscription",
  "resourceGroup",
  "user",
  "group",
  "servicePrincipal",
  "delegation",
  "offer",
  "role",
  "place",
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What an answer leads to. */
export type Target = Readonly<
  | { kind: "customer"; tenant: TenantId }
  | { kind: "subscription"; subscription: SubscriptionId; customer: TenantId }
  | { kind: "resourceGroup"; subscription: SubscriptionId; resourceGroup: string; customer: TenantId }
  | { kind: "delegation"; delegation: ArmId; subscription: SubscriptionId; customer: TenantId }
  | { kind: "user" | "group" | "servicePrincipal"; principal: PrincipalId }
  | { kind: "offer"; name: string }
  | { kind: "role"; role: RoleId }
  | { kind: "place"; path: string }
>;

/** Something that can be looked up. */
export type Entry = Readonly<{
  target: Target;
  name: string;
  /** What tells it from others of that name. It is searched too. */
  detail: string;
  /** Ids and abbreviations by which it is found, and which are not shown. */
  ids: string;
  /** What Ctrl-C copies. */
  copies: string;
}>;

/** The same for an entry in every snapshot, and for no other entry. */
export const entryKey = ({ target, copies }: Entry): string => `${target.kind} ${copies}`;
