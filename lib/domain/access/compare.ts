import type { PrincipalId } from "../ids";
import type { AccessIndex } from "./access-index";
import type { Active } from "./activation";
import { reachOf, type Held, type Reach } from "./reach";
import { scopeKey } from "./scope-table";

/** What two principals reach, role by role and scope by scope. Each side's blind spots bound what "only" means. */
export type Comparison = Readonly<{
  a: Reach;
  b: Reach;
  onlyA: readonly Held[];
  onlyB: readonly Held[];
  /** The same role on the same scope, perhaps standing for one and eligible for the other. */
  both: readonly Readonly<{ a: Held; b: Held }>[];
}>;

export function compareReach(index: AccessIndex, a: PrincipalId, b: PrincipalId, active?: Active): Comparison {
  const [ofA, ofB] = [reachOf(index, a, active), reachOf(index, b, active)];
  const rest = new Map(ofB.held.map((held) => [keyOf(held), held]));
  const onlyA: Held[] = [];
  const both: { a: Held; b: Held }[] = [];
  for (const held of ofA.held) {
    const key = keyOf(held);
    const other = rest.get(key);
    if (other) both.push({ a: held, b: other });
    else onlyA.push(held);
    rest.delete(key);
  }
  return { a: ofA, b: ofB, onlyA, onlyB: [...rest.values()], both };
}

const keyOf = ({ scope, role }: Held): string => `${scopeKey(scope)} ${role}`;

/** Both hold it in the same way, as far as can be seen. */
export const isSameAccess = (a: Held, b: Held): boolean =>
  a.standing === b.standing && a.eligible === b.eligible && a.assigned === b.assigned;
