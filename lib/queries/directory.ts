import { queryOptions, type QueryClient, type QueryFunctionContext } from "@tanstack/react-query";
import { readGroupOwners, readOwnedBy, readServicePrincipalOwners } from "@/lib/azure/owners";
import type { Azure } from "@/lib/azure/client";
import { collectDirectory } from "@/lib/collect/directory/collect-directory";
import type { DirectoryReading } from "@/lib/domain/directory-reading";
import type { PrincipalId } from "@/lib/domain/ids";
import type { Inventory } from "@/lib/domain/inventory";
import { namedPrincipals } from "@/lib/domain/named-principals";
import { growing, latestBelow, stopGrowing } from "./growing";
import { printOf } from "./print";

const minutes = 60_000;

type DirectoryKey = readonly string[];

const keyOf = (azure: Azure) => [...azure.key, "directory"];

/**
 * Who stands behind the ids that grants name, and who is in their groups. It is read when the inventory has been, and
 * again when the inventory names others; meanwhile an earlier reading is shown. The data grow while they are read.
 */
export const directoryQuery = (azure: Azure, inventory: Inventory | undefined) => {
  const ids = inventory ? named(inventory) : { ids: [], print: "none" };
  return queryOptions<DirectoryReading, Error, DirectoryReading, DirectoryKey>({
    queryKey: [...keyOf(azure), ids.print],
    queryFn: (context) => read(azure, ids.ids, context),
    enabled: inventory?.coverage.finishedAt !== undefined,
    staleTime: ({ state }) => (state.data?.coverage.finishedAt === undefined ? 0 : 15 * minutes),
    gcTime: 60 * minutes,
    retry: false,
    structuralSharing: false,
    placeholderData: (previous) => previous,
  });
};

const read = (azure: Azure, ids: readonly PrincipalId[], context: QueryFunctionContext<DirectoryKey>) =>
  growing<DirectoryReading>(azure, context, keyOf(azure), ({ since, signal, show }) => {
    // Shown at once, so that a screen does not empty where other ids are read, and not as what was asked for.
    if (since) show({ ...since, coverage: { ...since.coverage, finishedAt: undefined } });
    return collectDirectory({ azure, principals: ids, since, signal, onProgress: show });
  });

type Named = Readonly<{ ids: readonly PrincipalId[]; print: string }>;
const known = new WeakMap<Inventory["definitions"], Named>();

/** Once for each state of the definitions. */
function named(inventory: Inventory): Named {
  const before = known.get(inventory.definitions);
  if (before) return before;
  const ids = [...namedPrincipals(inventory)].sort();
  const now = { ids, print: printOf(ids) };
  known.set(inventory.definitions, now);
  return now;
}

/** What was read last, for those who do not wait for it. */
export const latestDirectory = (client: QueryClient, azure: Azure): DirectoryReading | undefined =>
  latestBelow<DirectoryReading>(client, keyOf(azure));

/** Ends a reading that is under way; what came stays, and counts as cancelled. */
export const stopReadingDirectory = (azure: Azure): void => stopGrowing(azure, "directory");

/** Reads everything again. What is on screen stays until it is read anew. */
export const readDirectoryAgain = (client: QueryClient, azure: Azure, inventory: Inventory) =>
  client.fetchQuery({ ...directoryQuery(azure, inventory), staleTime: 0 });

const onDemand = { staleTime: 15 * minutes, retry: false, structuralSharing: false } as const;

export const groupOwnersQuery = (azure: Azure, group: PrincipalId) =>
  queryOptions({
    ...onDemand,
    queryKey: [...azure.key, "owners", "group", group],
    queryFn: ({ signal }) => readGroupOwners(azure, group, signal),
  });

export const servicePrincipalOwnersQuery = (azure: Azure, id: PrincipalId) =>
  queryOptions({
    ...onDemand,
    queryKey: [...azure.key, "owners", "servicePrincipal", id],
    queryFn: ({ signal }) => readServicePrincipalOwners(azure, id, signal),
  });

/** Groups, service principals and applications that a person owns. */
export const ownedByQuery = (azure: Azure, user: PrincipalId) =>
  queryOptions({
    ...onDemand,
    queryKey: [...azure.key, "owned", user],
    queryFn: ({ signal }) => readOwnedBy(azure, user, signal),
  });
