import type { Authorization, EligibleAuthorization } from "../definition";
import type { Delegation } from "../delegation";
import type { PrincipalId, RoleId, TenantId } from "../ids";
import type { RoleAssignment } from "../role-assignment";
import type { AccessIndex } from "./access-index";
import { answerOf, yes, type Answer, type Reason } from "./answer";
import { assigned, standing } from "./grant-table";
import { listAt } from "./lists";
import type { AccessScope } from "./scope-table";
import { rankFor, reasonsFor } from "./worth";

/** Standing and eligible access comes through delegations; assigned are the roles that Azure shows beside them. */
export type GrantKind = "standing" | "eligible" | "assigned";

/** What a grant rests on. */
export type GrantSource = Readonly<
  | { kind: "standing"; delegation: Delegation; authorization: Authorization }
  | { kind: "eligible"; delegation: Delegation; authorization: EligibleAuthorization }
  | { kind: "assigned"; assignment: RoleAssignment }
>;

/** A permission one principal holds: one role on one scope, through one or more sources. */
export type Grant = Readonly<{
  /** Its number in the index that it came from; in another index it may mean another grant. */
  number: number;
  principal: PrincipalId;
  role: RoleId;
  scope: AccessScope;
  customer: TenantId;
  kind: GrantKind;
  sources: readonly GrantSource[];
  /** Whether it gives its holder anything, and if not surely, why; each reason alone would be enough. */
  gives: Answer;
  reasons: readonly Reason[];
}>;

const kinds = ["standing", "eligible", "assigned"] as const;
export const kindOfGrant = (kind: number): GrantKind => kinds[kind] ?? "assigned";

export function grantAt(index: AccessIndex, number: number): Grant {
  const { grants, people, scopeTable } = index;
  const holder = grants.principals[number];
  if (holder === undefined) throw new RangeError(`There is no grant ${number}.`);
  const scope = grants.scopes[number]!;
  const way = people.ranks[holder]!;
  const rank = rankFor(index, holder, way, number);
  return {
    number,
    principal: people.ids.at(holder),
    role: grants.roleIds.at(grants.roles[number]!),
    scope: scopeTable.scopes[scope]!,
    customer: scopeTable.customers.at(scopeTable.customerOf[scope]!),
    kind: kindOfGrant(grants.kinds[number]!),
    sources: sourcesOf(index, number),
    gives: answerOf(rank),
    reasons: reasonsFor(index, { person: holder, cause: way < yes ? holder : -1, grant: number, rank }),
  };
}

export const sourcesOf = (index: AccessIndex, grant: number): readonly GrantSource[] =>
  Array.from(listAt(index.grants.sourcesOf, grant), (source) => sourceAt(index, grant, source));

function sourceAt({ grants, delegations, roleAssignments }: AccessIndex, grant: number, source: number): GrantSource {
  const place = grants.sourcePlaces[source]!;
  const kind = grants.kinds[grant]!;
  if (kind === assigned) return { kind: "assigned", assignment: roleAssignments![place]! };
  // Its lines were read from this definition, so delegation and definition are there.
  const delegation = delegations[grants.sourceDelegations[source]!]!;
  const { authorizations, eligibleAuthorizations } = delegation.definition!;
  return kind === standing
    ? { kind: "standing", delegation, authorization: authorizations[place]! }
    : { kind: "eligible", delegation, authorization: eligibleAuthorizations[place]! };
}

/** Numbers of the grants that give a role, in the order of their scopes: who holds it, and where. */
export function grantsOfRole({ grants }: AccessIndex, role: RoleId): Int32Array {
  const number = grants.roleIds.find(role);
  return number < 0 ? new Int32Array() : listAt(grants.ofRole, number);
}

/** Numbers of the grants that a principal holds itself, without its groups'. */
export function grantsHeldBy({ grants, people }: AccessIndex, principal: PrincipalId): Int32Array {
  const number = people.ids.find(principal);
  return number < 0 ? new Int32Array() : listAt(grants.ofPrincipal, number);
}
