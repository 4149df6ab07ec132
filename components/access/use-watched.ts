"use client";

import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { SignedIn } from "@/components/auth/use-azure";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { forgetMyRoles, requestQuery } from "@/lib/queries/my-access";

const none: readonly MyGrant[] = [];

/** Reads the list again when a request was decided, and when something that was active has run out. */
export function useWatched(azure: SignedIn["azure"], grants: readonly MyGrant[] = none): void {
  const client = useQueryClient();
  const asked = grants.flatMap(({ scope, state }) =>
    state.kind === "asked" ? [{ scope, request: state.request }] : [],
  );
  const answers = useQueries({
    queries: asked.map(({ scope, request }) => requestQuery(azure, scope, request.name)),
  });
  // A list that lags behind the request is asked once for each change, and not for ever.
  const news = asked
    .flatMap(({ request }, at) => {
      const stage = answers[at]?.data?.stage;
      return stage === undefined || stage === request.stage ? [] : [`${request.name} ${stage}`];
    })
    .join();
  useEffect(() => {
    if (news) void forgetMyRoles(client, azure);
  }, [news, client, azure]);

  const ends = grants.flatMap(({ state }) => (state.kind === "active" ? (state.activation.until ?? []) : []));
  const next = ends.length > 0 ? Math.min(...ends) : undefined;
  useEffect(() => {
    if (next === undefined) return;
    const timer = setTimeout(() => void forgetMyRoles(client, azure), Math.max(0, next - Date.now()) + 1_000);
    return () => clearTimeout(timer);
  }, [next, client, azure]);
}
