import { queryOptions, type QueryClient } from "@tanstack/react-query";
import type { Azure } from "@/lib/azure/client";
import { readMe } from "@/lib/azure/directory";
import { readMyGroups } from "@/lib/azure/my-groups";
import { getRequest } from "@/lib/azure/pim/client";
import { collectMyRoles } from "@/lib/collect/my-roles/collect-my-roles";
import type { MyPlace, MyRoles } from "@/lib/domain/my-roles";
import { scopePath, type Scope } from "@/lib/domain/scope";
import { growing } from "./growing";
import { printOf } from "./print";

const minutes = 60_000;

/** Who is signed in, by the id that grants and groups know. */
export const meQuery = (azure: Azure) =>
  queryOptions({
    queryKey: [...azure.key, "me"],
    queryFn: ({ signal }) => readMe(azure, signal),
    staleTime: Infinity,
    retry: false,
  });

/** The groups that the signed-in person is in, at any depth; needs no administrator's consent. */
export const myGroupsQuery = (azure: Azure) =>
  queryOptions({
    queryKey: [...azure.key, "myGroups"],
    queryFn: ({ signal }) => readMyGroups(azure, signal),
    staleTime: 15 * minutes,
    retry: false,
    structuralSharing: false,
  });

const rolesKey = (azure: Azure) => [...azure.key, "myRoles"];

/**
 * What PIM says of the signed-in person at these scopes, and above all; undefined: it is not asked yet. The data grow while
 * they are read.
 */
export const myRolesQuery = (azure: Azure, places: readonly MyPlace[] | undefined) =>
  queryOptions<MyRoles, Error, MyRoles, readonly string[]>({
    queryKey: [...rolesKey(azure), places ? printOf(places.map(placeKey).sort()) : "unasked"],
    queryFn: (context) =>
      growing<MyRoles>(azure, context, rolesKey(azure), ({ signal, show }) =>
        collectMyRoles({ azure, places: places ?? [], signal, onProgress: show }),
      ),
    enabled: places !== undefined,
    staleTime: ({ state }) => (state.data?.finishedAt === undefined ? 0 : minutes),
    retry: false,
    structuralSharing: false,
    placeholderData: (previous) => previous,
  });

const placeKey = ({ scope, isEligible }: MyPlace) => `${scopePath(scope).toLowerCase()}${isEligible ? "!" : ""}`;

/** Called after something was activated or given back: asks PIM again. */
export async function forgetMyRoles(client: QueryClient, azure: Azure): Promise<void> {
  const queryKey = rolesKey(azure);
  // A first answer that is on its way would be taken for the new one, though it was asked for before.
  await client.cancelQueries({ queryKey });
  await client.invalidateQueries({ queryKey });
}

/** One request, looked at again every few seconds until it needs no more than time. */
export const requestQuery = (azure: Azure, scope: Scope, name: string) =>
  queryOptions({
    queryKey: [...azure.key, "activationRequest", scopePath(scope).toLowerCase(), name],
    queryFn: ({ signal }) => getRequest(azure, scope, name, signal),
    refetchInterval: ({ state }) => {
      if (state.data?.stage === "underWay") return 3000;
      return state.data?.stage === "waiting" ? 30_000 : false;
    },
    retry: false,
  });
