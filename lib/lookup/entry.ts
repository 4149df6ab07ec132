import type { Severity } from "@/lib/domain/findings/severity";
import type { ArmId, PrincipalId, RoleId, SubscriptionId, TenantId } from "@/lib/domain/ids";

/** What answers are shown under, in the order in which equally good ones come. */
export const families = ["customers", "delegations", "principals", "roles", "findings", "actions"] as const;
export type Family = (typeof families)[number];

/** What an answer leads to, or does. */
export type Target = Readonly<
  | { kind: "customer"; tenant: TenantId }
  | { kind: "subscription"; subscription: SubscriptionId; customer: TenantId }
  | { kind: "resourceGroup"; subscription: SubscriptionId; resourceGroup: string; customer: TenantId }
  | { kind: "delegation"; delegation: ArmId; subscription: SubscriptionId; customer: TenantId }
  | { kind: "offer"; name: string }
  | { kind: "user" | "group" | "servicePrincipal"; principal: PrincipalId }
  /** `customers`: of how many it is granted; undefined where that is not known yet. */
  | { kind: "role"; role: RoleId; customers: number | undefined }
  | { kind: "operation"; operation: string }
  /** By its fingerprint. */
  | { kind: "finding"; finding: string; severity: Severity; customers: readonly Readonly<{ id: TenantId }>[] }
  | { kind: "rule"; rule: string; severity: Severity }
  | { kind: "place"; path: string }
  | { kind: "command"; command: string }
>;

export type EntryKind = Target["kind"];

export const familyOf: Readonly<Record<EntryKind, Family>> = {
  customer: "customers",
  subscription: "delegations",
  resourceGroup: "delegations",
  delegation: "delegations",
  offer: "delegations",
  user: "principals",
  group: "principals",
  servicePrincipal: "principals",
  role: "roles",
  operation: "roles",
  finding: "findings",
  rule: "findings",
  place: "actions",
  command: "actions",
};

/** Something that can be looked up. */
export type Entry = Readonly<{
  target: Target;
  name: string;
  /** What tells it from others of that name, shown beside it. It is searched too. */
  beside: readonly string[];
  /** Further words by which it is found, and which are not shown. */
  also: readonly string[];
  /** Ids by which it is found, whole or by their beginnings. */
  ids: readonly string[];
  /** What Ctrl-C copies; of its kind no other entry has the same, and it has it in every snapshot. */
  copies: string;
}>;

export const entryKey = ({ target, copies }: Entry): string => `${target.kind} ${copies}`;
