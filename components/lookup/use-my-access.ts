"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useAzure } from "@/components/auth/use-azure";
import { useNow } from "@/components/ui/use-now";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import { emptyDirectory } from "@/lib/domain/directory-reading";
import type { PrincipalId, TenantId } from "@/lib/domain/ids";
import { myGrantsByCustomer } from "@/lib/domain/my-access/by-customer";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { levelsIn } from "@/lib/queries/access";
import { directoryQuery } from "@/lib/queries/directory";
import type { LookupSources } from "@/lib/queries/lookup";
import { meQuery, myGroupsQuery } from "@/lib/queries/my-access";
import { myIndexIn } from "@/lib/queries/my-index";

/** Above so many delegations an index of its own would hold the page: the one that findings stand on is waited for. */
const many = 3_000;

export type MyAccessAt = (customer: TenantId) => readonly MyGrant[];

type Sources = Pick<LookupSources, "inventory" | "findings"> | undefined;

/** What offers give the signed-in person at a customer; undefined until delegations and that person's groups were read. */
export function useMyAccess(sources: Sources): MyAccessAt | undefined {
  const mine = useMyIndex(sources);
  const now = useNow();
  return useMemo(
    () => mine && myGrantsByCustomer({ ...mine, levelOf: levelsIn(mine.index.inventory), now }),
    [mine, now],
  );
}

/** The signed-in person, and the index that knows all groups that person is in, as far as they could be read. */
export function useMyIndex(sources: Sources): Readonly<{ index: AccessIndex; me: PrincipalId }> | undefined {
  const { azure } = useAzure();
  const me = useQuery(meQuery(azure)).data;
  const groups = useQuery(myGroupsQuery(azure));
  const reading = useQuery(directoryQuery(azure, sources?.inventory)).data;
  const directory = reading?.coverage.finishedAt === undefined ? emptyDirectory : reading.directory;
  const inventory = sources?.inventory;
  const judged = sources?.findings?.assessment.access;
  const isReady = inventory?.coverage.finishedAt !== undefined && !groups.isPending;
  return useMemo(() => {
    if (!isReady || !me) return undefined;
    if (judged && knowsGroups(judged, me.id, groups.data)) return { index: judged, me: me.id };
    if (!judged && inventory.delegations.size > many) return undefined;
    return { index: myIndexIn({ inventory, directory, me, groups: groups.data }), me: me.id };
  }, [isReady, inventory, judged, directory, me, groups.data]);
}

/** Whether an index has the person in all groups that offers name and the person is in. */
function knowsGroups(index: AccessIndex, me: PrincipalId, groups: ReadonlySet<PrincipalId> | undefined): boolean {
  const { people, upward } = index;
  const person = people.ids.find(me);
  if (person < 0) return false;
  const above = new Set(Array.from(upward(person).nodes, (node) => people.ids.at(node)));
  return [...(groups ?? [])].every((group) => above.has(group) || people.ids.find(group) < 0);
}
