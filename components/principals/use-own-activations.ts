"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useAzure } from "@/components/auth/use-azure";
import { useNow } from "@/components/ui/use-now";
import type { Activation, Active } from "@/lib/domain/access/activation";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import { reachOf } from "@/lib/domain/access/reach";
import type { PrincipalId } from "@/lib/domain/ids";
import type { MyPlace, MyRoles } from "@/lib/domain/my-roles";
import { scopeOf } from "@/lib/domain/scope";
import { meQuery, myRolesQuery } from "@/lib/queries/my-access";

type Own = Readonly<{
  active: Active | undefined;
  isReading: boolean;
  /** Scopes of which PIM did not tell what is active. */
  unanswered: number;
  /** Asks PIM; undefined for anybody but the signed-in person, of whom alone it tells. */
  ask: (() => void) | undefined;
}>;

const nowhere: readonly MyPlace[] = [];

/** What the signed-in person has active now, once they ask: it takes requests for every scope. */
export function useOwnActivations(index: AccessIndex, id: PrincipalId): Own {
  const { azure } = useAzure();
  const now = useNow();
  const [isAsked, setAsked] = useState(false);
  const isMe = useQuery(meQuery(azure)).data?.id === id;
  const places = useMemo(() => (isMe && isAsked ? placesOf(index, id) : nowhere), [index, id, isMe, isAsked]);
  const { data, isFetching } = useQuery(myRolesQuery(azure, places));
  const activations = useMemo(() => data && activationsIn(data, id), [data, id]);
  return useMemo(
    () => ({
      active: isMe && isAsked && activations ? { activations, now } : undefined,
      isReading: isFetching,
      unanswered: isMe && isAsked && data?.finishedAt !== undefined ? unansweredIn(data) : 0,
      ask: isMe && !isAsked && placesOf(index, id).length > 0 ? () => setAsked(true) : undefined,
    }),
    [index, id, isMe, isAsked, data, activations, isFetching, now],
  );
}

const placesOf = (index: AccessIndex, id: PrincipalId): MyPlace[] =>
  reachOf(index, id).held.flatMap(({ scope, eligible }) =>
    eligible !== "no" && scope.kind !== "resource" ? { scope, isEligible: true } : [],
  );

const unansweredIn = ({ places }: MyRoles): number =>
  [...places.values()].filter((place) => place.state !== "answered" || place.activations.state !== "served").length;

function activationsIn({ places }: MyRoles, principal: PrincipalId): Activation[] {
  return [...places.values()].flatMap((place) => {
    if (place.state !== "answered" || place.activations.state !== "served") return [];
    return place.activations.items.flatMap(({ kind, role, scope: path, until }) => {
      const scope = scopeOf(path);
      return kind === "activated" && scope && until !== undefined ? { principal, role, scope, until } : [];
    });
  });
}
