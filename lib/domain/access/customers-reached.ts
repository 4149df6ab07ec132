import type { PrincipalId, TenantId } from "../ids";
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
export function customersReached({ grants, people }: AccessIndex, reach: Reach, levelOf: LevelOf): CustomerReached[] {
  const byCustomer = new Map<TenantId, Held[]>();
  for (const held of reach.held) {
    const own = byCustomer.get(held.customer);
    if (own) own.push(held);
    else byCustomer.set(held.customer, [held]);
  }
  const strength = ({ role, standing, assigned }: Held) =>
    (levelOf(role) ?? 0) * 2 + (standing === "no" && assigned === "no" ? 0 : 1);
  const lines = Array.from(byCustomer, ([customer, own]) => {
    const held = own.sort((one, other) => strength(other) - strength(one));
    // A customer is listed because something is held there.
    const strongest = held[0]!;
    const holders = new Set(held.flatMap((one) => one.grants).map((grant) => grants.principals[grant]!));
    const untils = held.flatMap(({ activeUntil }) => activeUntil ?? []);
    return {
      customer,
      held,
      strongest,
      level: levelOf(strongest.role),
      standing: bestOf(held, "standing"),
      eligible: bestOf(held, "eligible"),
      assigned: bestOf(held, "assigned"),
      through: Array.from(holders, (holder) => people.ids.at(holder)),
      activeUntil: untils.length > 0 ? Math.max(...untils) : undefined,
    };
  });
  return lines.sort((one, other) => strength(other.strongest) - strength(one.strongest));
}

const answers: readonly Answer[] = ["yes", "cannotSee", "no"];

const bestOf = (held: readonly Held[], kind: "standing" | "eligible" | "assigned"): Answer =>
  answers.find((answer) => held.some((one) => one[kind] === answer)) ?? "no";
