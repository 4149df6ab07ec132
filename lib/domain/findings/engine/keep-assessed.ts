import type { Definition } from "@/lib/domain/definition";
import type { Delegation } from "@/lib/domain/delegation";
import type { RoleId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/role";
import type { Assessed } from "./assess";
import { assessDefinition } from "./assess-definition";
import type { Assessment } from "./assessment";

/** What is to be said of a definition, which may have been worked out for an earlier snapshot. */
export type Kept = (definition: Definition, assessment: Assessment) => Assessed;

type Entry = Readonly<{
  delegations: readonly Delegation[];
  roles: ReadonlyMap<RoleId, Role | undefined>;
  assessed: Assessed;
}>;

/**
 * Assesses a definition only if it is another object than before, or what it is judged by is: its delegations, its roles,
 * the directory, what was asked of the managing tenant and of resources, the policy.
 */
export function keepAssessed(): Kept {
  let known = new WeakMap<Definition, Entry>();
  let ground: Assessment | undefined;
  return (definition, assessment) => {
    if (!ground || !isSameGround(ground, assessment)) known = new WeakMap();
    ground = assessment;
    const delegations = assessment.delegationsOf(definition);
    const before = known.get(definition);
    if (before && isSame(before.delegations, delegations) && isSameRoles(before.roles, assessment))
      return before.assessed;
    const assessed = assessDefinition(definition, assessment);
    known.set(definition, { delegations, roles: rolesIn(definition, assessment), assessed });
    return assessed;
  };
}

const isSameGround = (one: Assessment, other: Assessment): boolean =>
  one.directory === other.directory &&
  one.tenant === other.tenant &&
  one.policy === other.policy &&
  one.operations === other.operations &&
  one.identities === other.identities &&
  one.hasEligible === other.hasEligible;

const isSame = (before: readonly Delegation[], now: readonly Delegation[]): boolean =>
  before.length === now.length && before.every((delegation, at) => delegation === now[at]);

const isSameRoles = (before: Entry["roles"], { role }: Assessment): boolean => {
  for (const [id, known] of before) if (role(id) !== known) return false;
  return true;
};

function rolesIn({ authorizations, eligibleAuthorizations }: Definition, { role }: Assessment): Entry["roles"] {
  const roles = new Map<RoleId, Role | undefined>();
  for (const line of authorizations) for (const id of [line.role, ...line.delegatedRoles]) roles.set(id, role(id));
  for (const line of eligibleAuthorizations) roles.set(line.role, role(line.role));
  return roles;
}
