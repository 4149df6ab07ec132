import type { Random } from "../random";
import type { Size } from "./sizes";

/** One definition of a subscription: where it is assigned. `groups` 0 means the subscription, -1 nowhere. */
export type Slot = { groups: number };
export type Layout = readonly Slot[];

/** How many subscriptions each customer has: at least one, a few very many, the sum exact. */
export function shares({ customers, subscriptions }: Size): number[] {
  const weights = Array.from({ length: customers }, (_, index) => (index + 4) ** -1.15);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const spare = subscriptions - customers;
  let given = 0;
  let owed = 0;
  return weights.map((weight) => {
    owed += (weight / total) * spare;
    const extra = Math.round(owed) - given;
    given += extra;
    return 1 + extra;
  });
}

/** For every subscription its definitions and where they are assigned, with the size's exact sums. */
export function layOut({ subscriptions, definitions, delegations }: Size, random: Random): Layout[] {
  const unassigned = Math.round(definitions / 100);
  // Three in ten subscriptions are delegated by resource group only.
  const layouts: Slot[][] = Array.from({ length: subscriptions }, () => [{ groups: random.chance(0.3) ? 1 : 0 }]);
  for (let count = definitions - subscriptions; count > 0; count--)
    random.pick(layouts).push({ groups: count <= unassigned ? -1 : random.chance(0.8) ? 1 : 0 });

  const byGroup = layouts.flat().filter(({ groups }) => groups > 0);
  let missing = delegations - (definitions - unassigned);
  while (missing > 0) {
    const slot = random.pick(byGroup);
    if (slot.groups >= 8) continue;
    slot.groups++;
    missing--;
  }
  return layouts;
}

export const assignments = (layout: Layout): number =>
  layout.reduce((sum, { groups }) => sum + (groups < 0 ? 0 : Math.max(1, groups)), 0);
