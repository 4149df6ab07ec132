import type { Definition, EligibleAuthorization } from "./definition";
import { durationWords } from "./duration";
import type { PrincipalId, RoleId } from "./ids";
import type { Inventory } from "./inventory";
import type { Principal } from "./principal";

type Named = Readonly<{ id: RoleId; name: string | undefined }>;

/** One line of an offer: who of us gets which role, and on what terms. */
export type AuthorizationRow = Readonly<{
  access: "standing" | "eligible";
  principal: Principal;
  /** What the customer reads in place of the principal's name. */
  label: string | undefined;
  role: Named;
  delegatedRoles: readonly Named[];
  /** undefined for standing access, which no policy bounds. */
  policy: EligibleAuthorization["policy"] | undefined;
  approvers: readonly Readonly<{ principal: Principal; label: string | undefined }>[];
}>;

type People = Pick<Inventory, "principals" | "roles">;

/** Who an id stands for; one that was never looked up is one that we cannot see. */
export const principalOf = ({ principals }: Pick<Inventory, "principals">, id: PrincipalId): Principal =>
  principals.get(id) ?? { id, state: "unreadable", kind: undefined };

/** Standing authorizations first, in the offer's own order. */
export function authorizationRows(definition: Definition, people: People): AuthorizationRow[] {
  const named = (id: RoleId): Named => ({ id, name: people.roles.get(id)?.name });
  const standing = definition.authorizations.map(({ principal, label, role, delegatedRoles }): AuthorizationRow => ({
    access: "standing",
    principal: principalOf(people, principal),
    label,
    role: named(role),
    delegatedRoles: delegatedRoles.map(named),
    policy: undefined,
    approvers: [],
  }));
  const eligible = definition.eligibleAuthorizations.map(({ principal, label, role, policy }): AuthorizationRow => ({
    access: "eligible",
    principal: principalOf(people, principal),
    label,
    role: named(role),
    delegatedRoles: [],
    policy,
    approvers: policy.approvers.map((approver) => ({
      principal: principalOf(people, approver.principal),
      label: approver.label,
    })),
  }));
  return [...standing, ...eligible];
}

/** "4 h, MFA, 2 approvers": how long an activation lasts at most and what it demands. */
export const policyWords = ({ longest, mfa, approvers }: EligibleAuthorization["policy"]): string =>
  [
    durationWords(longest),
    mfa ? "MFA" : "no MFA",
    approvers.length === 0 ? "no approval" : approvers.length === 1 ? "1 approver" : `${approvers.length} approvers`,
  ].join(", ");
