import type { Role } from "@/lib/domain/role";
import {
  emptySet,
  hasBit,
  intersection,
  members,
  setBit,
  sizeOf,
  without,
  type Bitset,
} from "@/lib/domain/roles/bitset";
import { isDelegable, userAccessAdministrator } from "@/lib/domain/roles/delegability";
import { effectiveOperations, operationNames, type KnownOperations } from "@/lib/domain/roles/effective-operations";
import { cataloguedAs } from "@/lib/domain/roles/given-away";
import { levelOfOperation } from "@/lib/domain/roles/privilege";
import type { Assessment } from "../engine/assessment";
import type { Finding } from "../finding";
import type { AuthorizationLine } from "../subject";
import type { AuthorizationChange } from "./authorization-change";

/** A delegable role that does much of what another is for, and not what a finding is about. */
export type SmallerRole = Readonly<{
  role: Role;
  /** How much of the work it keeps, from 0 to 1; what few roles allow counts for more than what most do. */
  keeps: number;
  kept: readonly string[];
  lost: readonly string[];
  /** Known operations that it allows and the other does not. */
  added: number;
}>;

/**
 * What could take the place of the role that a finding is about, best first. Reading does not count as work, nor does what
 * hands out secrets, code or control. undefined where that cannot be said: the finding is about no role's operations, or
 * Azure's operations are not known.
 */
export function smallerRoles(
  { rule, subject }: Pick<Finding, "rule" | "subject">,
  assessment: Assessment,
  atMost = 3,
): readonly SmallerRole[] | undefined {
  const { operations, inventory } = assessment;
  const id = subject.kind === "authorization" ? subject.authorization.role : undefined;
  const role = id && assessment.role(id);
  if (!role || !operations || !rule.operations || role.id === userAccessAdministrator) return undefined;

  const allowedBy = (one: Role) => effectiveOperations(one, operations).control;
  const delegable = [...inventory.roles.values()].filter(isDelegable);
  const own = allowedBy(role);
  const work = intersection(own, kindsOf(operations).work);
  const weigh = weighing(work, delegable.map(allowedBy));
  const whole = weigh(work);
  return delegable
    .flatMap((one): SmallerRole[] => {
      if (one.id === role.id || rule.operations!(one, assessment).length > 0) return [];
      const kept = intersection(allowedBy(one), work);
      const added = without(allowedBy(one), own);
      const keeps = weigh(kept) / whole;
      if (!(keeps >= worthwhile) || sizeOf(intersection(added, kindsOf(operations).dangerous)) > 0) return [];
      return [
        {
          role: one,
          keeps,
          kept: operationNames(kept, operations.control),
          lost: operationNames(without(work, kept), operations.control),
          added: sizeOf(added),
        },
      ];
    })
    .sort((one, other) => other.keeps - one.keeps || one.added - other.added)
    .slice(0, atMost);
}

/** The same line with another role. */
export function asSmaller(line: AuthorizationLine, role: Role): AuthorizationChange {
  const { definition, authorization } = line;
  const replace = <Each extends AuthorizationLine["authorization"]>(one: Each): Each =>
    one.principal === authorization.principal && one.role === authorization.role ? { ...one, role: role.id } : one;
  const { authorizations, eligibleAuthorizations } = definition;
  return {
    definition,
    before: definition,
    after:
      line.access === "standing"
        ? { authorizations: authorizations.map(replace), eligibleAuthorizations }
        : { authorizations, eligibleAuthorizations: eligibleAuthorizations.map(replace) },
    missing: [],
  };
}

// What keeps less is another role rather than a smaller one.
const worthwhile = 0.25;

type Kinds = Readonly<{ work: Bitset; dangerous: Bitset }>;

const known = new WeakMap<KnownOperations, Kinds>();

function kindsOf(operations: KnownOperations): Kinds {
  let kinds = known.get(operations);
  if (!kinds) {
    const { names } = operations.control;
    known.set(operations, (kinds = { work: emptySet(names.length), dangerous: emptySet(names.length) }));
    for (const [number, name] of names.entries()) {
      const level = levelOfOperation(name);
      if (level >= 2 && level < 4) setBit(kinds.work, number);
      else if (level >= 4 && cataloguedAs(name)?.gives !== "desktop") setBit(kinds.dangerous, number);
    }
  }
  return kinds;
}

/** What many roles allow, such as opening support tickets, tells nothing of what a role is for. */
function weighing(work: Bitset, all: readonly Bitset[]): (set: Bitset) => number {
  const common = Math.max(5, all.length / 10);
  const weights = new Map<number, number>();
  for (const number of members(work)) {
    const holders = all.filter((set) => hasBit(set, number)).length;
    if (holders <= common) weights.set(number, Math.log((1 + all.length) / Math.max(1, holders)));
  }
  return (set) => members(set).reduce((sum, number) => sum + (weights.get(number) ?? 0), 0);
}
