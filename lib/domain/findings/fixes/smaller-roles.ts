import type { Definition } from "@/lib/domain/definition";
import type { RoleId } from "@/lib/domain/ids";
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
import { barredFromEligible } from "../questions/eligibility";
import type { AuthorizationLine } from "../subject";
import type { AuthorizationChange } from "./authorization-change";
import { namedOperations } from "./named-operations";
import { aligned } from "./strictest-policy";
import { withReaderBesideEligible } from "./with-reader";

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
 * hands out secrets, code or control. Empty where no role does, or another role is no answer to the finding. Without the
 * operations that Azure publishes, those count that roles name.
 */
export function smallerRoles(
  { rule, subject }: Pick<Finding, "rule" | "subject">,
  assessment: Assessment,
  atMost = 3,
): readonly SmallerRole[] {
  if (subject.kind !== "authorization") return [];
  const { inventory } = assessment;
  const role = assessment.role(subject.authorization.role);
  const isAnswer = rule.operations !== undefined || (role && !isDelegable(role));
  if (!role || !isAnswer || role.id === userAccessAdministrator) return [];

  const operations = assessment.operations ?? namedOperations(inventory.roles);
  const { work: works, dangerous } = kindsOf(operations);
  const allowedBy = (one: Role) => effectiveOperations(one, operations).control;
  const delegable = [...inventory.roles.values()].filter(isDelegable);
  const own = allowedBy(role);
  const work = intersection(own, works);
  const weigh = weighing(work, delegable.map(allowedBy));
  const whole = weigh(work);
  return delegable
    .flatMap((one): SmallerRole[] => {
      if (one.id === role.id || (subject.access === "eligible" && !canTakeOver(one, subject, assessment))) return [];
      if (rule.operations && rule.operations(one, assessment).length > 0) return [];
      const kept = intersection(allowedBy(one), work);
      const added = without(allowedBy(one), own);
      const keeps = weigh(kept) / whole;
      if (!(keeps >= worthwhile) || sizeOf(intersection(added, dangerous)) > 0) return [];
      // What does more other work than it keeps is for something else.
      if (sizeOf(intersection(added, works)) > sizeOf(kept)) return [];
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

/** The same line with another role, which the holder may have already, and of which all eligible lines have one policy. */
export function asSmaller(line: AuthorizationLine, role: Role, assessment: Assessment): AuthorizationChange {
  const { definition, authorization, access } = line;
  const replaced = <Each extends AuthorizationLine["authorization"]>(lines: readonly Each[]): readonly Each[] => {
    const isLine = (one: Each) => one.principal === authorization.principal && one.role === authorization.role;
    const isHeld = lines.some((one) => one.principal === authorization.principal && one.role === role.id);
    return isHeld
      ? lines.filter((one) => !isLine(one))
      : lines.map((one) => (isLine(one) ? { ...one, role: role.id } : one));
  };
  const { authorizations, eligibleAuthorizations } = definition;
  const after =
    access === "standing"
      ? { authorizations: replaced(authorizations), eligibleAuthorizations }
      : {
          authorizations,
          eligibleAuthorizations: unlessAlone(replaced(eligibleAuthorizations), role.id, assessment),
        };
  return {
    definition,
    before: definition,
    after: withReaderBesideEligible(after, authorization, assessment),
    missing: [],
  };
}

const unlessAlone = (lines: Definition["eligibleAuthorizations"], role: RoleId, assessment: Assessment) =>
  lines.filter((one) => one.role === role).length > 1 ? aligned(lines, role, assessment) : lines;

/** The holder of an eligible line may have the role as eligible too. */
const canTakeOver = (role: Role, line: AuthorizationLine, { hasEligible, principal }: Assessment): boolean =>
  !barredFromEligible(line, { hasEligible, principal, role: () => role });

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
