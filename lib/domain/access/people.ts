import type { Directory, GroupFacts } from "../directory";
import type { PrincipalId } from "../ids";
import type { Inventory } from "../inventory";
import type { Principal, PrincipalKind } from "../principal";
import type { RoleAssignment } from "../role-assignment";
import { cannotSee, no, yes, type Doubt, type Nothing } from "./answer";
import { seenMembers } from "./membership";
import type { Numbers } from "./numbering";

/** What access is worked out from. */
export type AccessSources = Readonly<{
  inventory: Inventory;
  directory: Directory;
  /** undefined: they were not read. */
  roleAssignments?: readonly RoleAssignment[] | undefined;
}>;

/** What is known of everybody that a grant or a group names, by number. */
export type People = Readonly<{
  ids: Numbers<PrincipalId>;
  kinds: readonly (PrincipalKind | undefined)[];
  /** Whether a role can come to or through each: only to those who exist and are enabled, and to security groups. */
  ranks: Uint8Array;
  /** Why a rank is not yes. */
  reasons: ReadonlyMap<number, Nothing | Doubt>;
}>;

/** Who an id stands for, as far as either source tells; one that was never looked up is one that we cannot see. */
export const principalIn = (
  { inventory, directory }: Pick<AccessSources, "inventory" | "directory">,
  id: PrincipalId,
): Principal =>
  directory.principals.get(id) ?? inventory.principals.get(id) ?? { id, state: "unreadable", kind: undefined };

/** `ids` holds whom offers name. They live in our tenant, as everybody in the directory does, who is added here. */
export function peopleOf(ids: Numbers<PrincipalId>, sources: AccessSources): People {
  const { directory, roleAssignments = [] } = sources;
  for (const id of namedIn(directory)) ids.add(id);
  const ours = ids.size();
  const assigned = new Map<PrincipalId, PrincipalKind>();
  for (const { principal, principalType } of roleAssignments) {
    ids.add(principal);
    if (principalType !== "unknown") assigned.set(principal, principalType);
  }

  const kinds: (PrincipalKind | undefined)[] = [];
  const ranks = new Uint8Array(ids.size());
  const reasons = new Map<number, Nothing | Doubt>();
  for (let number = 0; number < ids.size(); number++) {
    const principal = principalIn(sources, ids.at(number));
    const kind = kindOf(principal, directory);
    // Whom only an assignment names may live in the customer's tenant, where we cannot look.
    const reason: Nothing | Doubt | undefined =
      number >= ours && principal.state !== "found"
        ? { why: "unknownPrincipal", principal: principal.id }
        : reasonOf(principal, kind, directory);
    kinds.push(kind ?? assigned.get(principal.id));
    ranks[number] = reason === undefined ? yes : isDoubt(reason) ? cannotSee : no;
    if (reason) reasons.set(number, reason);
  }
  return { ids, kinds, ranks, reasons };
}

function* namedIn({ principals, users, groups, servicePrincipals, memberships }: Directory): Generator<PrincipalId> {
  for (const map of [users, groups, servicePrincipals, memberships]) yield* map.keys();
  for (const membership of memberships.values()) yield* seenMembers(membership);
  for (const { id, state } of principals.values()) if (state === "found") yield id;
}

function kindOf(principal: Principal, { users, groups, servicePrincipals, memberships }: Directory) {
  if (principal.state !== "deleted" && principal.kind) return principal.kind;
  const { id } = principal;
  if (users.has(id)) return "user";
  if (groups.has(id) || memberships.has(id)) return "group";
  return servicePrincipals.has(id) ? "servicePrincipal" : undefined;
}

function reasonOf(
  { id, state }: Principal,
  kind: PrincipalKind | undefined,
  { users, groups, servicePrincipals }: Directory,
): Nothing | Doubt | undefined {
  if (state === "deleted") return { why: "deleted", principal: id };
  switch (kind) {
    case "user":
      return users.get(id)?.enabled === false ? { why: "disabled", principal: id } : undefined;
    case "servicePrincipal":
      return servicePrincipals.get(id)?.enabled === false ? { why: "disabled", principal: id } : undefined;
    case "group":
      return reasonOfGroup(id, groups.get(id)?.type);
    case undefined:
      return { why: "unknownPrincipal", principal: id };
  }
}

function reasonOfGroup(principal: PrincipalId, type: GroupFacts["type"]): Nothing | Doubt | undefined {
  switch (type) {
    case "security":
      return undefined;
    case "microsoft365":
      return { why: "microsoft365Group", principal };
    case "distribution":
      return { why: "distributionGroup", principal };
    case undefined:
      return { why: "unknownGroupType", principal };
  }
}

const isDoubt = ({ why }: Nothing | Doubt): boolean => why === "unknownPrincipal" || why === "unknownGroupType";
