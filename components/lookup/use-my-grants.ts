"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useAzure } from "@/components/auth/use-azure";
import { useInventory } from "@/components/coverage/use-inventory";
import { useNow } from "@/components/ui/use-now";
import { reachOf } from "@/lib/domain/access/reach";
import { emptyDirectory } from "@/lib/domain/directory-reading";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { myGrants } from "@/lib/domain/my-access/my-grants";
import { levelsIn } from "@/lib/queries/access";
import { directoryQuery } from "@/lib/queries/directory";
import { meQuery, myGroupsQuery } from "@/lib/queries/my-access";
import { myIndexIn } from "@/lib/queries/my-index";

/** What offers give the signed-in person; undefined until delegations and that person's groups have been read. */
export function useMyGrants(): readonly MyGrant[] | undefined {
  const { azure } = useAzure();
  const now = useNow();
  const { inventory } = useInventory();
  const me = useQuery(meQuery(azure)).data;
  const groups = useQuery(myGroupsQuery(azure));
  const reading = useQuery(directoryQuery(azure, inventory)).data;
  const directory = reading?.coverage.finishedAt === undefined ? emptyDirectory : reading.directory;
  const isReady = inventory?.coverage.finishedAt !== undefined && !groups.isPending;
  return useMemo(() => {
    if (!isReady || !me) return undefined;
    const index = myIndexIn({ inventory, directory, me, groups: groups.data });
    return myGrants({ index, reach: reachOf(index, me.id), roles: undefined, levelOf: levelsIn(inventory), now });
  }, [isReady, inventory, directory, me, groups.data, now]);
}
