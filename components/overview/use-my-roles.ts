"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useWatched } from "@/components/access/use-watched";
import { useAzure } from "@/components/auth/use-azure";
import { useInventory } from "@/components/coverage/use-inventory";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import { keptReach } from "@/lib/domain/access/kept-reach";
import type { Reach } from "@/lib/domain/access/reach";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { myGrants, type MyAccessSources } from "@/lib/domain/my-access/my-grants";
import { myPlaces } from "@/lib/domain/my-access/my-places";
import type { MyPlace } from "@/lib/domain/my-roles";
import { standingIn, toActivate, type StandingCount } from "@/lib/domain/overview/my-reach";
import { levelsIn } from "@/lib/queries/access";
import { directoryQuery } from "@/lib/queries/directory";
import { meQuery, myGroupsQuery, myRolesQuery } from "@/lib/queries/my-access";
import { myIndexIn } from "@/lib/queries/my-index";
import { useSliced } from "@/components/ui/use-sliced";

export type MyRolesShort = Readonly<{
  /** What is held day and night; undefined until it was worked out. */
  standing: StandingCount | undefined;
  /** What is active or can be activated, the most useful first. */
  grants: readonly MyGrant[] | undefined;
  error: Error | undefined;
}>;

/** PIM may have to be asked scope by scope: more than so many wait until somebody opens My access. */
const mostAsked = 60;

type Sources = Parameters<typeof myIndexIn>[0];
type Mine = Readonly<{ index: AccessIndex; reach: Reach; places: readonly MyPlace[]; standing: StandingCount }>;

const mines = new WeakMap<Sources, Mine>();
type Asked = Omit<MyAccessSources, "now">;
const granted = new WeakMap<Asked, readonly MyGrant[]>();

function* mineIn(sources: Sources): Generator<void, Mine> {
  const index = myIndexIn(sources);
  yield;
  const reach = keptReach(index, sources.me.id);
  yield;
  const places = myPlaces(index, reach);
  return { index, reach: toActivate(reach), places, standing: standingIn(reach) };
}

function* grantsIn(asked: Asked): Generator<void, readonly MyGrant[]> {
  yield;
  return myGrants({ ...asked, now: Date.now() });
}

/** What the signed-in person holds in short, worked out in slices once delegations, people and their groups were read. */
export function useMyRoles(): MyRolesShort {
  const { azure } = useAzure();
  const { inventory } = useInventory();
  const me = useQuery(meQuery(azure));
  const groups = useQuery(myGroupsQuery(azure));
  const reading = useQuery(directoryQuery(azure, inventory)).data;
  const directory = reading?.coverage.finishedAt === undefined ? undefined : reading.directory;
  const isRead = inventory?.coverage.finishedAt !== undefined && !groups.isPending;
  const sources = useMemo(
    () =>
      inventory && directory && me.data && isRead
        ? { inventory, directory, me: me.data, groups: groups.data }
        : undefined,
    [inventory, directory, me.data, groups.data, isRead],
  );
  const mine = useSliced(sources, mines, mineIn);
  const places = mine && mine.places.length <= mostAsked ? mine.places : undefined;
  const asked = useQuery(myRolesQuery(azure, places));
  const roles = asked.data?.finishedAt === undefined ? undefined : asked.data;
  // While PIM is asked again, what it said before stays.
  const isAnswered = roles !== undefined || !places || places.length === 0 || asked.isError;
  const answers = useMemo(
    () => (mine && isAnswered ? { ...mine, roles, levelOf: levelsIn(mine.index.inventory) } : undefined),
    [mine, isAnswered, roles],
  );
  const grants = useSliced(answers, granted, grantsIn);
  useWatched(azure, grants);
  return { standing: mine?.standing, grants, error: me.error ?? undefined };
}
