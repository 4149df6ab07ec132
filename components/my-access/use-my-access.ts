"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useWatched } from "@/components/access/use-watched";
import { useAzure } from "@/components/auth/use-azure";
import { useInventory, type Reading } from "@/components/coverage/use-inventory";
import { useNow } from "@/components/ui/use-now";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import { keptReach } from "@/lib/domain/access/kept-reach";
import type { Reach } from "@/lib/domain/access/reach";
import { emptyDirectory, type DirectoryReading } from "@/lib/domain/directory-reading";
import type { PrincipalId } from "@/lib/domain/ids";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { myPlaces } from "@/lib/domain/my-access/my-places";
import type { MyRoles } from "@/lib/domain/my-roles";
import { levelsIn } from "@/lib/queries/access";
import { directoryQuery } from "@/lib/queries/directory";
import { forgetMyRoles, meQuery, myGroupsQuery, myRolesQuery } from "@/lib/queries/my-access";
import { myGrantsIn, myIndexIn } from "@/lib/queries/my-index";

export type MyAccess = Readonly<{
  reading: Reading;
  /** My own object id. */
  me: PrincipalId | undefined;
  meError: Error | undefined;
  groupsError: Error | undefined;
  directory: DirectoryReading | undefined;
  reach: Reach | undefined;
  /** undefined until delegations and my groups have been read once. */
  grants: readonly MyGrant[] | undefined;
  roles: MyRoles | undefined;
  /** More may come. */
  isReading: boolean;
  retry: () => void;
}>;

/** What I hold and may activate. It waits for no directory: my own groups are known without one. */
export function useMyAccess(): MyAccess {
  const { azure } = useAzure();
  const client = useQueryClient();
  const now = useNow();
  const reading = useInventory();
  const { inventory } = reading;
  const me = useQuery(meQuery(azure));
  const groups = useQuery(myGroupsQuery(azure));
  const directory = useQuery(directoryQuery(azure, inventory)).data;
  const people = useLatest(
    directory?.coverage.finishedAt === undefined ? undefined : directory.directory,
    emptyDirectory,
  );

  const isRead = inventory?.coverage.finishedAt !== undefined;
  const index = useLatest<AccessIndex | undefined>(
    inventory && isRead && me.data && !groups.isPending
      ? myIndexIn({ inventory, directory: people, me: me.data, groups: groups.data })
      : undefined,
    undefined,
  );
  const reach = useMemo(() => (index && me.data ? keptReach(index, me.data.id) : undefined), [index, me.data]);
  const places = useMemo(() => (index && reach ? myPlaces(index, reach) : undefined), [index, reach]);
  const { data: told, isError: isUntold } = useQuery(myRolesQuery(azure, places));
  const roles = useLasting(told);
  const grants = useMemo(
    () => (index && reach ? myGrantsIn({ index, reach, roles, levelOf: levelsIn(index.inventory), now }) : undefined),
    [index, reach, roles, now],
  );
  useWatched(azure, grants);

  return {
    reading,
    me: me.data?.id,
    meError: me.error ?? undefined,
    groupsError: groups.error ?? undefined,
    directory,
    reach,
    grants,
    roles,
    isReading: !isRead || (places !== undefined && !isUntold && roles?.finishedAt === undefined),
    retry: () => {
      if (me.error) void me.refetch();
      if (groups.error) void groups.refetch();
      void forgetMyRoles(client, azure);
    },
  };
}

/** The newest value there was: what was found stays while it is read again. */
function useLatest<Value>(value: Value | undefined, first: Value): Value {
  const [latest, setLatest] = useState(first);
  if (value !== undefined && value !== latest) setLatest(value);
  return value ?? latest;
}

/** While PIM is asked again, what it said before stands in for what it has not said yet. */
function useLasting(roles: MyRoles | undefined): MyRoles | undefined {
  const whole = useLatest<MyRoles | undefined>(roles?.finishedAt === undefined ? undefined : roles, undefined);
  return useMemo(
    () =>
      roles && whole && roles !== whole ? { ...whole, places: new Map([...whole.places, ...roles.places]) } : roles,
    [roles, whole],
  );
}
