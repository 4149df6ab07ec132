import type { PrincipalId, RoleId, TenantId } from "../ids";
import type { AccessIndex } from "./access-index";
import type { Answer } from "./answer";
import type { LevelOf } from "./matrix";
import type { Held, Reach } from "./reach";

/** One line of a principal's page: a customer, the strongest role there, and what it comes through. */
export type CustomerReached = Readonly<{
  customer: TenantId;
  /** Everything held there, strongest first. */
  held: readonly Held[];
  strongest: Held;
  /** The privilege of the strongest role; undefined where none of the roles is known. */
  level: number | undefined;
  /** The best of all that is held there. */
  standing: Answer;
  eligible: Answer;
  assigned: Answer;
  /** Who holds the grants: the principal itself, or groups that it is in. */
  through: readonly PrincipalId[];
  /** Milliseconds since the epoch, of the activation that lasts longest. */
  activeUntil: number | undefined;
}>;

/** The customers of a reach, strongest first, and in the order in which they were read where equally strong. */
export function customersReached(index: AccessIndex, reach: Reach, levelOf: LevelOf): CustomerReached[] {
  const strengths = new Map<RoleId, number>();
  const strength = ({ role, standing, assigned }: Held) => {
    let level = strengths.get(role);
    if (level === undefined) strengths.set(role, (level = (levelOf(role) ?? 0) * 2));
    return standing === "no" && assigned === "no" ? level : level + 1;
  };
  const lines = Array.from(heldByCustomer(reach), ([customer, own]) => {
    const held = own.sort((one, other) => strength(other) - strength(one));
    // A customer is listed because something is held there.
    const strongest = held[0]!;
    return {
      customer,
      held,
      strongest,
      level: levelOf(strongest.role),
      standing: bestOf(held, "standing"),
      eligible: bestOf(held, "eligible"),
      assigned: bestOf(held, "assigned"),
      through: holdersIn(index, held, () => true),
      activeUntil: lastOf(held),
    };
  });
  return lines.sort((one, other) => strength(other.strongest) - strength(one.strongest));
}

function heldByCustomer({ held }: Reach): ReadonlyMap<TenantId, Held[]> {
  const byCustomer = new Map<TenantId, Held[]>();
  let own: Held[] | undefined;
  let last: TenantId | undefined;
  for (const one of held) {
    // They run customer by customer, as far as these were read together.
    if (one.customer !== last) {
      last = one.customer;
      own = byCustomer.get(last);
      if (!own) byCustomer.set(last, (own = []));
    }
    own!.push(one);
  }
  return byCustomer;
}

/** Who holds these grants, as far as they count. They are few: a list is faster than a set. */
export function holdersIn(
  { grants, people }: AccessIndex,
  held: readonly Held[],
  counts: (grant: number) => boolean,
): PrincipalId[] {
  const holders: number[] = [];
  for (const one of held)
    for (const grant of one.grants) {
      const holder = grants.principals[grant]!;
      if (!holders.includes(holder) && counts(grant)) holders.push(holder);
    }
  return holders.map((holder) => people.ids.at(holder));
}

function lastOf(held: readonly Held[]): number | undefined {
  let last: number | undefined;
  for (const { activeUntil } of held)
    if (activeUntil !== undefined && (last === undefined || activeUntil > last)) last = activeUntil;
  return last;
}

function bestOf(held: readonly Held[], kind: "standing" | "eligible" | "assigned"): Answer {
  let best: Answer = "no";
  for (const { [kind]: answer } of held) {
    if (answer === "yes") return "yes";
    if (answer === "cannotSee") best = "cannotSee";
  }
  return best;
}
