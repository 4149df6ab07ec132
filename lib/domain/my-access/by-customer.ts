import type { AccessIndex } from "../access/access-index";
import { keptReach } from "../access/kept-reach";
import type { LevelOf } from "../access/matrix";
import type { Held, InVain } from "../access/reach";
import type { PrincipalId, TenantId } from "../ids";
import { keepFew } from "../keep-few";
import type { MyGrant } from "./my-grant";
import { myGrants } from "./my-grants";

type Sources = Readonly<{ index: AccessIndex; me: PrincipalId; levelOf: LevelOf; now: number }>;

/**
 * What I hold or may activate at one customer, as far as offers tell. Worked out for those that are asked for, since whoever
 * holds a role everywhere holds tens of thousands.
 */
export function myGrantsByCustomer({ index, me, levelOf, now }: Sources): (customer: TenantId) => readonly MyGrant[] {
  const { reach, held, inVain } = groupedReach(index, me);
  const known = new Map<TenantId, readonly MyGrant[]>();
  return (customer) => {
    let grants = known.get(customer);
    if (!grants) {
      const here = { ...reach, held: held.get(customer) ?? noneHeld, inVain: inVain.get(customer) ?? noneInVain };
      known.set(customer, (grants = myGrants({ index, reach: here, roles: undefined, levelOf, now })));
    }
    return grants;
  };
}

const groupedReach = keepFew(1, (index: AccessIndex, me: PrincipalId) => {
  const reach = keptReach(index, me);
  return { reach, held: grouped(reach.held), inVain: grouped(reach.inVain) };
});

const noneHeld: readonly Held[] = [];
const noneInVain: readonly InVain[] = [];

function grouped<Item extends { customer: TenantId }>(items: readonly Item[]): ReadonlyMap<TenantId, Item[]> {
  const groups = new Map<TenantId, Item[]>();
  for (const item of items) {
    const group = groups.get(item.customer);
    if (group) group.push(item);
    else groups.set(item.customer, [item]);
  }
  return groups;
}
