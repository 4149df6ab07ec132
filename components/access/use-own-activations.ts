"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useAzure } from "@/components/auth/use-azure";
import { useNow } from "@/components/ui/use-now";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import type { Active } from "@/lib/domain/access/activation";
import { activationsIn, eligiblePlaces, unansweredIn } from "@/lib/domain/access/own-activations";
import type { Target } from "@/lib/domain/access/target";
import type { PrincipalId } from "@/lib/domain/ids";
import type { MyPlace } from "@/lib/domain/my-roles";
import { meQuery, myRolesQuery } from "@/lib/queries/my-access";

export type OwnActivations = Readonly<{
  active: Active | undefined;
  isReading: boolean;
  /** Scopes of which PIM did not tell what is active. */
  unanswered: number;
  /** Asks PIM; undefined where there is nothing to ask, or it was asked. */
  ask: (() => void) | undefined;
}>;

const nowhere: readonly MyPlace[] = [];

/**
 * What the signed-in person has active now, once they ask: it takes requests for every scope. Of somebody else, whom
 * `of` names, PIM tells nothing; `target` keeps to what leads there, and is the same value as long as the same is meant.
 */
export function useOwnActivations(index: AccessIndex, { of, target }: { of?: PrincipalId; target?: Target }) {
  const { azure } = useAzure();
  const now = useNow();
  const [isAsked, setAsked] = useState(false);
  const me = useQuery(meQuery(azure)).data?.id;
  const mine = of === undefined || of === me ? me : undefined;
  const places = useMemo(() => (mine ? eligiblePlaces(index, mine, target) : nowhere), [index, mine, target]);
  const { data, isFetching } = useQuery(myRolesQuery(azure, isAsked ? places : undefined));
  const activations = useMemo(() => data && mine && activationsIn(data, mine), [data, mine]);
  return useMemo(
    (): OwnActivations => ({
      active: isAsked && activations ? { activations, now } : undefined,
      isReading: isFetching,
      unanswered: isAsked && mine && data?.finishedAt !== undefined ? unansweredIn(data) : 0,
      ask: !isAsked && places.length > 0 ? () => setAsked(true) : undefined,
    }),
    [isAsked, activations, now, isFetching, mine, data, places],
  );
}
