"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useFindings } from "@/components/assessment/use-findings";
import { useAzure } from "@/components/auth/use-azure";
import { useInventory } from "@/components/coverage/use-inventory";
import { accessWords } from "@/components/lookup/my-words";
import { useMyIndex } from "@/components/lookup/use-my-access";
import { Unknown } from "@/components/ui/ago";
import { Foreign } from "@/components/ui/foreign";
import { grantMark } from "@/components/ui/grant-mark";
import { privilegeMark } from "@/components/ui/privilege-mark";
import type { TenantId } from "@/lib/domain/ids";
import { myGrantsByCustomer } from "@/lib/domain/my-access/by-customer";
import { myAccessInShort, type InShort } from "@/lib/domain/my-access/in-short";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { levelsIn } from "@/lib/queries/access";
import { customersIn } from "@/lib/queries/inventory-rows";
import { meQuery, myGroupsQuery } from "@/lib/queries/my-access";
import { unreadState, type CustomerWithFindings } from "./customer-spec";
import type { Mine } from "./mine";

/** The customers with what the signed-in person has at each. The same customers give the same rows. */
export type WithMine = (customers: readonly CustomerWithFindings[]) => readonly CustomerWithFindings[];
type MineAt = (customer: CustomerWithFindings) => Mine | undefined;

/** Shows nothing: tells what the signed-in person has at each customer, as soon as that is known. */
export function MineReader({ onKnown }: { onKnown: (withMine: () => WithMine) => void }) {
  const { azure } = useAzure();
  const { inventory } = useInventory();
  const findings = useFindings();
  const isMeUnread = useQuery(meQuery(azure)).isError;
  const areGroupsUnread = useQuery(myGroupsQuery(azure)).isError;
  const mine = useMyIndex(inventory && { inventory, findings: findings?.of.isPartial ? undefined : findings });
  useEffect(() => {
    if (isMeUnread) return onKnown(() => joined(() => nobody));
    if (!mine) return;
    const grantsAt = myGrantsByCustomer({ ...mine, levelOf: levelsIn(mine.index.inventory), now: Date.now() });
    const read = new Set(customersIn(mine.index.inventory).map(({ tenant }) => tenant));
    const at: MineAt = ({ tenant, state, coverage }) => {
      // Found by a reading that goes on: what the person has there is not known before its end.
      if (!read.has(tenant)) return undefined;
      if (state === undefined) return unread;
      const none = areGroupsUnread ? untold : coverage.spokenFor < coverage.known ? partly : nothing;
      return mineOf(myAccessInShort(grantsAt(tenant), { customer: tenant }), none);
    };
    onKnown(() => joined(remembered(at)));
  }, [mine, isMeUnread, areGroupsUnread, onKnown]);
  return null;
}

const nothing: Mine = { cell: <span className="text-ink-3">None</span>, words: "None", level: 0, roles: ["None"] };
const unknown = (why: string): Mine => ({
  cell: <Unknown what={why} />,
  words: undefined,
  level: undefined,
  roles: ["Cannot see"],
});
const unread = unknown(unreadState);
const nobody = unknown("Who you are could not be read");
const untold = unknown("Your groups could not be read");
const partly = unknown("Some of its subscriptions could not be read");

/** Roles are worked out for the rows that are asked about: whoever holds one everywhere holds tens of thousands. */
function joined(mineAt: MineAt): WithMine {
  const known = new WeakMap<readonly CustomerWithFindings[], readonly CustomerWithFindings[]>();
  return (customers) => {
    let rows = known.get(customers);
    if (!rows) {
      rows = customers.map((row) => ({
        ...row,
        get mine() {
          return mineAt(row);
        },
      }));
      known.set(customers, rows);
    }
    return rows;
  };
}

function remembered(mineAt: MineAt): MineAt {
  const known = new Map<TenantId, Mine | undefined>();
  return (customer) => {
    if (!known.has(customer.tenant)) known.set(customer.tenant, mineAt(customer));
    return known.get(customer.tenant);
  };
}

const levelOf = (grant: MyGrant | undefined) => grant?.level ?? 0;
const nameOf = ({ role }: MyGrant) => role.name ?? role.id;

const toActivate = <span className="sr-only">, eligible</span>;

/** The standing role, else the one to activate; a stronger one to activate is hinted at beside the standing one. */
function mineOf(short: InShort, none: Mine): Mine {
  const { standing, eligible } = short;
  const shown = standing ?? eligible;
  if (!shown) return none;
  const isMore = standing && eligible && levelOf(eligible) > levelOf(standing);
  return {
    cell: (
      <>
        {grantMark(shown.kind)}
        {privilegeMark(shown.level)}
        <Foreign text={nameOf(shown)} limit={60} />
        {shown.kind === "eligible" && toActivate}
        {isMore && (
          <span className="ml-2">
            {grantMark("eligible")}
            {privilegeMark(eligible.level)}
            {toActivate}
          </span>
        )}
      </>
    ),
    words: accessWords(short),
    level: Math.max(levelOf(standing), levelOf(eligible)),
    roles: [...(standing ? [nameOf(standing)] : []), ...(eligible ? [`${nameOf(eligible)}, eligible`] : [])],
  };
}
